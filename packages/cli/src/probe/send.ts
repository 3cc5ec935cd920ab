/** Sends a probe with the user's own credential, through the gateway's upstream. */
import type { Platform } from '@beta-headers/core';
import { createGateway } from '@beta-headers/gateway';
import {
  configForPlatform,
  type Environment,
  type GatewayConfig,
} from '@beta-headers/gateway/node';
import { BODY_VERSIONS, formatPlatformPath, type WireForm } from '@beta-headers/grammar';
import type { Probe } from './choose-probes.ts';

/** The answer to a probe. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The seconds of `retry-after`. */
  readonly retryAfter?: number;
  /** The code of a failure before the platform answered, such as `upstream_unreachable`. */
  readonly failure?: string;
}

/** Sends probes to one platform. */
export type SendProbe = (probe: Probe) => Promise<Answer>;

/** A request in the platform's own form. */
export interface WireRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const FORMS: { readonly [P in Platform]?: WireForm } = { bedrock: 'invoke', vertex: 'raw-predict' };

/** Writes a probe in the form of its platform. */
export function writeRequest(
  { betas, params, path }: Probe,
  platform: Platform,
  model: string,
): WireRequest {
  const form = FORMS[platform] ?? 'api';
  const header = betas.length > 0 ? { 'anthropic-beta': betas.join(',') } : undefined;
  const url = formatPlatformPath({ form, path, model });
  const json = { 'content-type': 'application/json' };
  if (form === 'invoke')
    return {
      path: url,
      headers: json,
      body: JSON.stringify({
        anthropic_version: BODY_VERSIONS.invoke,
        ...(header && { anthropic_beta: betas }),
        ...params,
      }),
    };
  if (form === 'raw-predict')
    return {
      path: url,
      headers: { ...json, ...header },
      body: JSON.stringify({ anthropic_version: BODY_VERSIONS['raw-predict'], ...params }),
    };
  return {
    path: url,
    headers: { ...json, 'anthropic-version': '2023-06-01', ...header },
    body: JSON.stringify({ model, ...params }),
  };
}

/** Reads the credential and the address from the environment, as the official client does. */
export const readUpstream = (
  platform: Platform,
  url: string | undefined,
  env: Environment,
): GatewayConfig => configForPlatform(platform, url, env);

/** Makes the function that sends probes. */
export function createSender(
  { gateway }: GatewayConfig,
  platform: Platform,
  model: string,
): SendProbe {
  let failure: string | undefined;
  const forward = createGateway({
    ...gateway,
    // Forwards every request unchanged.
    dryRun: true,
    errors: 'verbatim',
    onEvent: ({ error }) => {
      failure = error;
    },
  });
  return async (probe) => {
    failure = undefined;
    const { path, headers, body } = writeRequest(probe, platform, model);
    const response = await forward(
      new Request(`http://probe.invalid${path}`, { method: 'POST', headers, body }),
    );
    const after = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      status: response.status,
      text: await response.text(),
      ...(Number.isFinite(after) && { retryAfter: after }),
      ...(failure !== undefined && { failure }),
    };
  };
}
