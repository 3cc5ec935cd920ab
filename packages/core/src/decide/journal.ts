/** The decisions of a plan, in order: one for each subject, reason and action. */
import { featureOf } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { MAX_PLACES } from '../collect/collect.ts';
import type { Path } from '../collect/walk.ts';
import { shownName } from '../request/header.ts';
import type { Action, Decision, Feature, JsonPointer, Reason } from '../types.ts';

/** A decision as it is made; the journal adds what follows from it. */
export interface Draft extends Partial<Omit<Decision, 'at' | 'feature' | 'level'>> {
  readonly action: Action;
  readonly reason: Reason;
  readonly feature?: string | undefined;
  readonly at?: readonly Path[] | undefined;
  readonly level?: Decision['level'];
}

/** Collects decisions. */
export class Journal {
  readonly #catalog: EngineCatalog<string>;
  readonly #made = new Map<string, Decision>();

  constructor(catalog: EngineCatalog<string>) {
    this.#catalog = catalog;
  }

  /** Makes a decision; a second one of the same kind about the same subject adds its places to the first. */
  add({ at, feature, beta, ...draft }: Draft): void {
    const key = `${draft.action} ${draft.reason} ${beta ?? feature}`;
    const known = this.#made.get(key);
    const places = [...new Set([...(known?.at ?? []), ...(at ?? []).map(toPointer)])];
    const subject = this.#describe(beta, feature);
    this.#made.set(key, {
      ...known,
      ...subject,
      ...(draft as { action: Action; reason: Reason }),
      level: draft.level ?? levelOf(draft.action, draft.reason),
      ...(places.length > 0 && { at: places.slice(0, MAX_PLACES) }),
    });
  }

  /** Takes over a decision that was made elsewhere. */
  keep(decision: Decision): void {
    const { action, reason, beta, feature } = decision;
    this.#made.set(`${action} ${reason} ${beta ?? feature}`, decision);
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

  #describe(beta: string | undefined, name: string | undefined): Partial<Decision> {
    const known = beta === undefined ? undefined : this.#catalog.betas.get(beta);
    const feature =
      beta === undefined ? this.#catalog.features.get(name ?? '') : featureOf(this.#catalog, beta);
    return {
      ...(beta !== undefined && { beta: known ? beta : shownName(beta) }),
      ...(feature && { feature: feature.name as Feature }),
      ...(feature && (known || beta === undefined) && { docs: feature.docs }),
    };
  }
}

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
