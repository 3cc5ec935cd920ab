/** An error → whether it is about betas, and what to do. */
import { isAt } from '../request/route.ts';
import type { Platform } from '../types.ts';
import { aboutBody } from './about-body.ts';
import { aboutHeader, canBeBeta, type Found, OAUTH } from './about-header.ts';
import { adviceFor, docsFor } from './advice.ts';
import { type FailedRequest, readRequest } from './from-request.ts';
import type { BetaErrorContext, BetaErrorInfo } from './info.ts';
import { knownBetas } from './lookup.ts';
import { unique } from './names.ts';
import { isResponse, textOfCopy } from './response.ts';
import { type Facts, factsOf } from './unwrap.ts';

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
  if (!isResponse(error)) return classifySafely(error, context);
  return textOfCopy(error).then((body) => classifySafely({ status: error.status, body }, context));
}

function classifySafely(error: unknown, context: BetaErrorContext): BetaErrorInfo | undefined {
  try {
    return classify(error, context);
  } catch {
    // A getter that throws, of the error or of the request: there is nothing to be read from it.
    return undefined;
  }
}

/** The only 401 that is about a beta: a bearer token counts with it alone, and proxies that replace the header lose it. */
const TOKEN_REFUSED = /\bOAuth authentication is (?:currently )?not supported\b/i;

function classify(error: unknown, context: BetaErrorContext): BetaErrorInfo | undefined {
  const facts = factsOf(error);
  const tokenRefused = facts.texts.some((text) => TOKEN_REFUSED.test(text));
  if (!tokenRefused && !canBeBeta(facts)) return undefined;
  const { request, platform = 'claude-api', language = 'en' } = context;
  const failed = request && readRequest(request, platform);
  const sent = context.sent ?? failed?.sent;
  const needsOneOf = (betas: readonly string[]): boolean | undefined =>
    failed?.needs().some(({ choices }) => choices.some((id) => betas.includes(id)));
  let found: Found | undefined = tokenRefused
    ? { kind: 'missing', betas: [OAUTH] }
    : aboutHeader(facts);
  if (failed?.canOpen !== false)
    found ??= first(facts.texts, (text) => aboutBody(text, needsOneOf));
  found ??= hidden(facts, failed ?? named(facts, platform), sent);
  if (!found) return undefined;
  found = completed(found, failed, sent);
  const suspects =
    found.suspects ??
    (found.betas.length === 0 && found.kind !== 'missing' && found.kind !== 'empty-header'
      ? (sent ?? [])
      : []);
  const docs = docsFor(found);
  return {
    kind: found.kind,
    betas: [...found.betas],
    suspects: [...suspects],
    advice: adviceFor(found, sent ?? [], language),
    ...(docs && { docs }),
  };
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What was found in the answer, with what only the request can tell. */
function completed(
  found: Found,
  failed: FailedRequest | undefined,
  sent: readonly string[] | undefined,
): Found {
  const { kind, betas, beginnings = [] } = found;
  if (found.leaked) return { ...found, betas: failed?.leaked() ?? [] };
  if (kind === 'conflict' && sent)
    return {
      ...found,
      betas: unique([
        ...betas,
        ...sent.filter((id) => beginnings.some((start) => id.startsWith(start))),
      ]),
    };
  // What was sent tells an empty header from a value that the answer left out.
  if (kind === 'unsupported-unnamed' && failed?.sentNothing)
    return { ...found, kind: 'empty-header' };
  if (kind === 'empty-header' && sent && sent.length > 0)
    return { ...found, kind: 'unsupported-unnamed' };
  if (kind !== 'missing' || betas.length > 0 || !failed) return found;
  const open = failed.needs().filter(({ choices }) => !choices.some((id) => sent?.includes(id)));
  return { ...found, betas: unique(open.map(({ choices }) => choices[0] as string)) };
}

/** The request that an answer or a log names. */
function named({ texts }: Facts, platform: Platform): FailedRequest | undefined {
  const [, method, path] =
    first(
      texts,
      (text) => /\b(GET|POST|PUT|PATCH|DELETE) (\/v1\/[\w/.-]{1,200})/.exec(text) ?? undefined,
    ) ?? [];
  return method && path ? readRequest({ method, url: path }, platform) : undefined;
}

/** The endpoints of the rules by which the endpoint alone needs one of these betas. */
function endpointsOf(choices: readonly string[], route: FailedRequest['route']): readonly string[] {
  return choices.flatMap((id) =>
    (knownBetas.get(id)?.requires ?? []).flatMap(({ at, endpoint }) =>
      at === undefined && isAt(route, endpoint) ? (endpoint ?? []) : [],
    ),
  );
}

/** Endpoints that answer 404 to those who did not send their beta, or may not use it. */
function hidden(
  { statuses, words }: Facts,
  failed: FailedRequest | undefined,
  sent: readonly string[] | undefined,
): Found | undefined {
  if (!failed || (!statuses.has(404) && !words.has('not_found_error'))) return undefined;
  for (const { choices } of failed.needs()) {
    const endpoints = endpointsOf(choices, failed.route);
    if (endpoints.length === 0) continue;
    const [beta = '', ...suspects] = choices;
    const had = choices.find((id) => sent?.includes(id));
    if (sent && !had) return { kind: 'missing', betas: [beta], suspects };
    // Of a thing with an id the 404 may be about the thing.
    if (
      !endpoints.some(
        (endpoint) =>
          endpoint.slice(endpoint.indexOf(' ') + 1).replace('/**', '') === failed.route.path,
      )
    )
      return undefined;
    return had
      ? { kind: 'not-enrolled', betas: [had] }
      : { kind: 'missing', betas: [beta], suspects };
  }
  return undefined;
}
