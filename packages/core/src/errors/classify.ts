/** Classifies errors about betas. */
import { isPlatform } from '@beta-headers/constants';
import { findBetaPlacement } from '@beta-headers/grammar';
import { isOwnRefusal } from '../adapters/refusal.ts';
import type { Platform } from '../types.ts';
import { findDocs, writeAdvice } from './advice.ts';
import { findInFacts } from './find.ts';
import { flatten } from './flatten.ts';
import type { Found } from './found.ts';
import { type FailedRequest, readRequest } from './from-request.ts';
import { findHiddenEndpoint } from './hidden-endpoint.ts';
import type { BetaErrorContext, BetaErrorInfo } from './info.ts';
import { removeDuplicates } from './names.ts';
import { detectPlatform } from './platform.ts';
import { isResponse, readTextOfCopy } from './response.ts';
import type { Where } from './where.ts';

/**
 * Tests if an error is about betas, and gives advice. Takes an error that an SDK throws, a
 * `Response`, the JSON of a body, or a text, also if gateways have wrapped it. Never throws, and
 * leaves the body of a `Response` unread.
 * @returns `undefined` for every other error; a promise for a `Response`
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 *
 * const client = new Anthropic();
 * try {
 *   await client.beta.messages.create({
 *     model: 'claude-opus-5-5',
 *     max_tokens: 1024,
 *     messages: [{ role: 'user', content: 'Hello' }],
 *     speed: 'fast',
 *   });
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
/** Classifies anything except a `Response`: a thrown error, the JSON of a body, a text. */
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
  if (isOwnRefusal(response.headers)) return undefined;
  const body = await readTextOfCopy(response);
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
    // A getter of the error or the request throws, so nothing can be read.
    return undefined;
  }
}

function classify(error: unknown, context: BetaErrorContext): BetaErrorInfo | undefined {
  if (isRefusalOfOurs(error)) return undefined;
  const facts = flatten(error);
  const { request, language = 'en' } = context;
  const failed = request && readRequest(request, context.platform);
  const sent = context.sent ?? failed?.sent;
  const given = isPlatform(context.platform) ? context.platform : undefined;
  const platform = given ?? failed?.platform;
  const where = platform && toWhere(platform, failed);
  const shown = platform ?? detectPlatform(facts);
  const found = findInFacts(facts, where, failed) ?? findHiddenEndpoint(facts, failed, sent, where);
  return (
    found &&
    toInfo(
      completeFromRequest(found, failed, sent),
      sent ?? [],
      shown && toWhere(shown, failed),
      language,
    )
  );
}

/**
 * Tests if an adapter refused the request, so that no server judged it. The errors of clients keep
 * the headers of the answer. The streams of the SDK wrap what a middleware throws.
 */
function isRefusalOfOurs(error: unknown): boolean {
  const { headers, responseHeaders, name, cause } = Object(error) as Record<string, unknown>;
  const inner = Object(cause) as Record<string, unknown>;
  return (
    [name, inner.name].includes('BetaPolicyError') ||
    [headers, responseHeaders, inner.headers].some(isOwnRefusal)
  );
}

function toWhere(platform: Platform, failed: FailedRequest | undefined): Where {
  const { method, path } = failed?.route ?? { method: 'POST', path: '/v1/messages' };
  return { platform, method, path, model: failed?.model, betas: findPlacement(platform, failed) };
}

/** Finds the place of the betas, by the form of the request or else by the platform. */
function findPlacement(platform: Platform, failed: FailedRequest | undefined): Where['betas'] {
  if (failed) return findBetaPlacement(failed.route.form);
  if (platform === 'bedrock-converse') return 'converse';
  return platform === 'bedrock' ? 'either' : 'header';
}

/** Completes a finding with facts that only the request shows. */
function completeFromRequest(
  found: Found,
  failed: FailedRequest | undefined,
  sent: readonly string[] | undefined,
): Found {
  const { kind, betas, beginnings = [] } = found;
  if (kind === 'conflict' && sent) {
    const meant = sent.filter((id) => beginnings.some((start) => id.startsWith(start)));
    return { ...found, betas: removeDuplicates([...betas, ...meant]) };
  }
  // The betas that were sent distinguish an empty header from a value that the response does not
  // name.
  if (kind === 'unsupported-unnamed' && failed?.sentNothing)
    return { ...found, kind: 'empty-header' };
  if (kind === 'empty-header' && sent && sent.length > 0)
    return { ...found, kind: 'unsupported-unnamed' };
  const isOpen = kind === 'missing' && betas.length === 0 && !found.field && !found.advice;
  if (!isOpen || !failed) return found;
  const open = failed
    .listNeeds()
    .filter(({ choices }) => !choices.some((id) => sent?.includes(id)));
  return { ...found, betas: removeDuplicates(open.map(({ choices }) => choices[0] as string)) };
}

function toInfo(
  found: Found,
  sent: readonly string[],
  where: Where | undefined,
  language: 'en' | 'id',
): BetaErrorInfo {
  const { kind, betas, row } = found;
  const isUnnamed = betas.length === 0 && kind !== 'missing' && kind !== 'empty-header';
  const docs = findDocs(found);
  return {
    kind,
    betas: [...betas],
    suspects: [...(found.suspects ?? (isUnnamed ? sent : []))],
    advice: writeAdvice(found, sent, where, language),
    ...(docs && { docs }),
    ...(where && { platform: where.platform }),
    ...(row && { row }),
  };
}
