/** The engine: one request → what to send, and why. */
import { assemble, assembleUnchanged } from './assemble/assemble.ts';
import type { EngineCatalog, KnownPlatform } from './catalog/types.ts';
import { collect } from './collect/collect.ts';
import type { Context, Settings } from './decide/context.ts';
import { type Decided, decide } from './decide/decide.ts';
import { Journal } from './decide/journal.ts';
import { decidePlaces } from './decide/places.ts';
import { readSettings } from './decide/settings.ts';
import type { JsonEdit } from './edit/edit.ts';
import { editValue } from './edit/value.ts';
import { type RequestFacts, readRequest } from './request/read.ts';
import { type Stripped, strip } from './strip/strip.ts';
import type { BetaPlan, BetaRequest, Decision, PlanOptions } from './types.ts';

/**
 * Plans one request: will it work where it goes, and what makes it work. Decides about the betas
 * that the caller sent, the features that the request uses, the betas that it needs, and those that
 * the options ask for; merged and translated for the platform, each with a reason. Pure, without a
 * clock, and never throws: what should not be sent comes back as a `refused` decision.
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
 * A body that throws when it is read: the header can still be planned, and the transport will
 * complain of the body.
 */
function planWithoutBody<C extends EngineCatalog<string>>(
  request: BetaRequest,
  options: PlanOptions<C>,
): BetaPlan {
  try {
    const { method, url, headers } = request;
    return planRequest({ method, url, headers, body: unreadable }, options);
  } catch {
    return planRequest({ method: '', url: '', body: unreadable }, {});
  }
}

const unreadable = (): void => undefined;

function planRequest<C extends EngineCatalog<string>>(
  request: BetaRequest,
  options: PlanOptions<C>,
): BetaPlan {
  const settings = readSettings(options);
  const facts = readRequest(request, settings.catalog, options?.platform);
  const refusal = decidePlatform(facts, settings.catalog);
  return refusal ? assembleUnchanged(facts, refusal) : planRounds(facts, settings);
}

/**
 * A platform that contradicts the host, or that is none, is all that is said: nothing else could be
 * right.
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
 * A strip can show what it hid, as a condition with `unless` does. More rounds than these would not
 * end.
 */
const MAX_ROUNDS = 8;

/** What the rounds before have done. */
interface Progress {
  readonly value: unknown;
  readonly edits: readonly (readonly JsonEdit[])[];
  /** Decisions about what was taken out. */
  readonly made: readonly Decision[];
  /** Betas that are sent in place of something that was taken out. */
  readonly substituted: ReadonlySet<string>;
  readonly keepsBody: boolean;
}

/**
 * Decides; and where something was taken out of the body, decides again about what is left, with
 * the betas that came with the whole. Where what is left would be no request, nothing is taken out
 * and the request is refused.
 */
function planRounds(facts: RequestFacts, settings: Settings): BetaPlan {
  const start: Progress = {
    value: facts.body.value,
    edits: [],
    made: [],
    substituted: new Set(),
    keepsBody: false,
  };
  let progress = start;
  for (let round = 1; ; round++) {
    const context = toContext(facts, settings, progress);
    const decided = decide(context);
    if (!isCut(decided)) return finish(facts, settings, progress, decided);
    const stripped = round < MAX_ROUNDS ? strip(context, progress.value, decided) : undefined;
    progress = stripped
      ? advance(progress, context, decided, stripped)
      : { ...start, keepsBody: true };
  }
}

/** A catalog without the Claude API cannot say anything. */
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
    collected: collect(facts, catalog, progress.value),
    platform: catalog.platforms.get(found.platform) ?? NOWHERE,
    isAssumed: found.from === 'assumed',
    caller: [...new Set([...facts.caller, ...progress.substituted])],
    substituted: progress.substituted,
    acceptances: new Map(),
    keepsBody: progress.keepsBody,
  };
}

function isCut({ cuts, unknownFields }: Decided): boolean {
  return cuts.strip.size + cuts.needs.size + cuts.substitutes.size + unknownFields.length > 0;
}

function advance(
  progress: Progress,
  { catalog }: Context,
  { cuts, decisions }: Decided,
  { edits, places }: Stripped,
): Progress {
  const journal = new Journal(catalog);
  for (const decision of progress.made) journal.keep(decision);
  for (const decision of decisions)
    if (decision.action === 'substituted' || decision.action === 'stripped') journal.keep(decision);
  for (const [cause, draft] of [...cuts.strip, ...cuts.needs])
    journal.add({ ...draft, at: places.get(cause) });
  const sends = [...cuts.substitutes].map((substitute) => substitute.send);
  return {
    value: editValue(progress.value, edits),
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
