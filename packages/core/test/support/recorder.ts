/** A server that accepts everything, and keeps what it received. */
import type { Fetch, Logger } from '../../src/index.ts';

/** One request as it was sent. */
export interface Received {
  readonly url: string;
  readonly beta: string | null;
  readonly headers: Headers;
  readonly text: string;
}

/** A `fetch` with the requests that it received. */
export interface Recorder {
  readonly fetch: Fetch;
  readonly received: Received[];
  /** The arguments of each call. */
  readonly calls: unknown[][];
  /** The second argument of each call. */
  readonly inits: (RequestInit | undefined)[];
}

/** Makes the server. */
export function createRecorder(
  answer: () => Response = () => Response.json({ type: 'message' }),
): Recorder {
  const received: Received[] = [];
  const calls: unknown[][] = [];
  const inits: (RequestInit | undefined)[] = [];
  const fetch: Fetch = async (input, init) => {
    calls.push([input, init]);
    inits.push(init);
    const streams = init?.body && typeof init.body === 'object' && 'getReader' in init.body;
    const request = new Request(input, { ...init, ...(streams && { duplex: 'half' }) });
    const { url, headers } = request;
    received.push({
      url,
      headers,
      beta: headers.get('anthropic-beta'),
      text: await request.text(),
    });
    return answer();
  };
  return { fetch, received, calls, inits };
}

/** A logger that keeps its lines, each with its level. */
export function createLog(): { readonly logger: Required<Logger>; readonly lines: string[] } {
  const lines: string[] = [];
  const note =
    (level: string) =>
    (line: string): unknown =>
      lines.push(`${level} ${line}`);
  return { logger: { error: note('error'), warn: note('warn'), debug: note('debug') }, lines };
}

/** The address of the Claude API's messages. */
export const MESSAGES = 'https://api.anthropic.com/v1/messages';

/** A request that needs a beta. */
export const COMPACTION: Record<string, unknown> = {
  model: 'claude-opus-5-5',
  max_tokens: 8,
  messages: [],
  compaction: { type: 'summarize' },
};

/** The beta that it needs. */
export const COMPACT = 'compact-2026-09-04';

/** The options of `fetch` for a body. */
export const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
