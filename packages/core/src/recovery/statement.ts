/** Reads what an answer states about betas, if another request can act on it. */
import { findBetaPlacement } from '@beta-headers/grammar';
import type { Exchange } from '../adapters/adapter.ts';
import { defaultCatalog, findFeature } from '../catalog/catalog.ts';
import { findInFacts } from '../errors/find.ts';
import { type Facts, flatten } from '../errors/flatten.ts';
import type { Found } from '../errors/found.ts';
import { readRequest } from '../errors/from-request.ts';
import { readTextOfCopy } from '../errors/response.ts';
import type { Where } from '../errors/where.ts';
import type { BetaRequest, Platform } from '../types.ts';
import { isOwnStatement } from './echo.ts';
import { type Deadline, LATE } from './wait.ts';

/** A statement about betas in an answer. */
export interface Statement {
  /** `unnamed`: one of the betas that were sent is rejected. `all`: none may be sent. */
  readonly kind: 'rejected' | 'unnamed' | 'all' | 'missing';
  /** The betas that it names: rejected ones that were sent, or missing ones. */
  readonly betas: readonly string[];
  /** The top-level field of the body that needs the missing beta. */
  readonly field?: string;
}

const REJECTIONS: ReadonlySet<string> = new Set([
  'unsupported',
  'unsupported-unnamed',
  'not-enrolled',
]);

const MAX_READ_MS = 3000;

/**
 * Reads the statement of an answer. Returns `undefined` if there is none, or if another request
 * would not help. Rejects on an abort.
 */
export async function readStatement(
  response: Response,
  sent: readonly string[],
  { request, platform }: Exchange,
  deadline: Deadline,
): Promise<Statement | undefined> {
  const maxMs = Math.min(MAX_READ_MS, deadline.remaining());
  const text = await deadline.wait(readTextOfCopy(response, maxMs), maxMs + 100);
  if (text === LATE) return undefined;
  const facts = flatten({ status: 400, body: text });
  const found = findStatement(facts, request, platform);
  if (!found?.match) return undefined;
  const statement = interpret(found, sent);
  const claim = { match: found.match, betas: statement?.betas ?? [] };
  return statement && isOwnStatement(claim, facts.messages, text, request) ? statement : undefined;
}

/** Finds a statement. Reads the request only if a beta is missing, which depends on it. */
function findStatement(facts: Facts, request: BetaRequest, platform: Platform): Found | undefined {
  const found = findInFacts(facts);
  if (found?.kind !== 'missing') return found;
  const failed = readRequest(request, platform);
  const { method, path, form } = failed.route;
  const where: Where = {
    platform,
    method,
    path,
    model: failed.model,
    betas: findBetaPlacement(form),
  };
  return findInFacts(facts, where, failed);
}

function interpret(found: Found, sent: readonly string[]): Statement | undefined {
  const { kind, betas, advice, field } = found;
  if (kind === 'missing') return interpretMissing(betas, field, sent);
  if (!REJECTIONS.has(kind) || advice === 'policy' || sent.length === 0) return undefined;
  if (advice === 'all') return { kind: 'all', betas: [] };
  const named = sent.filter((beta) => isNamed(beta, found));
  if (named.length > 0) return { kind: 'rejected', betas: named };
  return betas.length > 0 ? undefined : { kind: 'unnamed', betas: [] };
}

function isNamed(beta: string, { betas, isFeature }: Found): boolean {
  return betas.some(
    (id) =>
      id.toLowerCase() === beta.toLowerCase() ||
      (isFeature && findFeatureName(id) === findFeatureName(beta)),
  );
}

const findFeatureName = (id: string): string | undefined => findFeature(defaultCatalog, id)?.name;

/** Accepts only betas that something requires according to the manifest. */
function interpretMissing(
  betas: readonly string[],
  field: string | undefined,
  sent: readonly string[],
): Statement | undefined {
  const missing = betas.filter((id) => !sent.includes(id) && isNeededBySomething(id));
  const [top] = /^[a-z_]{1,64}/i.exec(field ?? '') ?? [];
  if (missing.length === 0) return undefined;
  return { kind: 'missing', betas: missing.slice(0, 1), ...(top !== undefined && { field: top }) };
}

function isNeededBySomething(id: string): boolean {
  const beta = defaultCatalog.betas.get(id);
  return beta !== undefined && beta.requires.length > 0;
}
