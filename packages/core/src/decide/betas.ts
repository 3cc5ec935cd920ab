/** Decides about the betas that came with a request, those that it needs, and those that the options ask for. */
import { findNearest } from '@beta-headers/grammar';
import { featureOf, findBeta, knownNames, resolveName } from '../catalog/catalog.ts';
import type { Acceptance } from '../catalog/claims.ts';
import type { KnownBeta } from '../catalog/types.ts';
import type { Need } from '../collect/collect.ts';
import { isBetaToken } from '../request/header.ts';
import { hasBody, isAt } from '../request/route.ts';
import type { Action, Reason } from '../types.ts';
import { acceptanceOf, type Context } from './context.ts';
import { type Cuts, mayStrip, type Unavailable } from './features.ts';
import type { Draft, Journal } from './journal.ts';
import { type BetaSubject, decideBeta, sendsRejected } from './precedence.ts';

/** As many names of the caller are looked at. */
export const MAX_CALLER = 200;
/** Comparing names costs time; more slips than these are not spelt out. */
const MAX_GUESSES = 10;

/** Makes the decisions about betas, and keeps what is to be sent. */
export class BetaDecider {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #unavailable: Unavailable;
  readonly #cuts: Cuts;
  /** What is to be sent, in order. */
  readonly sent: Set<string> = new Set();
  readonly #used: ReadonlySet<string>;
  #guesses = 0;

  constructor(context: Context, journal: Journal, unavailable: Unavailable, cuts: Cuts) {
    this.#context = context;
    this.#journal = journal;
    this.#unavailable = unavailable;
    this.#cuts = cuts;
    this.#used = new Set(context.collected.uses.map(({ feature }) => feature.name));
  }

  /** The betas of the caller come first, in their order. */
  decideCaller(): void {
    const { caller } = this.#context;
    for (const name of caller.slice(0, MAX_CALLER)) this.#decideName(name, 'caller');
    if (caller.length > MAX_CALLER) this.#journal.add({ action: 'dropped', reason: 'too-many' });
  }

  /** What has no choice comes first: it may satisfy what has one. */
  decideNeeds(): void {
    const { needs } = this.#context.collected;
    for (const hasChoice of [false, true])
      for (const need of needs) if (need.choices.length > 1 === hasChoice) this.#decideNeed(need);
  }

  /** What the options ask for comes last, and yields: it never pushes out what the caller sent or the request needs. */
  decideAlways(): void {
    const { always, catalog } = this.#context;
    for (const name of always) {
      const id = resolveName(catalog, name) ?? name;
      if (this.#journal.has(id) || this.sent.has(id)) continue;
      const feature = id === name ? undefined : catalog.betas.get(id)?.feature;
      if (feature && this.#sendsDateOf(feature.name)) continue;
      if (this.#dropsForShape(id) || this.#dropsForConflict(id)) continue;
      this.#decideName(id, 'always');
    }
  }

  #decideName(name: string, from: 'caller' | 'always'): void {
    const { catalog } = this.#context;
    const beta = findBeta(catalog, name);
    if (!beta) return this.#decideUnknown(name, from);
    if (name !== beta.id) {
      this.#journal.add({ beta: name, action: 'dropped', reason: 'spelling', sends: beta.id });
      if (this.#journal.has(beta.id)) return;
    }
    this.#decideKnown(beta, from);
  }

  #decideKnown(beta: KnownBeta, from: 'caller' | 'always'): void {
    const subject = this.#describe(beta, from);
    const { action, reason, conflictsWith, instead = [] } = decideBeta(subject);
    const { acceptance, need } = subject;
    if (action === 'leave') return;
    if (action === 'sent' && this.#context.substituted.has(beta.id)) {
      this.#send(beta, 'added', 'instead', acceptance, {});
      return;
    }
    if (action === 'sent') {
      this.#send(beta, from === 'always' ? 'added' : action, reason, acceptance, { at: need?.at });
      return;
    }
    const [sends] = instead;
    this.#journal.add({
      beta: beta.id,
      action,
      reason,
      at: need?.at,
      ...(reason === 'rejected' && { confidence: acceptance.confidence }),
      ...(conflictsWith && { conflictsWith }),
      ...(sends && { sends }),
      ...(action === 'dropped' && (need || subject.selectsShape) && { level: 'warn' }),
    });
    for (const id of instead) this.#sendInstead(id, beta.id, []);
  }

