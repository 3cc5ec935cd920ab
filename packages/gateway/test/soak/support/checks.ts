/** Checks of responses. Each returns what is wrong, or `undefined`. */
import type { Outcome } from './client.ts';
import { listPieces, writeMessage } from './faults.ts';
import { findForeignId, ID, RETRY_AFTER } from './protocol.ts';

/** Checks a response to the request with an id. */
export type Check = (outcome: Outcome, id: string) => string | undefined;

/** Describes a response in a problem. */
export const describeOutcome = (outcome: Outcome): string =>
  JSON.stringify({
    ...outcome,
    text: outcome.text.slice(0, 300),
    pattern: outcome.pattern?.length,
  });

/** Checks that nothing of a response belongs to another request. */
export const checkOwn: Check = ({ text, headers, pattern, status }, id) => {
  const foreign = findForeignId(`${JSON.stringify(headers)}${text}`, id);
  if (foreign) return `has ${foreign}`;
  if (pattern?.isRight === false && status === 200) return 'has bytes that are not its own';
  return headers[ID] === undefined || headers[ID] === id ? undefined : `is that of ${headers[ID]}`;
};

/** Checks the status, and that the response is complete or is not. */
const checkEnd = (outcome: Outcome, status: number, isComplete = true): string | undefined => {
  if (outcome.status !== status) return `status ${outcome.status}, expected ${status}`;
  return outcome.isComplete === isComplete ? undefined : `complete: ${outcome.isComplete}`;
};

const whole =
  (write: (id: string) => string): Check =>
  (outcome, id) =>
    checkEnd(outcome, 200) ?? (outcome.text === write(id) ? undefined : 'another body');

const joinPieces = (id: string, isBedrock: boolean): string =>
  Buffer.concat(listPieces({ id, isBedrock })).toString();

export const isMessage: Check = whole(writeMessage);
export const isStream: Check = whole((id) => joinPieces(id, false));
export const isAmazonStream: Check = whole((id) => joinPieces(id, true));
/** Checks a converted stream, which has the same events. Pings may be between them. */
export const isConvertedStream: Check = (outcome, id) =>
  isStream({ ...outcome, text: removePings(outcome.text) }, id);
/** Checks a converted stream of an upstream that is silent for longer than the time of a ping. */
export const isPingedStream: Check = (outcome, id) =>
  removePings(outcome.text) === outcome.text ? 'no ping' : isConvertedStream(outcome, id);

const removePings = (text: string): string => text.replace(/event: ping\ndata: [^\n]*\n\n/g, '');

/** Checks a response that is cut in the middle. */
export const isCut =
  (status: number): Check =>
  (outcome, id) =>
    checkEnd(outcome, status, false) ?? (outcome.headers[ID] === id ? undefined : 'no id');

/** Checks that one of two answers is right. */
export const isEither =
  (first: Check, second: Check): Check =>
  (outcome, id) =>
    first(outcome, id) && second(outcome, id);

/** Checks an error in the shape of the API. */
export const isError =
  (status: number, type: string, message: RegExp = /./): Check =>
  (outcome) => {
    const problem = checkEnd(outcome, status);
    if (problem) return problem;
    const body = parse(outcome.text) as { type?: string; error?: Record<string, string> };
    if (body?.type !== 'error' || body.error?.type !== type) return 'not that error';
    return message.test(body.error.message ?? '') ? undefined : `the message is not ${message}`;
  };

/** Checks an error of the gateway itself: it has an id, and only a lasting one forbids retries. */
export const isOwnError =
  (status: number, type: string, message: RegExp, isTransient = false): Check =>
  (outcome, id) => {
    const problem = isError(status, type, message)(outcome, id);
    if (problem) return problem;
    if (!outcome.headers['x-beta-headers-request-id']) return 'no id of the gateway';
    const forbids = outcome.headers['x-should-retry'] === 'false';
    return forbids === isTransient ? `x-should-retry is false: ${forbids}` : undefined;
  };

/** Checks an error that the upstream sent and the gateway passes on, byte for byte. */
export const isPassed =
  (status: number, write: (id: string) => string): Check =>
  (outcome, id) =>
    checkEnd(outcome, status) ??
    checkRetryAfter(outcome) ??
    (outcome.text === write(id) ? undefined : 'another body');

/** Checks an error of the upstream in the shape of the API. */
export const isConvertedError =
  (status: number, type: string): Check =>
  (outcome, id) =>
    isError(status, type)(outcome, id) ?? checkRetryAfter(outcome);

const checkRetryAfter = ({ status, headers }: Outcome): string | undefined => {
  const needs = status === 429 || status === 529;
  return needs && headers['retry-after'] !== RETRY_AFTER ? 'no retry-after' : undefined;
};

/** Checks a stream that ends with an error event. */
export const endsWithError =
  (type: string, message: RegExp): Check =>
  (outcome, id) => {
    const problem = checkEnd(outcome, 200);
    if (problem) return problem;
    const last = outcome.text.trimEnd().split('\n\n').at(-1) ?? '';
    const [, json = ''] = /^event: error\ndata: (.*)$/.exec(last) ?? [];
    const { error } = (parse(json) ?? {}) as { error?: { type: string; message: string } };
    if (error?.type !== type || !message.test(error.message)) return `it ends with ${last}`;
    return outcome.text.startsWith('event: message_start') && outcome.text.includes(id)
      ? undefined
      : 'it has not its own beginning';
  };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
