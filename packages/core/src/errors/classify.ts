/** An error → whether it is about betas, and what to do. */
import { isPlatform } from '@beta-headers/constants';
import { betaPlacement } from '@beta-headers/grammar';
import type { Platform } from '../types.ts';
import { adviceFor, docsFor } from './advice.ts';
import { findInFacts } from './find.ts';
import { flatten } from './flatten.ts';
import type { Found } from './found.ts';
import { type FailedRequest, readRequest } from './from-request.ts';
import { findHiddenEndpoint } from './hidden-endpoint.ts';
import type { BetaErrorContext, BetaErrorInfo } from './info.ts';
import { unique } from './names.ts';
import { platformOf } from './platform.ts';
import { isResponse, textOfCopy } from './response.ts';
import type { Where } from './where.ts';

/**
 * Says whether an error is about betas, and what to do. Takes what an SDK throws, a `Response`, the JSON of a body, or a text; also when
 * gateways have wrapped it. Never throws, and leaves the body of a `Response` unread.
 * @returns `undefined` for every other error; a promise for a `Response`
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 *
 * const client = new Anthropic();
 * try {
 *   await client.beta.messages.create({ model: 'claude-opus-5-5', max_tokens: 1024, messages: [{ role: 'user', content: 'Hello' }], speed: 'fast' });
 * } catch (error) {
 *   const info = classifyBetaError(error);
 *   if (info) console.error(info.advice, info.docs);
 * }
 * ```
 */
export function classifyBetaError(
  error: Response,
  context?: BetaErrorContext,
): Promise<BetaErrorInfo | undefined>;
/** The same for everything that is no `Response`: an error that was thrown, the JSON of a body, a text. */
export function classifyBetaError(
  error: unknown,
  context?: BetaErrorContext,
): BetaErrorInfo | undefined;
export function classifyBetaError(
  error: unknown,
  context: BetaErrorContext = {},
): BetaErrorInfo | undefined | Promise<BetaErrorInfo | undefined> {
  return isResponse(error) ? classifyResponse(error, context) : classifySafely(error, context);
}

async function classifyResponse(
  response: Response,
  context: BetaErrorContext,
): Promise<BetaErrorInfo | undefined> {
  const body = await textOfCopy(response);
  try {
    return classifySafely({ status: response.status, body }, context);
  } catch {
    // A status that throws when it is read.
    return undefined;
  }
}

function classifySafely(error: unknown, context: BetaErrorContext): BetaErrorInfo | undefined {
  try {
    return classify(error, context);
  } catch {
    // A getter that throws, of the error or of the request: there is nothing to be read from it.
    return undefined;
  }
}

function classify(error: unknown, context: BetaErrorContext): BetaErrorInfo | undefined {
  const facts = flatten(error);
  const { request, language = 'en' } = context;
  const failed = request && readRequest(request, context.platform);
  const sent = context.sent ?? failed?.sent;
  const told = isPlatform(context.platform) ? context.platform : undefined;
  const platform = told ?? failed?.platform;
  const where = platform && toWhere(platform, failed);
  const shown = platform ?? platformOf(facts);
  const found = findInFacts(facts, where, failed) ?? findHiddenEndpoint(facts, failed, sent, where);
  return (
    found &&
    toInfo(complete(found, failed, sent), sent ?? [], shown && toWhere(shown, failed), language)
  );
}

function toWhere(platform: Platform, failed: FailedRequest | undefined): Where {
  const { method, path } = failed?.route ?? { method: 'POST', path: '/v1/messages' };
  return { platform, method, path, model: failed?.model, betas: placementAt(platform, failed) };
}

/** Where the betas go: by the form of the request, or else as far as the platform tells. */
function placementAt(platform: Platform, failed: FailedRequest | undefined): Where['betas'] {
  if (failed) return betaPlacement(failed.route.form);
  if (platform === 'bedrock-converse') return 'converse';
  return platform === 'bedrock' ? 'either' : 'header';
}

/** What was found in the answer, with what only the request can tell. */
function complete(
  found: Found,
  failed: FailedRequest | undefined,
  sent: readonly string[] | undefined,
): Found {
  const { kind, betas, beginnings = [] } = found;
  if (kind === 'conflict' && sent) {
    const meant = sent.filter((id) => beginnings.some((start) => id.startsWith(start)));
    return { ...found, betas: unique([...betas, ...meant]) };
  }
  // What was sent tells an empty header from a value that the answer left out.
  if (kind === 'unsupported-unnamed' && failed?.sentNothing)
    return { ...found, kind: 'empty-header' };
  if (kind === 'empty-header' && sent && sent.length > 0)
    return { ...found, kind: 'unsupported-unnamed' };
  const isOpen = kind === 'missing' && betas.length === 0 && !found.field && !found.advice;
  if (!isOpen || !failed) return found;
  const open = failed.needs().filter(({ choices }) => !choices.some((id) => sent?.includes(id)));
  return { ...found, betas: unique(open.map(({ choices }) => choices[0] as string)) };
}

function toInfo(
  found: Found,
  sent: readonly string[],
  where: Where | undefined,
  language: 'en' | 'id',
): BetaErrorInfo {
  const { kind, betas, row } = found;
  const isUnnamed = betas.length === 0 && kind !== 'missing' && kind !== 'empty-header';
  const docs = docsFor(found);
  return {
    kind,
    betas: [...betas],
    suspects: [...(found.suspects ?? (isUnnamed ? sent : []))],
    advice: adviceFor(found, sent, where, language),
    ...(docs && { docs }),
    ...(where && { platform: where.platform }),
    ...(row && { row }),
  };
}