  #describe(beta: KnownBeta, from: 'caller' | 'always'): BetaSubject {
    const { collected, rejected, policy, platform, facts } = this.#context;
    const needs = collected.needs.filter(({ choices }) =>
      choices.some((id) => id === beta.id || this.#insteadOf(id).includes(beta.id)),
    );
    const alone = needs.find(
      (one) => !one.choices.some((id) => id !== beta.id && this.#isUsable(id)),
    );
    const need = alone ?? needs[0];
    const acceptance = acceptanceOf(beta, this.#context);
    const isAppended = isAt(facts.route, beta.appendedAt);
    return {
      beta,
      from,
      acceptance,
      isRejectedBefore: rejected.has(beta.id),
      need,
      hasOtherChoice: need !== undefined && !alone,
      selectsShape: this.#selectsShape(beta),
      shapeBeside: isAppended ? this.#otherShape(beta, this.#context.caller) : undefined,
      instead: this.#insteadOf(beta.id).filter((id) => !rejected.has(id)),
      isAssumed: this.#context.isAssumed,
      isAnthropic: platform.operator === 'anthropic',
      policy,
    };
  }

  #decideUnknown(name: string, from: 'caller' | 'always'): void {
    const { rejected, policy } = this.#context;
    if (!isBetaToken(name))
      return this.#journal.add({ beta: name, action: 'dropped', reason: 'malformed' });
    if (rejected.has(name))
      return this.#journal.add({ beta: name, action: 'dropped', reason: 'rejected-before' });
    const actions = {
      send: from === 'always' ? 'added' : 'sent',
      drop: 'dropped',
      refuse: 'refused',
    } as const;
    const action = actions[policy.unknownBeta];
    const near = this.#guess(name);
    if (action === 'sent' || action === 'added') this.sent.add(name);
    this.#journal.add({
      beta: name,
      action,
      reason: 'unknown-beta',
      confidence: 'unknown',
      ...(near && { fix: 'did-you-mean', sends: near }),
    });
  }

  /** The known name that a slip may mean. A date that is newer than all of its feature is no slip. */
  #guess(name: string): string | undefined {
    const { catalog } = this.#context;
    const feature = featureOf(catalog, name);
    if (feature?.betas.every(({ id }) => id < name) || ++this.#guesses > MAX_GUESSES)
      return undefined;
    return findNearest(name, knownNames(catalog));
  }

  #decideNeed(need: Need): void {
    if (this.#isSatisfied(need)) return;
    if (this.#unavailable.has(need.feature.name)) return;
    const known = need.choices.flatMap((id) => this.#context.catalog.betas.get(id) ?? []);
    const usable = known.filter((beta) => this.#isUsable(beta.id));
    const isKnownToWork = (beta: KnownBeta): boolean =>
      acceptanceOf(beta, this.#context).status !== 'unknown';
    const best = usable.find(isKnownToWork) ?? usable[0];
    if (best) this.#addNeeded(best, need);
    else if (known[0]) this.#decideRejectedNeed(known[0], need);
  }

  /** Satisfied by a choice that is sent, by what the platform wants in its place, or by a date that selects the shape here. */
  #isSatisfied(need: Need): boolean {
    const isSent = (id: string): boolean =>
      this.sent.has(id) || this.#insteadOf(id).some((other) => this.sent.has(other));
    if (need.choices.some(isSent)) return true;
    for (const id of this.sent) {
      const beta = this.#context.catalog.betas.get(id);
      if (beta?.feature !== need.feature || !this.#selectsShape(beta)) continue;
      this.#journal.addPlaces(id, need.at);
      return true;
    }
    return false;
  }

  #addNeeded(beta: KnownBeta, need: Need): void {
    const { policy, always, catalog } = this.#context;
    const isAlways = always.some((name) =>
      need.choices.includes(resolveName(catalog, name) ?? name),
    );
    // Nothing is missing that the option sends anyway.
    if (policy.missing !== 'add' && isAlways) return;
    const beside = this.#conflictOf(beta.id);
    if (beside !== undefined && !this.#yields(beside, beta)) {
      this.#journal.add({
        beta: beta.id,
        action: 'dropped',
        reason: 'conflict',
        conflictsWith: beside,
        at: need.at,
      });
      return;
    }
    const acceptance = acceptanceOf(beta, this.#context);
    if (policy.missing === 'add') {
      this.#send(beta, 'added', 'needed', acceptance, { at: need.at });
      return;
    }
    const action = policy.missing === 'refuse' ? 'refused' : 'missing';
    this.#journal.add({ beta: beta.id, action, reason: 'needed', at: need.at });
  }

  /** The caller's other date of the same feature does not enable what the body uses, and is refused beside the one that does. */
  #yields(beside: string, beta: KnownBeta): boolean {
    const other = this.#context.catalog.betas.get(beside);
    if (other?.feature !== beta.feature) return false;
    this.sent.delete(beside);
    this.#journal.forget(beside);
    this.#journal.add({
      beta: beside,
      action: 'dropped',
      reason: 'conflict',
      conflictsWith: beta.id,
    });
    return true;
  }

  /** Every choice is rejected. */
  #decideRejectedNeed(beta: KnownBeta, need: Need): void {
    const { policy, rejected, isAssumed } = this.#context;
    const acceptance = acceptanceOf(beta, this.#context);
    const instead = this.#insteadOf(beta.id, need.feature.name).filter((id) => !rejected.has(id));
    if (instead[0] !== undefined && policy.instead === 'replace')
      return this.#sendInstead(instead[0], beta.id, need.at);
    const isRejectedBefore = rejected.has(beta.id);
    const reason: Reason = isRejectedBefore ? 'rejected-before' : 'rejected';
    if (sendsRejected({ policy, instead, isAssumed, isRejectedBefore }))
      return this.#send(beta, 'added', reason, acceptance, { at: need.at });
    if (this.#mayStrip(need)) {
      this.#cuts.needs.set(need.choices.join(), beta.id);
      return;
    }
    this.#journal.add({
      beta: beta.id,
      action: 'refused',
      reason,
      at: need.at,
      confidence: acceptance.confidence,
    });
  }

  /** Only where the policy says so in words: nothing is wrong with the feature itself. */
  #mayStrip({ at, feature }: Need): boolean {
    const { policy, keepsBody, facts } = this.#context;
    const isInBody = at.length > 0 && hasBody(facts.route.method);
    const strips =
      policy.unavailable !== 'strip-safe' && mayStrip(policy.unavailable, feature.removal);
    return isInBody && !keepsBody && strips;
  }

  #send(
    { id, stage }: KnownBeta,
    action: Action,
    reason: Reason,
    { confidence }: Acceptance,
    { at }: Pick<Draft, 'at'>,
  ): void {
    if (this.sent.has(id)) return;
    this.sent.add(id);
    // Markers that only official clients send say nothing about how sure a plan is.
    this.#journal.add({
      beta: id,
      action,
      reason,
      at,
      ...(stage !== 'internal' && { confidence }),
    });
  }

  #sendInstead(id: string, replaces: string, at: Draft['at']): void {
    if (this.sent.has(id)) return;
    this.sent.add(id);
    const beta = this.#context.catalog.betas.get(id);
    const came = this.#context.caller.includes(id);
    const confidence = beta ? acceptanceOf(beta, this.#context).confidence : 'unknown';
    this.#journal.add({
      beta: id,
      action: came ? 'sent' : 'added',
      reason: 'instead',
      replaces,
      at,
      confidence,
    });
  }

  /** What the platform wants in place of a beta, for features that the request uses. */
  #insteadOf(id: string, feature?: string): string[] {
    const beta = this.#context.catalog.betas.get(id);
    const entries = beta ? (acceptanceOf(beta, this.#context).claim?.instead ?? []) : [];
    const wanted = entries.filter((entry) =>
      feature === undefined ? this.#used.has(entry.for) : entry.for === feature,
    );
    return [...new Set(wanted.map(({ send }) => send))];
  }

  #isUsable(id: string): boolean {
    const { catalog, rejected } = this.#context;
    const beta = catalog.betas.get(id);
    return (
      beta !== undefined &&
      !rejected.has(id) &&
      acceptanceOf(beta, this.#context).status !== 'rejected'
    );
  }

  #selectsShape(beta: KnownBeta): boolean {
    return beta.stage === 'legacy-shape' && isAt(this.#context.facts.route, beta.selectsAt);
  }

  /** Another date among `names` that selects a shape on this endpoint, where this one does too. */
  #otherShape(beta: KnownBeta, names: Iterable<string>): string | undefined {
    if (!this.#selectsShape(beta)) return undefined;
    return [...names].find((id) => {
      const other = this.#context.catalog.betas.get(id);
      return other?.feature === beta.feature && id !== beta.id && this.#selectsShape(other);
    });
  }

  #dropsForShape(id: string): boolean {
    const beta = this.#context.catalog.betas.get(id);
    const other = beta && this.#otherShape(beta, this.sent);
    if (other === undefined) return false;
    this.#journal.add({
      beta: id,
      action: 'dropped',
      reason: 'callers-shape',
      conflictsWith: other,
    });
    return true;
  }

  #dropsForConflict(id: string): boolean {
    const other = this.#conflictOf(id);
    if (other === undefined) return false;
    this.#journal.add({ beta: id, action: 'dropped', reason: 'conflict', conflictsWith: other });
    return true;
  }

  /** A beta that is sent, and refused beside this one. */
  #conflictOf(id: string): string | undefined {
    for (const { betas, at, constraint } of this.#context.collected.constraints) {
      if (constraint.outcome !== 400 || at.length > 0 || !betas.includes(id)) continue;
      const others = betas.filter((other) => other !== id);
      if (others.length > 0 && others.every((other) => this.sent.has(other))) return others[0];
    }
    return undefined;
  }

  #sendsDateOf(feature: string): boolean {
    return [...this.sent].some((id) => featureOf(this.#context.catalog, id)?.name === feature);
  }
}
