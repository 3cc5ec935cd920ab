import { expect, it } from 'vitest';
import { convertRequest, makeUpstream, readEvents } from './support/convert.ts';
import { encodeChunk, encodeException, join, START, STOP, streamFrames } from './support/frames.ts';

const RUNS = 400;

/** Makes a generator of numbers below a limit, the same for the same seed. */
function createRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Breaks a stream: flips bytes, leaves some out, repeats some, or adds an exception. */
function breakStream(bytes: Uint8Array, random: (limit: number) => number): Uint8Array {
  const at = random(bytes.length);
  const end = Math.min(bytes.length, at + 1 + random(40));
  const [before, part, after] = [bytes.slice(0, at), bytes.slice(at, end), bytes.slice(end)];
  switch (random(5)) {
    case 0:
      return join(
        before,
        part.map((byte) => byte ^ (1 + random(255))),
        after,
      );
    case 1:
      return join(before, after);
    case 2:
      return join(before, part, part, after);
    case 3:
      return before;
    default:
      return join(before, encodeException('throttlingException', 'Slow down.'), part, after);
  }
}

function cut(bytes: Uint8Array, random: (limit: number) => number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + random(120);
    pieces.push(bytes.slice(at, end));
    at = end;
  }
  return pieces;
}

it('ends every broken stream with one error event, after unchanged events', async () => {
  const delta = { type: 'text_delta', text: 'Hello, é 😀' };
  const event = encodeChunk({ type: 'content_block_delta', index: 0, delta });
  const whole = join(START, event, event, event, STOP);
  const { convertResponse } = convertRequest(makeUpstream('bedrock'));
  const original = await readEvents(await convertResponse(streamFrames(whole)));
  for (let seed = 1; seed <= RUNS; seed++) {
    const random = createRandom(seed);
    const pieces = cut(breakStream(whole, random), random);
    const events = await readEvents(await convertResponse(streamFrames(...pieces)));
    expect(events.at(-1)?.event, `seed ${seed}`).toBe('error');
    expect(events.slice(0, -1)).toEqual(original.slice(0, events.length - 1));
  }
});
