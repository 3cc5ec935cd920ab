/** Conversions of requests, and round trips to the fake API, for tests. */
import { createFakeApi, type FakeApi, type FakeApiOptions } from '@beta-headers/fake-api';
import { convert } from '../../../src/convert/index.ts';
import type { ConvertedRequest } from '../../../src/convert/types.ts';
import type { GatewayOptions, Upstream } from '../../../src/types.ts';

export const MODEL = 'claude-opus-5';

/** The smallest message params. */
export const hello: Readonly<Record<string, unknown>> = {
  model: MODEL,
  max_tokens: 64,
  messages: [{ role: 'user', content: 'Hello' }],
};

const URLS: Readonly<Partial<Record<Upstream['platform'], string>>> = {
  bedrock: 'https://bedrock-runtime.us-east-1.amazonaws.com',
  'bedrock-mantle': 'https://bedrock-mantle.us-east-1.api.aws/anthropic',
  'claude-api': 'https://api.anthropic.com',
  'claude-on-aws': 'https://aws-external-anthropic.us-east-1.api.aws',
  'claude-on-google-cloud':
    'https://claude.googleapis.com/v1/projects/my-project/locations/global/workspaces/w1/invoke',
  foundry: 'https://my-resource.services.ai.azure.com/anthropic/',
  vertex: 'https://aiplatform.googleapis.com/v1/projects/my-project/locations/global',
};

/** Makes an upstream with the usual address of its platform. */
export const makeUpstream = (
  platform: Upstream['platform'],
  others: Partial<Upstream> = {},
): Upstream => ({
  name: platform,
  platform,
  url: URLS[platform] ?? 'https://example.com',
  auth: { mode: 'replace', header: 'authorization', value: 'Bearer any' },
  ...others,
});

/** The parts of a request that a test sets. The rest has defaults. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  /** A value, or the text of the body itself. */
  readonly body?: unknown;
}

/** The options of a conversion. */
export type Options = Pick<GatewayOptions, 'errors' | 'pingMs'>;

/** Converts a request; `undefined` if the upstream has no such endpoint. */
export function tryConvert(
  upstream: Upstream,
  { method = 'POST', path = '/v1/messages', headers = {}, body = hello }: Sent = {},
  options: Options = {},
): ConvertedRequest | undefined {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'anthropic-version': '2023-06-01', 'content-type': 'application/json', ...headers };
  return convert({ method, path, headers: new Headers(all), body: text }, upstream, options);
}

/** Converts a request that has a counterpart. */
export function convertRequest(
  upstream: Upstream,
  sent: Sent = {},
  options: Options = {},
): ConvertedRequest {
  const converted = tryConvert(upstream, sent, options);
  if (!converted) throw new Error('there is no counterpart');
  return converted;
}

/** Parses the body of a converted request. */
export const readBody = ({ body }: ConvertedRequest): Record<string, unknown> =>
  JSON.parse(body) as Record<string, unknown>;

/** Sends a request to the fake API of a platform and back, as a gateway does. */
export async function roundTrip(
  api: FakeApi,
  upstream: Upstream,
  sent: Sent = {},
  options: Options = {},
  signal?: AbortSignal,
): Promise<Response> {
  const { url, headers, body, convertResponse } = convertRequest(upstream, sent, options);
  headers.set('authorization', 'Bearer any');
  const init = { method: 'POST', headers, body, ...(signal && { signal }) };
  return await convertResponse(await api.fetch(url, init));
}

/** Makes the fake API of a platform. */
export const makeApi = (platform: Upstream['platform'], options: FakeApiOptions = {}): FakeApi =>
  createFakeApi({ platform, record: 'body', today: '2026-11-30', ...options });

/** One server-sent event. */
export interface SentEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Splits server-sent events. Every event must have a name and one line of data. */
export function parseEvents(text: string): SentEvent[] {
  const blocks = text.split('\n\n');
  if (blocks.pop() !== '') throw new Error('the last event is not complete');
  return blocks.map((block) => {
    const [, event, data] = /^event: (\S+)\ndata: (.*)$/.exec(block) ?? [];
    if (event === undefined || data === undefined) throw new Error(`no event: ${block}`);
    return { event, data: JSON.parse(data) as Record<string, unknown> };
  });
}

/** Reads the events of a streamed response. */
export const readEvents = async (response: Response): Promise<SentEvent[]> =>
  parseEvents(await response.text());
