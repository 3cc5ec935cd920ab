/** Builds gateways and upstreams for tests. */
import { createGateway } from '../src/index.ts';
import type { Gateway, GatewayEvent, GatewayOptions, Send, Upstream } from '../src/types.ts';

/** A request as an upstream received it. */
export interface Received {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly init: RequestInit;
}

/** An upstream that records requests, and answers each in turn with one of `answers`. */
export function createRecorder(
  answer: (received: Received, count: number) => Response | Promise<Response> = () =>
    Response.json({ type: 'message' }),
): { readonly send: Send; readonly received: Received[] } {
  const received: Received[] = [];
  const send: Send = async (url, init) => {
    const request = new Request(url, { duplex: 'half', ...init } as RequestInit);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const one = { url, method: init.method ?? 'GET', headers: request.headers, bytes, text, init };
    received.push(one);
    return answer(one, received.length);
  };
  return { send, received };
}

/** The URL of each platform's upstream. */
export const URLS: { readonly [P in Upstream['platform']]: string } = {
  'claude-api': 'https://api.anthropic.com',
  'claude-on-aws': 'https://aws-external-anthropic.us-east-1.api.aws',
  'claude-on-google-cloud':
    'https://claude.googleapis.com/v1/projects/p/locations/global/workspaces/w/invoke',
  bedrock: 'https://bedrock-runtime.us-east-1.amazonaws.com',
  'bedrock-converse': 'https://bedrock-runtime.us-east-1.amazonaws.com',
  'bedrock-mantle': 'https://bedrock-mantle.us-east-1.api.aws',
  vertex: 'https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5',
  foundry: 'https://example.services.ai.azure.com',
  'foundry-azure': 'https://example.services.ai.azure.com/anthropic/',
};

/** Makes an upstream of a platform, by default with the operator's key. */
export function createUpstream(
  platform: Upstream['platform'],
  send: Send,
  more: Partial<Upstream> = {},
): Upstream {
  return {
    name: platform,
    platform,
    url: URLS[platform],
    auth: { mode: 'replace', header: 'x-api-key', value: 'operator-key' },
    send,
    ...more,
  };
}

/** A gateway, its upstream's records and its events. */
export interface Setup {
  readonly gateway: Gateway;
  readonly received: readonly Received[];
  readonly events: readonly GatewayEvent[];
}

/** Sets up a gateway in front of one recorder. */
export function setUp(
  platform: Upstream['platform'] = 'claude-api',
  {
    answer,
    upstream,
    ...options
  }: Partial<GatewayOptions> & {
    answer?: (received: Received, count: number) => Response | Promise<Response>;
    upstream?: Partial<Upstream>;
  } = {},
): Setup {
  const { send, received } = createRecorder(answer);
  const events: GatewayEvent[] = [];
  const gateway = createGateway({
    upstreams: [createUpstream(platform, send, upstream)],
    onEvent: (event) => events.push(event),
    ...options,
  });
  return { gateway, received, events };
}

/** The smallest message. */
export const MESSAGE: {
  readonly model: string;
  readonly max_tokens: number;
  readonly messages: readonly object[];
} = {
  model: 'claude-opus-5',
  max_tokens: 16,
  messages: [{ role: 'user', content: 'Hi' }],
};

/** Makes a POST with a JSON body: a value, or the text itself. */
export function post(path: string, body: unknown = MESSAGE, headers: HeadersInit = {}): Request {
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return new Request(`http://gateway.test${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(headers)) },
    body: text as BodyInit,
  });
}

/** Makes a request without a body. */
export const get = (path: string, headers: HeadersInit = {}, method = 'GET'): Request =>
  new Request(`http://gateway.test${path}`, { method, headers });

/** Reads the message of an error in the API's shape. */
export async function readMessage(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { message: string } };
  return error.message;
}
