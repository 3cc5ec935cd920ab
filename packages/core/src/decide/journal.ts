/** The decisions of a plan, in order: one for each subject, reason and action. */
import { featureOf } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { MAX_PLACES } from '../collect/collect.ts';
import type { Path } from '../collect/walk.ts';
import { shownName } from '../request/header.ts';
import type { Action, Decision, JsonPointer, Reason } from '../types.ts';

/**
 * A decision as it is made; the journal adds what follows from it, and leaves out what is
 * undefined.
 */
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

/** Goes with a name that is a slip of a known one, and so may be shown. */
export const DID_YOU_MEAN = 'did-you-mean';

/** Collects decisions. */
export class Journal {
  readonly #catalog: EngineCatalog<string>;
  readonly #made = new Map<string, Decision>();

  constructor(catalog: EngineCatalog<string>) {
    this.#catalog = catalog;
  }

  /**
   * Makes a decision; a second one of the same kind about the same subject adds its places to the
   * first.
   */
  add(draft: Draft): void {
    const { beta, feature, at = [] } = draft;
    const key = keyOf(draft);
    const known = this.#made.get(key);
    const decision: Record<string, unknown> = { ...known };
    for (const name in draft) copyField(name, draft, decision);
    decision.level ??= levelOf(draft.action, draft.reason);
    this.#describe(decision, beta, feature);
    if (at.length > 0 || known?.at)
      decision.at = [...new Set([...(known?.at ?? []), ...at.map(toPointer)])].slice(0, MAX_PLACES);
    this.#made.set(key, decision as unknown as Decision);
  }

  /** Takes over a decision that was made elsewhere. */
  keep(decision: Decision): void {
    this.#made.set(keyOf(decision), decision);
  }

  /** Takes back what was decided about a beta. */
  forget(beta: string): void {
    for (const [key, decision] of this.#made) if (decision.beta === beta) this.#made.delete(key);
  }

  /** Tests if something was decided about a beta. */
  has(beta: string): boolean {
    return [...this.#made.values()].some((decision) => decision.beta === beta);
  }

  list(): Decision[] {
    return [...this.#made.values()];
  }

  /** Names what it is about, as it may be shown, and links the page that explains it. */
  #describe(decision: Record<string, unknown>, beta: string | undefined, name = ''): void {
    const { betas, features } = this.#catalog;
    const known = beta === undefined || betas.has(beta);
    const feature = beta === undefined ? features.get(name) : featureOf(this.#catalog, beta);
    if (!known && decision.fix !== DID_YOU_MEAN) decision.beta = shownName(beta);
    if (feature) decision.feature = feature.name;
    if (feature?.docs && known) decision.docs = feature.docs;
  }
}

/** Two models may have ended on different days. */
const keyOf = ({ action, reason, beta, feature, until }: Draft | Decision): string =>
  [action, reason, beta ?? feature, until].join(' ');

/** Copies what is said, but for the places, which are written otherwise. */
function copyField(name: string, from: object, to: Record<string, unknown>): void {
  const value = (from as Record<string, unknown>)[name];
  if (value !== undefined && name !== 'at') to[name] = value;
}

/** Reasons for which a beta is left out that the caller wanted and that would have done something. */
const LOSSES: ReadonlySet<Reason> = new Set([
  'instead',
  'rejected',
  'rejected-before',
  'unknown-beta',
  'unknown-acceptance',
  'malformed',
  'conflict',
]);

/** How loud a decision is. What goes as the caller wanted it is quiet. */
function levelOf(action: Action, reason: Reason): Decision['level'] {
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

/** A name that a body may have; another one may be anything, and is not shown. */
const SHOWN_KEY = /^[A-Za-z_$][\w$.-]{0,63}$/;

/** A path as RFC 6901 writes it. */
function toPointer(path: Path): JsonPointer {
  return path
    .map((step) => {
      const shown = typeof step === 'number' || SHOWN_KEY.test(step) ? String(step) : '*';
      return `/${shown}`;
    })
    .join('');
}
