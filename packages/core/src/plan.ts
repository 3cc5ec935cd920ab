/** The engine: plans what to send for one request. */
import { assemble, assembleUnchanged } from './assemble/assemble.ts';
import type { EngineCatalog, KnownPlatform } from './catalog/types.ts';
import { conclude, MAX_PLACES } from './collect/collect.ts';
import { type Matched, matchRequest } from './collect/match.ts';
import type { Context, Settings } from './decide/context.ts';
import { type Decided, decide } from './decide/decide.ts';
import { Journal } from './decide/journal.ts';
import { decidePlaces } from './decide/places.ts';
import { readSettings } from './decide/settings.ts';
import type { JsonEdit } from './edit/edit.ts';
import { editValue } from './edit/value.ts';
import { reusePlan } from './repeat.ts';
import { type RequestFacts, readRequest } from './request/read.ts';
import { type Stripped, strip } from './strip/strip.ts';
import type { BetaPlan, BetaRequest, Decision, PlanOptions } from './types.ts';

/**
 * Plans one request: will it work on its platform, and what has to change? Decides about the betas
 * that the caller sent, the features that the request uses, the betas that it needs, and the betas
 * of the option `always`. The result is merged and translated for the platform, with a reason for
 * each decision. Pure and without a clock. Never throws: a request that should not be sent has a
 * `refused` decision.
 * @example
 * ```ts
 * plan({
 *   method: 'POST',
 *   url: 'https://api.anthropic.com/v1/messages',
 *   body: { model: 'claude-opus-5-5', compaction: { type: 'summarize' }, messages: [] },
 * });
 * // { verdict: 'works', changed: true, header: 'compact-2026-09-04', … }
 * ```
 */
export function plan<C extends EngineCatalog<string> = EngineCatalog>(
  request: BetaRequest,
  options: PlanOptions<C> = {},
): BetaPlan {
  try {
    return planRequest(request, options);
  } catch {
    return planWithoutBody(request, options);
  }
}

/**
 * Plans a request whose body throws when it is read. The header can still be planned; the transport
 * reports the error in the body.
 */
function planWithoutBody<C extends EngineCatalog<string>>(
  request: BetaRequest,
  options: PlanOptions<C>,
): BetaPlan {
  try {
    const { method, url, headers } = request;
    return planRequest({ method, url, headers, body: UNREADABLE }, options);
  } catch {
    return planRequest({ method: '', url: '', body: UNREADABLE }, {});
  }
}

const UNREADABLE = (): void => undefined;

function planRequest<C extends EngineCatalog<string>>(
  request: BetaRequest,
  options: PlanOptions<C>,
): BetaPlan {
  const settings = readSettings(options);
  const facts = readRequest(request, settings.catalog, options?.platform);
  const refusal = decidePlatform(facts, settings.catalog);
  if (refusal) return assembleUnchanged(facts, refusal);
  const matched = match(facts, settings, facts.body.value);
  return reusePlan(facts, settings, matched, () => planRounds(facts, settings, matched));
}

const match = (facts: RequestFacts, { catalog }: Settings, value: unknown): Matched =>
  matchRequest(facts, catalog, value, MAX_PLACES);

/**
 * Decides about the option `platform`. If it contradicts the host or is unknown, no other decision
 * would be reliable.
 */
function decidePlatform(
  { found }: RequestFacts,
  catalog: EngineCatalog<string>,
): Decision[] | undefined {
  if (found.mismatch === undefined && !found.unknownOption) return undefined;
  const journal = new Journal(catalog);
  const reason = found.unknownOption ? 'unknown-platform' : 'platform-mismatch';
  journal.add({ action: 'refused', reason, sends: found.mismatch });
  return journal.list();
}

/**
 * The maximum number of rounds. Removing a part can make another rule apply, such as one with
 * `unless`.
 */
const MAX_ROUNDS = 8;

/** The result of the previous rounds. */
interface Progress {
  readonly value: unknown;
  readonly matched: Matched;
  readonly edits: readonly (readonly JsonEdit[])[];
  /** Decisions about the parts that were removed. */
  readonly made: readonly Decision[];
  /** Betas that are sent in place of a removed part. */
  readonly substituted: ReadonlySet<string>;
  readonly keepsBody: boolean;
}

/**
 * Decides, and removes parts of the body if the decisions require it. Then decides again about the
 * rest, with the betas of the original request. If the rest would be no valid request, nothing is
 * removed and the request is refused.
 */
function planRounds(facts: RequestFacts, settings: Settings, matched: Matched): BetaPlan {
  const start: Progress = {
    value: facts.body.value,
    matched,
    edits: [],
    made: [],
    substituted: new Set(),
    keepsBody: false,
  };
  let progress = start;
  for (let round = 1; ; round++) {
    const context = toContext(facts, settings, progress);
    const decided = decide(context);
    if (!hasCuts(decided)) return finish(facts, settings, progress, decided);
    const stripped = round < MAX_ROUNDS ? strip(context, progress.value, decided) : undefined;
    progress = stripped
      ? advance(progress, context, decided, stripped)
      : { ...start, keepsBody: true };
  }
}

/** The platform if a catalog has no entry for the Claude API: nothing is known about it. */
const NOWHERE: KnownPlatform = {
  id: 'claude-api',
  operator: 'anthropic',
  hosts: /(?!)/,
  endpoints: [],
};

function toContext(facts: RequestFacts, settings: Settings, progress: Progress): Context {
  const { found } = facts;
  const { catalog } = settings;
  return {
    ...settings,
    facts,
    collected: conclude(progress.matched, facts.apiVersion),
    platform: catalog.platforms.get(found.platform) ?? NOWHERE,
    isAssumed: found.from === 'assumed',
    caller: [...new Set([...facts.caller, ...progress.substituted])],
    substituted: progress.substituted,
    acceptances: new Map(),
    keepsBody: progress.keepsBody,
  };
}

function hasCuts({ cuts, unknownFields }: Decided): boolean {
  return cuts.strip.size + cuts.needs.size + cuts.substitutes.size + unknownFields.length > 0;
}

function advance(
  progress: Progress,
  context: Context,
  { cuts, decisions }: Decided,
  { edits, places }: Stripped,
): Progress {
  const journal = new Journal(context.catalog);
  for (const decision of progress.made) journal.keep(decision);
  for (const decision of decisions)
    if (decision.action === 'substituted' || decision.action === 'stripped') journal.keep(decision);
  for (const [cause, draft] of [...cuts.strip, ...cuts.needs])
    journal.add({ ...draft, at: places.get(cause) });
  const sends = [...cuts.substitutes].map((substitute) => substitute.send);
  const value = editValue(progress.value, edits);
  return {
    value,
    matched: match(context.facts, context, value),
    edits: [...progress.edits, edits],
    made: journal.list(),
    substituted: new Set([...progress.substituted, ...sends]),
    keepsBody: false,
  };
}

function finish(
  facts: RequestFacts,
  settings: Settings,
  { value, edits, made }: Progress,
  { decisions, betas }: Decided,
): BetaPlan {
  const all = [...decidePlaces(facts, settings), ...made, ...decisions];
  return settings.observes
    ? assembleUnchanged(facts, all, true)
    : assemble(facts, all, betas, edits, value);
}
