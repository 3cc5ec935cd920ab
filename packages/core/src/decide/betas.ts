/** Decides about the betas of the caller and of the option `always`. */
import { findNearest, splitBetaId } from '@beta-headers/grammar';
import { findBeta, findFeature, listNames, resolveName } from '../catalog/catalog.ts';
import type { KnownBeta } from '../catalog/types.ts';
import { isBetaToken } from '../request/header.ts';
import { isAt } from '../request/route.ts';
import { findAcceptance } from './context.ts';
import { DID_YOU_MEAN } from './journal.ts';
import { decideBeta } from './precedence.ts';
import {
  findConflict,
  findOtherShape,
  findReplacements,
  isUsable,
  selectsShape,
  send,
  sendInstead,
} from './send.ts';
import type { Work } from './work.ts';

/** The number of the caller's names that are read. */
const MAX_CALLER = 200;
/**
 * The number of unknown names for which the nearest known name is searched, because the comparison
 * is slow.
 */
const MAX_GUESSES = 10;

type Origin = 'caller' | 'always';

/** The action for sending a beta, by its origin. */
const SENT = { caller: 'sent', always: 'added' } as const;

/** Decides about the caller's betas, in their order. */
export function decideCaller(work: Work): void {
  const { caller, journal } = work;
  for (const name of caller.slice(0, MAX_CALLER)) decideName(name, 'caller', work);
  if (caller.length > MAX_CALLER) journal.add({ action: 'dropped', reason: 'too-many' });
}

/**
 * Decides about the betas of the option `always`. They come last, and never replace a beta that the
 * caller sent or the request needs.
 */
export function decideAlways(work: Work): void {
  const { always, catalog, journal, sent } = work;
  for (const name of always) {
    const id = resolveName(catalog, name) ?? name;
    const beta = catalog.betas.get(id);
    const isFeature = id !== name;
    const sendsDate = [...sent].some((other) => findFeature(catalog, other) === beta?.feature);
    if (journal.has(id) || sent.has(id) || (isFeature && sendsDate)) continue;
    const shape = beta && findOtherShape(beta, sent, work);
    const conflictsWith = shape ?? findConflict(id, work);
    if (conflictsWith === undefined) decideName(id, 'always', work);
    else {
      const reason = shape ? 'callers-shape' : 'conflict';
      journal.add({ beta: id, action: 'dropped', reason, conflictsWith });
    }
  }
}

function decideName(name: string, from: Origin, work: Work): void {
  const { catalog, journal, refusesChange } = work;
  const beta = findBeta(catalog, name);
  if (!beta) return decideUnknown(name, from, work);
  if (name !== beta.id) {
    const action = refusesChange ? 'refused' : 'dropped';
    journal.add({ beta: name, action, reason: 'spelling', sends: beta.id });
    if (journal.has(beta.id)) return;
  }
  decideKnown(beta, from, work);
}

function decideKnown(beta: KnownBeta, from: Origin, work: Work): void {
  const { journal, collected, rejected, policy, platform, facts, isAssumed, caller } = work;
  const needs = collected.needs.filter(({ choices }) =>
    choices.some((id) => id === beta.id || findReplacements(id, work).includes(beta.id)),
  );
  const isAlone = (choices: readonly string[]): boolean =>
    !choices.some((id) => id !== beta.id && isUsable(id, work));
  const alone = needs.find(({ choices }) => isAlone(choices));
  const need = alone ?? needs[0];
  const acceptance = findAcceptance(beta, work);
  const isAppended = isAt(facts.route, beta.appendedAt);
  const selects = selectsShape(beta, work);
  const {
    action,
    reason,
    conflictsWith,
    instead = [],
  } = decideBeta({
    beta,
    from,
    acceptance,
    isRejectedBefore: rejected.has(beta.id),
    need,
    hasOtherChoice: need !== undefined && !alone,
    selectsShape: selects,
    shapeBeside: isAppended ? findOtherShape(beta, caller, work) : undefined,
    instead: findReplacements(beta.id, work),
    isAssumed,
    isAnthropic: platform.operator === 'anthropic',
    policy,
  });
  if (action === 'leave') return;
  if (action === 'sent')
    return work.substituted.has(beta.id)
      ? send(beta, { action: 'added', reason: 'instead' }, work)
      : send(beta, { action: SENT[from], reason, at: need?.at }, work);
  journal.add({
    beta: beta.id,
    action,
    reason,
    at: need?.at,
    confidence: reason === 'rejected' ? acceptance.confidence : undefined,
    conflictsWith,
    sends: instead[0],
    level: action === 'dropped' && (need || selects) ? 'warn' : undefined,
  });
  for (const id of instead) sendInstead(id, beta.id, [], work);
}

function decideUnknown(name: string, from: Origin, work: Work): void {
  const { rejected, policy, journal, sent, refusesChange } = work;
  if (!isBetaToken(name))
    return journal.add({
      beta: name,
      action: refusesChange ? 'refused' : 'dropped',
      reason: 'malformed',
    });
  if (rejected.has(name))
    return journal.add({ beta: name, action: 'dropped', reason: 'rejected-before' });
  // Betas of the option `always` have to be in the catalog; `extendCatalog` can add them.
  const isSent = from === 'caller' && policy.unknownBeta === 'send';
  const near = guessName(name, from, work);
  if (isSent) sent.add(name);
  journal.add({
    beta: name,
    action: isSent ? 'sent' : policy.unknownBeta === 'refuse' ? 'refused' : 'dropped',
    // A name that looks misspelt is shown, because the API rejects a request that has it.
    level: policy.unknownBeta !== 'refuse' && (from === 'always' || near) ? 'warn' : undefined,
    reason: 'unknown-beta',
    confidence: 'unknown',
    fix: near && DID_YOU_MEAN,
    sends: near,
  });
}

const readDate = (id: string): string => splitBetaId(id)?.date ?? '';

/**
 * Guesses the known name for a misspelt one. A date that is newer than all others of its feature is
 * no misspelling. In a header a feature's name has no meaning, so its default beta is returned
 * instead.
 */
function guessName(name: string, from: Origin, { catalog, caller }: Work): string | undefined {
  const date = readDate(name);
  const isNewer = findFeature(catalog, name)?.betas.every(({ id }) => readDate(id) < date);
  const unknown = caller.slice(0, MAX_CALLER).filter((one) => !findBeta(catalog, one));
  if (isNewer || unknown.indexOf(name) >= MAX_GUESSES) return undefined;
  const near = catalog.features.has(name) ? name : findNearest(name, listNames(catalog));
  return near === undefined || from === 'always' ? near : resolveName(catalog, near);
}
