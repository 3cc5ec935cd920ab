/** Sends a request, and when a beta is rejected plans it again without that beta. The engine decides what may go; this only tells it what was rejected. */
import type { Exchange, Recovery } from '../adapters/adapter.ts';
import { checkName } from '../adapters/options.ts';
import { isOwnRefusal } from '../adapters/refusal.ts';
import { defaultCatalog, featureOf } from '../catalog/catalog.ts';
import { claimsOn, findClaim } from '../catalog/claims.ts';
import { findInFacts } from '../errors/find.ts';
import { flatten } from '../errors/flatten.ts';
import { textOfCopy } from '../errors/response.ts';
import { shownName } from '../request/header.ts';
import { readJson } from '../request/json.ts';
import { readModelId } from '../request/model.ts';
import { routeOf } from '../request/route.ts';
import type { BetaPlan, BetaRequest } from '../types.ts';
import { type BetaMemory, inProcessMemory } from './memory.ts';

/** To try more betas one by one would cost more than it could save. */
const MAX_TRIED = 32;

/** How to recover. */
export interface RecoveryOptions {
  /** How often a request is sent again, at most. Default: 2. The client's own retries are not counted, and not used up. */
  readonly maxRetries?: number;
  /** Where rejections are remembered, so that they are paid for once. Default: in this process, for this recovery. */
  readonly memory?: BetaMemory;
  /** How long the memory may take, in milliseconds; then the request goes on without it. Default: 1000. */
  readonly memoryTimeoutMs?: number;
}

/**
 * Recovery for `betaMiddleware` and `betaFetch`: on a 400 over a beta the request is planned again without it and sent again, within the bound.
 * What the body depends on is never left out, unless the policy `unavailable` is `strip`. When nothing helps, the last response comes
 * back, and the client raises its usual error.
 *
 * A beta that the answer names counts as rejected from then on, for that platform, endpoint and model. Where none is named, what the table has
 * doubts about goes first, then one half of the rest, at last all of it; and only what the success proves is remembered.
 * @throws {TypeError} for an option that there is not, or a memory that is none
 * @throws {RangeError} for a `maxRetries` that is not a whole number, or a `memoryTimeoutMs` that is not above 0
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/core';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware({ recover: betaRecovery() })] });
 * ```
 */
export function betaRecovery(options: RecoveryOptions = {}): Recovery {
  checkOptions(options);
  const { maxRetries = 2, memory = inProcessMemory(), memoryTimeoutMs = 1000 } = options;
  if (!Number.isInteger(maxRetries) || maxRetries < 0)
    throw new RangeError(`maxRetries: ${String(maxRetries)} is not a whole number, 0 or more`);
  if (!(memoryTimeoutMs > 0))
    throw new RangeError(
      `memoryTimeoutMs: ${String(memoryTimeoutMs)} is not a number of milliseconds above 0`,
    );
  return (exchange) => recovering(exchange, memory, maxRetries, memoryTimeoutMs);
}

const OPTIONS = ['maxRetries', 'memory', 'memoryTimeoutMs'];

/** A memory fails no request, so one that never can work has to be told here. */
function checkOptions(options: RecoveryOptions): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError('betaRecovery: give an object, or nothing');
  for (const name of Object.keys(options)) checkName('betaRecovery', name, OPTIONS);
  const { memory } = options;
  const isMemory = typeof memory?.get === 'function' && typeof memory.add === 'function';
  if (memory !== undefined && !isMemory)
    throw new TypeError('memory: give an object with `get` and `add`, as storageMemory() returns');
}

