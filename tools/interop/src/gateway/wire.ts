/** Writes requests in the form of each platform, for clients that have no library. */
import { type GatewayPlatform, MODEL, PLATFORMS } from './platforms.ts';
import type { Scenario } from './scenarios.ts';

/** A request as it is written to the socket. */
export interface WireRequest {
  /** The path with its query, below the base URL. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `own`: the form of the platform. `messages`: that of the Claude API, whatever the platform. */
export type Form = 'own' | 'messages';

/** The smallest answer that a client asks for. */
const MAX_TOKENS = 64;

/** Writes a request in the form of a platform. */
export function writeWire(
  platform: GatewayPlatform,
  form: Form,
  { betas, params, headers = {} }: Scenario,
  stream: boolean,
): WireRequest {
  const { model } = PLATFORMS[platform];
  const fields = { max_tokens: MAX_TOKENS, ...params };
  const json = { ...headers, 'content-type': 'application/json' };
  const beta = betas.length > 0 && { 'anthropic-beta': betas.join(',') };
  if (form === 'own' && platform === 'bedrock') {
    const action = stream ? 'invoke-with-response-stream' : 'invoke';
    const list = betas.length > 0 && { anthropic_beta: betas };
    return {
      target: `/model/${encodeURIComponent(model)}/${action}`,
      headers: json,
      body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', ...list, ...fields }),
    };
  }
  if (form === 'own' && platform === 'vertex') {
    const action = stream ? 'streamRawPredict' : 'rawPredict';
    const path = `/projects/p/locations/global/publishers/anthropic/models/${model}:${action}`;
    return {
      target: path,
      headers: { ...json, ...beta },
      body: JSON.stringify({ anthropic_version: 'vertex-2023-10-16', ...fields, stream }),
    };
  }
  return {
    target: '/v1/messages?beta=true',
    headers: { ...json, 'anthropic-version': '2023-06-01', ...beta },
    body: JSON.stringify({ model: MODEL, ...fields, stream }),
  };
}

interface MessageEvent {
  readonly type?: string;
  readonly delta?: { readonly type?: string; readonly text?: string };
  readonly content?: readonly { readonly type?: string; readonly text?: string }[];
}

/**
 * Reads the text of an answer in any form: JSON, server-sent events, an AWS event stream.
 * @throws {Error} for a stream that does not end as it should
 */
export function readAnswer(body: Buffer): string {
  const text = body.toString('latin1');
  const inFrames = [...text.matchAll(/"bytes":"([^"]+)"/g)].map(([, data = '']) => atob(data));
  const inLines = [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => data);
  const events = inFrames.length > 0 ? inFrames : inLines;
  if (events.length === 0) {
    const { content = [] } = JSON.parse(text) as MessageEvent;
    return content.map((block) => block.text ?? '').join('');
  }
  return joinDeltas(events.map((data) => JSON.parse(data) as MessageEvent));
}

/**
 * Joins the text of a stream.
 * @throws {Error} if the stream has no start or no end
 */
export function joinDeltas(events: readonly MessageEvent[]): string {
  const types = events.map(({ type }) => type).filter((type) => type !== 'ping');
  if (types[0] !== 'message_start' || types.at(-1) !== 'message_stop')
    throw new Error(`a stream from ${types[0]} to ${types.at(-1)}`);
  return events.map(({ delta }) => delta?.text ?? '').join('');
}
