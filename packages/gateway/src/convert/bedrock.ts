/** Converts requests for Bedrock: InvokeModel, its stream, and CountTokens. */
import { editJson, type JsonEdit } from '@beta-headers/core/edit';
import { BODY_VERSIONS, formatPlatformPath } from '@beta-headers/grammar';
import type { GatewayOptions, Upstream } from '../types.ts';
import { encodeBase64 } from './base64.ts';
import type { MessageRequest } from './message-request.ts';
import { checkSegment, stripProfile } from './model.ts';
import { convertBedrockResponse } from './responses.ts';
import type { ConvertedRequest } from './types.ts';
import { joinUrl } from './upstream-url.ts';
import { moveUserProfile } from './user-profile.ts';
import { chooseVersion } from './version.ts';

/**
 * Converts a request as the official client does: model and streaming move into the path, version,
 * betas and the id of the user's profile into the body.
 * @throws {ConversionError} if the model cannot be in a path
 */
export function convertForBedrock(
  request: MessageRequest,
  upstream: Upstream,
  options: Pick<GatewayOptions, 'errors' | 'pingMs'>,
): ConvertedRequest {
  const { path, counts, stream, headers, search } = request;
  const model = checkSegment(counts ? stripProfile(request.model) : request.model);
  const body = editJson(request.text, listEdits(request));
  for (const name of ['anthropic-version', 'anthropic-beta']) headers.delete(name);
  headers.set('content-type', 'application/json');
  headers.set('accept', 'application/json');
  return {
    url: joinUrl(upstream, formatPlatformPath({ form: 'invoke', path, model, stream }), search),
    headers,
    body: counts ? wrapForCounting(body) : body,
    convertResponse: (response) =>
      convertBedrockResponse(response, { ...options, url: upstream.url, counts }),
  };
}

function listEdits({ body, betas, headers, counts }: MessageRequest): JsonEdit[] {
  return [
    { at: ['model'], remove: true },
    ...removeStream(body),
    ...(typeof body.anthropic_version === 'string'
      ? []
      : [{ at: ['anthropic_version'], set: chooseVersion(headers, BODY_VERSIONS.invoke) }]),
    ...(betas.length > 0 ? [{ at: ['anthropic_beta'], set: betas }] : []),
    ...moveUserProfile(headers, body),
    // InvokeModel requires it. It has no effect on the count of the input.
    ...(counts && body.max_tokens === undefined ? [{ at: ['max_tokens'], set: 1 }] : []),
  ];
}

/** Any other value stays, so that the platform reports it. */
function removeStream({ stream }: MessageRequest['body']): JsonEdit[] {
  return typeof stream === 'boolean' || stream === null ? [{ at: ['stream'], remove: true }] : [];
}

/** Wraps the body of an InvokeModel call for CountTokens. */
const wrapForCounting = (body: string): string =>
  JSON.stringify({ input: { invokeModel: { body: encodeBase64(body) } } });
