/** Reads the body of a request that is planned. */
import { type Bytes, ParsedBody, readBody } from '@beta-headers/core/adapter';
import { GatewayError } from '../answers/error.ts';
import { describeJsonError } from './json-error.ts';

/** A body, as it arrived and as the plan reads it. */
export interface PlannedBody {
  /** The bytes as received. They are sent if nothing changes. */
  readonly bytes: Bytes;
  /** The JSON; `undefined` if it is none. */
  readonly parsed: ParsedBody | undefined;
  /** Describes the first error in a body that is no JSON. */
  readonly problem: string;
}

/**
 * Reads a body, decodes it and parses it, each once.
 * @throws {GatewayError} if it is too large or ends too early
 */
export async function readPlannedBody(request: Request, maxBytes: number): Promise<PlannedBody> {
  const bytes = await readBytes(request, maxBytes);
  const text = new TextDecoder().decode(bytes);
  try {
    return { bytes, parsed: new ParsedBody(text), problem: '' };
  } catch {
    return { bytes, parsed: undefined, problem: describeJsonError(text) };
  }
}

/**
 * Reads the bytes of a body.
 * @throws {GatewayError} if it is too large or ends too early
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Bytes> {
  const length = request.headers.get('content-length');
  if (Number(length) > maxBytes) throw createSizeError(maxBytes);
  try {
    // The server already checks the length of a body that declares one. Reading `body` first would
    // cost a quarter of the whole request on Node, where it makes a stream.
    const bytes =
      length === null
        ? await readUndeclared(request, maxBytes)
        : new Uint8Array(await request.arrayBuffer());
    if (bytes === undefined || bytes.byteLength > maxBytes) throw createSizeError(maxBytes);
    return bytes;
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    if (request.signal.aborted) throw new GatewayError('client_gone', 'the client is gone');
    throw new GatewayError('body_unreadable', 'the body ended before it was complete');
  }
}

async function readUndeclared(request: Request, maxBytes: number): Promise<Bytes | undefined> {
  const { body, signal } = request;
  return body ? await readBody(body, { request, signal, maxBytes }) : new Uint8Array();
}

function createSizeError(maxBytes: number): GatewayError {
  const limit = maxBytes >= 2 ** 20 ? `${Math.floor(maxBytes / 2 ** 20)} MiB` : `${maxBytes} bytes`;
  return new GatewayError(
    'body_too_large',
    `the body is larger than ${limit}, the limit of this gateway; send less, or ` +
      'raise maxBodyBytes (in the file: limits.maxBodyBytes)',
  );
}
