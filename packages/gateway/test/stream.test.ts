import { describe, expect, it } from 'vitest';
import { createGateway } from '../src/index.ts';
import { createUpstream, MESSAGE, post, setUp } from './setup.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A stream whose chunks are sent by the test. */
function createPipe() {
  let cancelled: unknown;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  void writer.closed.catch((reason: unknown) => (cancelled = reason));
  return {
    readable,
    write: (text: string) => writer.write(encoder.encode(text)),
    close: () => writer.close(),
    getCancellation: () => cancelled,
  };
}

describe('a streamed response', () => {
  it('passes each chunk before the next one exists', async () => {
    const pipe = createPipe();
    const { gateway } = setUp('claude-api', {
      answer: () =>
        new Response(pipe.readable, { headers: { 'content-type': 'text/event-stream' } }),
    });
    const response = await gateway(post('/v1/messages', { ...MESSAGE, stream: true }));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    for (const event of [
      'event: message_start\n\n',
      'event: ping\n\n',
      'event: message_stop\n\n',
    ]) {
      const read = reader.read();
      await pipe.write(event);
      expect(decoder.decode((await read).value)).toBe(event);
    }
    await pipe.close();
    expect((await reader.read()).done).toBe(true);
  });

  it('is cancelled at the upstream when the client stops reading', async () => {
    const pipe = createPipe();
    const { gateway } = setUp('claude-api', { answer: () => new Response(pipe.readable) });
    const response = await gateway(post('/v1/messages', { ...MESSAGE, stream: true }));
    await response.body?.cancel('the client is gone');
    await new Promise((resolve) => setTimeout(resolve));
    expect(pipe.getCancellation()).toBe('the client is gone');
  });

  it('breaks for the client as it breaks at the upstream', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(encoder.encode('event: message_start\n\n'));
      },
      pull(controller) {
        controller.error(new Error('reset'));
      },
    });
    const { gateway } = setUp('claude-api', { answer: () => new Response(broken) });
    const response = await gateway(post('/v1/messages'));
    await expect(response.text()).rejects.toThrow('reset');
  });
});

describe('an upload', () => {
  it('reaches the upstream chunk by chunk, without a plan', async () => {
    const pipe = createPipe();
    const chunks: string[] = [];
    let arrived = (): void => {};
    const gateway = createGateway({
      upstreams: [
        createUpstream('claude-api', async (_, init) => {
          for await (const chunk of init.body as unknown as AsyncIterable<Uint8Array>) {
            chunks.push(decoder.decode(chunk));
            arrived();
          }
          return Response.json({ id: 'file_1' });
        }),
      ],
    });
    const request = new Request('http://gateway.test/v1/files', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: pipe.readable,
      duplex: 'half',
    } as RequestInit);
    const answered = gateway(request);
    for (const part of ['--x', 'content', '--x--']) {
      const here = new Promise<void>((resolve) => (arrived = resolve));
      await pipe.write(part);
      await here;
      expect(chunks.at(-1)).toBe(part);
    }
    await pipe.close();
    const response = await answered;
    expect(response.headers.has('x-beta-headers-verdict')).toBe(false);
    expect(response.status).toBe(200);
  });

  it('of any size passes, as the limit is only for bodies that are planned', async () => {
    const { gateway, received } = setUp('claude-api', { maxBodyBytes: 10 });
    const response = await gateway(post('/v1/files', 'x'.repeat(1000)));
    expect(response.status).toBe(200);
    expect(received[0]?.text).toHaveLength(1000);
  });
});

describe('a client that is gone', () => {
  it('aborts the request to the upstream', async () => {
    const controller = new AbortController();
    let signal: AbortSignal | null | undefined;
    const { gateway, events } = setUp('claude-api', {
      answer: ({ init }) => {
        signal = init.signal;
        return new Promise((_, reject) =>
          init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
        );
      },
    });
    const answered = gateway(new Request(post('/v1/messages'), { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    const response = await answered;
    expect(signal?.aborted).toBe(true);
    expect(response.status).toBe(499);
    expect(events).toMatchObject([{ error: 'client_gone', attempts: 1 }]);
  });

  it('in the middle of its body sends nothing', async () => {
    const controller = new AbortController();
    const pipe = createPipe();
    const { gateway, received, events } = setUp();
    const request = new Request('http://gateway.test/v1/messages', {
      method: 'POST',
      body: pipe.readable,
      duplex: 'half',
      signal: controller.signal,
    } as RequestInit);
    const answered = gateway(request);
    await pipe.write('{"model":');
    controller.abort();
    await answered;
    expect(received).toHaveLength(0);
    expect(events[0]?.error).toBe('client_gone');
  });

  it('is distinguished from a body that breaks', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    const { gateway } = setUp();
    const response = await gateway(
      new Request('http://gateway.test/v1/messages', {
        method: 'POST',
        body,
        duplex: 'half',
      } as RequestInit),
    );
    expect(response.status).toBe(400);
  });
});
