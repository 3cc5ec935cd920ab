/** The decisions of a plan, in order: one for each subject, reason and action. */
import { findFeature } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { MAX_PLACES } from '../collect/collect.ts';
import type { Path } from '../collect/walk.ts';
import { maskName } from '../request/header.ts';
import type { Action, Decision, JsonPointer, Reason } from '../types.ts';

/** The input for a decision. The journal adds the derived fields and leaves out undefined ones. */
export type Draft = {
  readonly [K in Exclude<keyof Decision, 'action' | 'reason' | 'feature' | 'at'>]?:
    | Decision[K]
    | undefined;
} & {
  readonly action: Action;
  readonly reason: Reason;
  readonly feature?: string | undefined;
  readonly at?: readonly Path[] | undefined;
};

/** The fix for a misspelt name, which may be shown because it is near a known one. */
export const DID_YOU_MEAN = 'did-you-mean';

/** Collects decisions. */
export class Journal {
  readonly #catalog: EngineCatalog<string>;
  readonly #made = new Map<string, Decision>();

  constructor(catalog: EngineCatalog<string>) {
    this.#catalog = catalog;
  }

  /** Adds a decision. If the same decision about the same subject exists, adds the places to it. */
  add(draft: Draft): void {
    const { beta, feature, at = [] } = draft;
    const key = toKey(draft);
    const known = this.#made.get(key);
    const decision: Record<string, unknown> = { ...known };
    for (const name in draft) copyField(name, draft, decision);
    decision.level ??= chooseLevel(draft.action, draft.reason);
    this.#describe(decision, beta, feature);
    if (at.length > 0 || known?.at)
      decision.at = [...new Set([...(known?.at ?? []), ...at.map(toPointer)])].slice(0, MAX_PLACES);
    this.#made.set(key, decision as unknown as Decision);
  }

  /** Adds a finished decision. */
  keep(decision: Decision): void {
    this.#made.set(toKey(decision), decision);
  }

  /** Removes all decisions about a beta. */
  forget(beta: string): void {
    for (const [key, decision] of this.#made) if (decision.beta === beta) this.#made.delete(key);
  }

  /** Tests if there is a decision about a beta. */
  has(beta: string): boolean {
    return [...this.#made.values()].some((decision) => decision.beta === beta);
  }

  list(): Decision[] {
    return [...this.#made.values()];
  }

  /** Sets the names that may be shown, and the documentation page. */
  #describe(decision: Record<string, unknown>, beta: string | undefined, name = ''): void {
    const { betas, features } = this.#catalog;
    const known = beta === undefined || betas.has(beta);
    const feature = beta === undefined ? features.get(name) : findFeature(this.#catalog, beta);
    if (!known && decision.fix !== DID_YOU_MEAN) decision.beta = maskName(beta);
    if (feature) decision.feature = feature.name;
    if (feature?.docs && known) decision.docs = feature.docs;
  }
}

/**
 * Builds the key of a decision. It includes the day, because two models may retire on different
 * days.
 */
const toKey = ({ action, reason, beta, feature, until }: Draft | Decision): string =>
  [action, reason, beta ?? feature, until].join(' ');

/** Copies a field, except the places, which are converted separately. */
function copyField(name: string, from: object, to: Record<string, unknown>): void {
  const value = (from as Record<string, unknown>)[name];
  if (value !== undefined && name !== 'at') to[name] = value;
}

/** Reasons to leave out a beta that the caller sent and that would have had an effect. */
const LOSSES: ReadonlySet<Reason> = new Set([
  'instead',
  'rejected',
  'rejected-before',
  'unknown-beta',
  'unknown-acceptance',
  'malformed',
  'conflict',
]);

/**
 * Chooses the severity of a decision. A request that is sent as the caller wrote it is not worth a
 * warning.
 */
function chooseLevel(action: Action, reason: Reason): Decision['level'] {
  switch (action) {
    case 'refused':
      return 'error';
    case 'missing':
    case 'stripped':
    case 'substituted':
    case 'ignored':
      return 'warn';
    case 'dropped':
      return LOSSES.has(reason) ? 'warn' : 'debug';
    default:
      return reason === 'instead' || reason === 'model-retired' ? 'warn' : 'debug';
  }
}

/** Matches the usual names of fields. Other keys may contain anything and are not shown. */
const SHOWN_KEY = /^[A-Za-z_$][\w$.-]{0,63}$/;

/** Formats a path as a JSON Pointer (RFC 6901). */
function toPointer(path: Path): JsonPointer {
  return path
    .map((step) => {
      const shown = typeof step === 'number' || SHOWN_KEY.test(step) ? String(step) : '*';
      return `/${shown}`;
    })
    .join('');
}
