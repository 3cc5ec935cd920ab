/** Converts requests for Vertex: rawPredict, streamRawPredict and the counting of tokens. */
import { editJson, type JsonEdit } from '@beta-headers/core/edit';
import { BODY_VERSIONS, formatPlatformPath } from '@beta-headers/grammar';
import type { GatewayOptions, Upstream } from '../types.ts';
import type { MessageRequest } from './message-request.ts';
import { checkSegment, stripAlias } from './model.ts';
import { convertVertexResponse } from './responses.ts';
import type { ConvertedRequest } from './types.ts';
import { joinUrl } from './upstream-url.ts';
import { chooseVersion } from './version.ts';

/**
 * Converts a request as the official client does: the model moves into the path, except for the
 * counting of tokens, and the version into the body. Betas stay in the header.
 * @throws {ConversionError} if the model cannot be in a path
 */
export function convertForVertex(
  request: MessageRequest,
  upstream: Upstream,
  options: Pick<GatewayOptions, 'errors' | 'pingMs'>,
): ConvertedRequest {
  const { path, stream, headers, search, betas } = request;
  const model = checkSegment(request.model);
  const body = editJson(request.text, listEdits(request));
  headers.delete('anthropic-version');
  if (request.body.anthropic_beta !== undefined && betas.length > 0)
    headers.set('anthropic-beta', betas.join(','));
  headers.set('content-type', 'application/json');
  return {
    url: joinUrl(
      upstream,
      formatPlatformPath({ form: 'raw-predict', path, model, stream }),
      search,
    ),
    headers,
    body,
    convertResponse: (response) =>
      convertVertexResponse(response, { ...options, url: upstream.url }),
  };
}

function listEdits({ body, counts, headers, model }: MessageRequest): JsonEdit[] {
  const counted = stripAlias(model);
  return [
    ...(counts ? [] : [{ at: ['model'], remove: true } as const]),
    ...(counts && counted !== body.model ? [{ at: ['model'], set: counted }] : []),
    { at: ['anthropic_beta'], remove: true },
    ...(typeof body.anthropic_version === 'string'
      ? []
      : [{ at: ['anthropic_version'], set: chooseVersion(headers, BODY_VERSIONS['raw-predict']) }]),
  ];
}
