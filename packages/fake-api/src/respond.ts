/** The option `respond`: answers of the test. */
import { answerMessage, type MessageAnswer } from './answers/message.ts';
import { readBodyValue } from './body.ts';
import { type Call, HttpError } from './call.ts';
import { type Fields, type RequestMessage, readMessages } from './conversation.ts';
import { Fault } from './faults.ts';
import { isObject } from './gate/walk.ts';
import type { RequestInfo } from './request-info.ts';
import { raceAbort } from './wait.ts';

/** A request that passed the gate and waits for its answer. */
export interface RespondRequest extends RequestInfo {
  /** The fields of the body, in the Claude API's form; of Converse too. */
  readonly params: Fields;
  /** The messages, each with its content as blocks; with `thread`, only the new ones. */
  readonly messages: readonly RequestMessage[];
  /** The `tool_result` blocks of the last message. */
  readonly toolResults: readonly Fields[];
  /** The body as received. */
  readonly body: unknown;
  /** The id of an item of a batch, which is answered like a request of its own. */
  readonly customId?: string;
  readonly signal: AbortSignal;
}

/**
 * An answer: text or the fields of a message, for `POST /v1/messages`; a `Response`, which is sent
 * unchanged; or a fault. `undefined` means the default answer.
 */
export type RespondAnswer = string | MessageAnswer | Response | Fault | undefined;

/** Answers the requests that pass the gate. */
export type Respond = (request: RespondRequest) => RespondAnswer | Promise<RespondAnswer>;

/** Asks `respond` for an answer; undefined if there is none. */
export async function askRespond(
  call: Call,
  item?: { readonly customId: string; readonly params: Fields },
): Promise<RespondAnswer> {
  const { respond } = call;
  if (!respond) return undefined;
  const params = item?.params ?? call.params;
  const messages = readMessages(params);
  const request: RespondRequest = {
    method: call.method,
    path: item ? '/v1/messages' : call.path,
    platform: call.platform,
    betas: call.betas,
    model: item ? String(params.model ?? '') : call.model,
    stream: item ? false : call.stream,
    params,
    messages,
    toolResults: (messages.at(-1)?.content ?? []).filter(({ type }) => type === 'tool_result'),
    body: item?.params ?? readBodyValue(call.body),
    ...(item && { customId: item.customId }),
    signal: call.request.signal,
  };
  try {
    return (await raceAbort(Promise.resolve(respond(request)), call.request)) ?? undefined;
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw makeRespondError(`it threw ${error instanceof Error ? error : String(error)}`);
  }
}

/**
 * Converts an answer to a response; `undefined` if the endpoint has none for it. Text and fields of
 * a message are for messages only.
 */
export function toResponse(
  call: Call,
  answer: Exclude<RespondAnswer, Fault | undefined>,
): Response | undefined {
  if (answer instanceof Response) return answer;
  try {
    const fields = toMessageAnswer(answer);
    const isMessage = call.method === 'POST' && call.path === '/v1/messages';
    return isMessage ? answerMessage(call, fields) : undefined;
  } catch (error) {
    throw makeRespondError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Converts an answer of `respond` to the fields of a message.
 * @throws {TypeError} if it is neither text nor an object
 */
export function toMessageAnswer(answer: unknown): MessageAnswer {
  if (typeof answer === 'string') return { content: answer };
  if (isObject(answer) && !(answer instanceof Fault) && !(answer instanceof Response))
    return answer;
  throw new TypeError('give text, the fields of a message, a Response or a fault');
}

/**
 * Makes the error for a failed `respond`. The official clients do not retry it, so that the test
 * sees it.
 */
export const makeRespondError = (message: string): HttpError =>
  new HttpError(500, `respond: ${message}`, { 'x-should-retry': 'false' });