async function recovering(
  exchange: Exchange,
  memory: BetaMemory,
  maxRetries: number,
  memoryTimeoutMs: number,
): Promise<Response> {
  const { signal, request } = exchange;
  const model = modelOf(request);
  const key = `${exchange.platform} ${endpointOf(request)} ${model ?? '-'}`;
  const doubt = (beta: string): number => doubtOf(beta, exchange, model);
  const rejected = new Set<string>();
  const groups: string[][] = [];
  for (const entry of await patiently(memoryTimeoutMs, () => memory.get(key))) {
    const betas = String(entry).split(' ');
    if (betas.length > 1) groups.push(betas);
    else rejected.add(String(entry));
  }
  /** Left out to see whether it helps: of one of them it is known that it was rejected, or they are what may go. */
  const trial = new Set<string>();
  const plan = (more: readonly string[] = []): BetaPlan =>
    exchange.plan([...rejected, ...trial, ...more]);
  /** One entry each, or one for all of which at least one is rejected. What may be a key that went astray into the header is not kept. */
  const learn = async (betas: readonly string[], together = false): Promise<void> => {
    if (betas.length === 0 || betas.some((beta) => shownName(beta) !== beta)) return;
    await patiently(memoryTimeoutMs, () => memory.add(key, together ? [betas.join(' ')] : betas));
  };
  /** Those of `betas` that the request can do without, all together. */
  const dispensable = (betas: readonly string[]): string[] => {
    const chosen: string[] = [];
    for (const beta of betas.slice(0, MAX_TRIED)) {
      const without = plan([...chosen, beta]);
      if (!isRefused(without) && !without.betas.includes(beta)) chosen.push(beta);
    }
    return chosen;
  };

  let planned = plan();
  /** Betas that were sent and failed, so that one of them at least is rejected. */
  let failed: readonly string[] | undefined;
  const group = groups
    .sort((a, b) => a.length - b.length)
    .find((betas) => betas.every((beta) => planned.betas.includes(beta)));
  if (group && !isRefused(planned)) {
    for (const beta of dispensable(group.slice(0, Math.ceil(group.length / 2)))) trial.add(beta);
    planned = plan();
    failed = group;
  }
  exchange.report(planned);

  for (let left = maxRetries; ; left--) {
    const response = await exchange.send(planned);
    const sent = planned.betas;
    if (response.ok && failed) {
      const dropped = failed.filter((beta) => !sent.includes(beta));
      if (!dropped.some((beta) => rejected.has(beta))) await learn(dropped, true);
    }
    if (
      response.status !== 400 ||
      isOwnRefusal(response.headers) ||
      sent.length === 0 ||
      signal?.aborted
    )
      return response;
    const found = findInFacts(flatten({ status: 400, body: await textOfCopy(response) }));
    if (!found || !DROPPABLE.has(found.kind) || found.advice === 'policy') return response;
    const isNamed = (beta: string): boolean =>
      found.betas.some(
        (id) => id === beta || (found.isFeature && featureNameOf(id) === featureNameOf(beta)),
      );
    const named = found.advice === 'all' ? dispensable(sent) : sent.filter(isNamed);
    if (named.length > 0) {
      for (const beta of named) rejected.add(beta);
      await learn(named);
    } else if (found.betas.length > 0) return response;
    if (left === 0 || signal?.aborted) return response;
    if (named.length === 0) {
      failed = sent;
      const pool = dispensable(group?.filter((beta) => sent.includes(beta)) ?? []);
      const next =
        pool.length > 0
          ? pool
          : pick(dispensable([...sent].sort((a, b) => doubt(a) - doubt(b))), left, doubt);
      for (const beta of next) trial.add(beta);
    }
    const next = plan();
    exchange.report(next);
    if (isRefused(next) || String(next.betas) === String(sent)) return response;
    void response.body?.cancel().catch(() => {});
    planned = next;
  }
}

/** Which of the betas that may go, the most doubtful first, go next. */
function pick(
  pool: readonly string[],
  left: number,
  doubt: (beta: string) => number,
): readonly string[] {
  const doubtful = pool.filter((beta) => doubt(beta) < SOUND);
  if (left === 1 || pool.length < 2) return pool;
  return doubtful.length > 0 ? doubtful : pool.slice(0, Math.ceil(pool.length / 2));
}

/** What leaving a beta out can mend. */
const DROPPABLE: ReadonlySet<string> = new Set([
  'unsupported',
  'unsupported-unnamed',
  'not-enrolled',
]);

const SOUND = 3;

/** How doubtful a beta is, by the table: the platform does not take it, nobody knows it, or no header is needed for it. */
function doubtOf(id: string, { platform }: Exchange, model: string | undefined): number {
  const beta = defaultCatalog.betas.get(id);
  if (!beta) return 1;
  const { status } = findClaim(claimsOn(beta.acceptance, platform, defaultCatalog), {
    method: 'POST',
    path: '/v1/messages',
    model: readModelId(model),
    today: undefined,
  });
  if (status === 'rejected') return 0;
  return beta.stage === 'graduated' || beta.stage === 'retired' || beta.stage === 'internal'
    ? 2
    : SOUND;
}

const featureNameOf = (id: string): string | undefined => featureOf(defaultCatalog, id)?.name;

function modelOf({ method, url, body }: BetaRequest): string | undefined {
  const model =
    (readJson(body) as { model?: unknown } | null | undefined)?.model ?? routeOf(method, url).model;
  return typeof model === 'string' ? model.slice(0, 200) : undefined;
}

/** The endpoint without ids: what counting tokens rejects, creating a message may take. */
function endpointOf({ method, url }: BetaRequest): string {
  const route = routeOf(method, url);
  return route.params === 'none' ? route.path.split('/').slice(0, 3).join('/') : route.path;
}

const isRefused = (planned: BetaPlan): boolean =>
  planned.decisions.some((decision) => decision.action === 'refused');

/** Asks a memory, which may fail or hang: then it is as if there were nothing in it. */
async function patiently(memoryTimeoutMs: number, ask: () => unknown): Promise<readonly unknown[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const timeout = new Promise((resolve) => {
      timer = setTimeout(resolve, memoryTimeoutMs);
    });
    const answer = await Promise.race([ask(), timeout]);
    return Array.isArray(answer) ? answer : [];
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}
