/** Checks that an error which the recovery has read still has its body. */
import { toTransportError } from './failure.ts';

/**
 * Reads the first part of a body, and returns a response with the whole body. The recovery reads a
 * copy of an error, and meanwhile the connection may break. Then both copies are lost with all that
 * had arrived, and the client must get another answer.
 * @throws {GatewayError} if the body is lost
 */
export async function checkBody(
  response: Response,
  name: string,
  signal: AbortSignal,
): Promise<Response> {
  if (!response.body) return response;
  const reader = response.body.getReader();
  let first: Awaited<ReturnType<typeof reader.read>> | undefined;
  try {
    first = await reader.read();
  } catch (error) {
    throw toTransportError(error, name, signal.aborted);
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = first ?? (await reader.read());
        first = undefined;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}
