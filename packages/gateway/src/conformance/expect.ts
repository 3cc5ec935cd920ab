/** Sends requests and compares, for the checks. */
import { isDeepStrictEqual } from 'node:util';
import type { Answer, ClientCall } from './client.ts';
import { type CheckContext, Mismatch, type Target } from './types.ts';
import type { ReceivedRequest, Script } from './upstream.ts';

/** An answer, and the request that the upstream got for it. */
export interface Exchange {
  readonly answer: Answer;
  readonly received: ReceivedRequest;
}

/** Sends a request, and throws if it does not reach the upstream. */
export async function exchange(
  context: CheckContext,
  call: ClientCall,
  script?: Script,
): Promise<Exchange> {
  context.upstream.reset(script);
  const answer = await context.client.send(call);
  const method = call.method ?? 'POST';
  const received = context.upstream.requests.filter((request) => request.method === method).at(-1);
  if (received === undefined) {
    throw new Mismatch('the request at the upstream', describeAnswer(answer));
  }
  return { answer, received };
}

/** Describes an answer in one line. */
export function describeAnswer(answer: Answer): string {
  return `status ${answer.status} with ${quote(answer.body)}`;
}

/** Quotes the beginning of a text. */
export function quote(text: string | Buffer, limit = 200): string {
  const whole = text.toString();
  return JSON.stringify(whole.length > limit ? `${whole.slice(0, limit)}…` : whole);
}

/** Throws unless two values are equal. */
export function expectEqual(subject: string, expected: unknown, seen: unknown): void {
  if (isDeepStrictEqual(expected, seen)) return;
  throw new Mismatch(`${subject}: ${show(expected)}`, show(seen));
}

/** Throws unless two bodies are the same bytes. */
export function expectBytes(subject: string, expected: string | Buffer, seen: Buffer): void {
  const bytes = Buffer.from(expected);
  if (bytes.equals(seen)) return;
  const length = Math.min(bytes.length, seen.length);
  let at = 0;
  while (at < length && bytes[at] === seen[at]) at += 1;
  const start = Math.max(0, at - 20);
  throw new Mismatch(
    `${subject}, ${bytes.length} bytes, with ${quote(bytes.subarray(start), 80)} at byte ${start}`,
    `${seen.length} bytes, with ${quote(seen.subarray(start), 80)} there`,
  );
}

/** Throws unless the condition holds. */
export function expectThat(condition: boolean, expected: string, seen: unknown): void {
  if (!condition) throw new Mismatch(expected, typeof seen === 'string' ? seen : show(seen));
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : quote(JSON.stringify(value), 400).slice(1, -1);
}

/** Skips a check if the gateway has to convert. */
export function skipUnlessSameForm(target: Target): string | undefined {
  return target.isSameForm ? undefined : 'the gateway converts between forms';
}

/** Skips a check if the gateway does not have to convert. */
export function skipUnlessConverted(target: Target): string | undefined {
  return target.isSameForm ? 'the gateway need not convert' : undefined;
}

/** Skips a check if the upstream does not speak the Messages form. */
export function skipUnlessMessagesUpstream(target: Target): string | undefined {
  if (target.upstreamForm !== 'messages') return 'the upstream has a form of its own';
  return skipUnlessSameForm(target);
}
