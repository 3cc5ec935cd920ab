import { expect, it } from 'vitest';
import { convertRequest, makeUpstream } from './support/convert.ts';
import { encodeChunk, START, STOP } from './support/frames.ts';

const MEGABYTE = 1024 * 1024;

/** Streams events until they are `total` bytes, in pieces that cut them. */
function streamUpstream(total: number): Response {
  const delta = { type: 'text_delta', text: 'x'.repeat(1000) };
  const event = encodeChunk({ type: 'content_block_delta', index: 0, delta });
  const block = new Uint8Array(Buffer.concat(new Array<Uint8Array>(64).fill(event)));
  const [head, tail] = [block.slice(0, 40_000), block.slice(40_000)];
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent === 0) controller.enqueue(START);
        controller.enqueue(head.slice());
        controller.enqueue(tail.slice());
        sent += block.length;
        if (sent < total) return;
        controller.enqueue(STOP);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'content-type': 'application/vnd.amazon.eventstream' };
  return new Response(body, { headers });
}

it('converts 200 MB of events with flat memory', async () => {
  const { convertResponse } = convertRequest(makeUpstream('bedrock'));
  const { body } = await convertResponse(streamUpstream(200 * MEGABYTE));
  const decoder = new TextDecoder();
  let received = 0;
  let most = 0;
  let end = '';
  const measure = (): number => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const start = measure();
  for await (const piece of body ?? []) {
    received += piece.length;
    end = decoder.decode(piece).slice(-200);
    most = Math.max(most, measure() - start);
  }
  expect(end).toContain('event: message_stop');
  expect(received).toBeGreaterThan(140 * MEGABYTE);
  expect(most).toBeLessThan(120 * MEGABYTE);
});
