/** Waits that end as soon as the caller aborts. */

/** Resolves after `ms`, or rejects with the reason of the signal. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/**
 * The requests whose abort is waited for. In Node the signal of a `Request` follows the caller's
 * signal only until the `Request` is garbage-collected.
 */
const awaited = new Set<Request>();

/** Settles as the promise does, or rejects with the reason of the request's signal. */
export function raceAbort<T>(promise: Promise<T>, request: Request): Promise<T> {
  const { signal } = request;
  awaited.add(request);
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  }).finally(() => awaited.delete(request));
}

/** Returns a response whose body fails when the request is aborted, like that of a real `fetch`. */
export function abortBody(response: Response, request: Request): Response {
  const { body } = response;
  if (!body) return response;
  const reader = body.getReader();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await raceAbort(reader.read(), request);
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(stream, response);
}
