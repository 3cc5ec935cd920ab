/** Compares conflicts and traps, which are now constraints or claims of unavailability. */
import type { Lists } from './claims.ts';
import { compareEvidence, sharesEvidence } from './evidence.ts';
import { createItem, extendPlace, type Item, type Place } from './item.ts';
import {
  type Constraint,
  type NewClaim,
  type NewEvidence,
  type NewFeature,
  type OldBeta,
  type OldConflict,
  type OldTrap,
  type Rule,
  type Text,
  toList,
} from './shapes.ts';
import { compareNote } from './texts.ts';

/** A constraint or claim of the new manifest that refuses a request. */
interface Refusal {
  readonly note?: Text | undefined;
  readonly fix?: string | undefined;
  readonly evidence: readonly NewEvidence[];
}

/** Compares the conflicts of a beta with others. */
export function compareConflicts(
  place: Place,
  old: OldBeta,
  now: NewFeature,
  lists: Lists,
): Item[] {
  return (old.conflicts ?? []).flatMap((conflict, i) => {
    const at = extendPlace(extendPlace(place, 'conflicts'), i);
    const matching = (now.constraints ?? []).filter((constraint) =>
      isConflict(constraint, old.id, conflict),
    );
    const answered = matching.some(({ outcome }) => outcome === conflict.answer);
    const keys = ['with', 'endpoint', 'answer'];
    const covers = keys.map((key) => extendPlace(at, key).path);
    const { note, evidence, ...shown } = conflict;
    return [
      createItem(at, 'conflict', shown, answered, { hint: describeConstraints(now), covers }),
      ...compareNoteAndEvidence(at, { note, evidence }, matching, lists),
    ];
  });
}

function isConflict({ all }: Constraint, beta: string, conflict: OldConflict): boolean {
  const betas = all.flatMap((part) => (part.beta === undefined ? [] : [part.beta]));
  const others = all.filter((part) => part.beta === undefined);
  const endpoints = others.flatMap(({ endpoint }) => toList(endpoint));
  return (
    betas.length === 2 &&
    betas.includes(beta) &&
    betas.includes(conflict.with) &&
    others.every((part) => Object.keys(part).join() === 'endpoint') &&
    endpoints.join() === (conflict.endpoint ?? '')
  );
}

/** Compares the traps of a beta: requests that were refused despite the header. */
export function compareTraps(place: Place, old: OldBeta, now: NewFeature, lists: Lists): Item[] {
  return (old.traps ?? []).flatMap((trap, i) => {
    const at = extendPlace(extendPlace(place, 'traps'), i);
    const { note, evidence, ...shown } = trap;
    const constraints = (now.constraints ?? []).filter((constraint) => isTrap(constraint, trap));
    const claims = findSimilarClaims(trap, now, lists);
    const keys = ['at', 'is', 'together', 'model', 'platform', 'answer'];
    const covers = keys.map((key) => extendPlace(at, key).path);
    const found = constraints.length > 0 || claims.length > 0;
    return [
      createItem(at, 'trap', shown, found, { hint: describeConstraints(now), covers }),
      ...compareNoteAndEvidence(at, { note, evidence }, [...constraints, ...claims], lists),
    ];
  });
}

/** Tests if a constraint has the conditions of a trap, apart from the header itself. */
function isTrap({ all, outcome }: Constraint, trap: OldTrap): boolean {
  const isAt = (part: Rule): boolean =>
    part.at === trap.at &&
    (trap.is === undefined || part.is === trap.is || (part.in?.includes(trap.is) ?? false));
  const first = all.find(isAt);
  const others = all.filter((part) => part !== first && part.beta === undefined);
  const together = others.filter((part) => part.at !== undefined && part.at === trap.together);
  const limits = [first, ...others].filter((part) => part !== undefined);
  return (
    first !== undefined &&
    (trap.together === undefined || together.length > 0) &&
    includesAll(
      limits.flatMap(({ model }) => model ?? []),
      trap.model,
    ) &&
    includesAll(
      limits.flatMap(({ platform }) => platform ?? []),
      trap.platform,
    ) &&
    (trap.answer === undefined || outcome === trap.answer)
  );
}

/** Finds the claims that are equivalent to a trap. Each platform of the trap must have one. */
function findSimilarClaims(trap: OldTrap, now: NewFeature, { sources }: Lists): NewClaim[] {
  if (trap.together !== undefined) return [];
  const byPlatform = (trap.platform ?? ['claude-api']).map((platform) =>
    toList(now.availability?.[platform]).filter(
      (claim) =>
        claim.status === 'unavailable' &&
        includesAll(claim.models ?? [], trap.model) &&
        (trap.model !== undefined || claim.models === undefined) &&
        isAbout(claim, trap, now) &&
        sharesEvidence(trap.evidence, claim.evidence, sources),
    ),
  );
  return byPlatform.every((claims) => claims.length > 0) ? byPlatform.flat() : [];
}

/** Tests if a claim and a trap are about the same shape of the feature. */
function isAbout(claim: NewClaim, { at, is }: OldTrap, now: NewFeature): boolean {
  const uses = [...(now.uses ?? []), ...now.betas.flatMap(({ requires }) => requires ?? [])];
  const atPlace = uses.filter((use) => use.at === at);
  const values = ({ is: one, in: some }: Rule): readonly unknown[] => some ?? [one];
  const fitting = atPlace.filter((use) => is === undefined || values(use).includes(is));
  if (fitting.length === 0) return false;
  if (claim.shape === undefined)
    return is === undefined || uses.every((use) => values(use).every((value) => value === is));
  return fitting.some((use) => claim.shape?.includes(use.shape ?? String(is)));
}

function compareNoteAndEvidence(
  at: Place,
  { note, evidence }: Pick<OldTrap, 'evidence'> & { note?: Text | undefined },
  matching: readonly Refusal[],
  { sources, fixes }: Lists,
): Item[] {
  const texts = matching.flatMap((refusal) => [refusal.note, fixes.get(refusal.fix ?? '')]);
  const cited = matching.flatMap((refusal) => refusal.evidence);
  return [
    ...compareNote(extendPlace(at, 'note'), note, texts),
    ...compareEvidence(extendPlace(at, 'evidence'), evidence, cited, sources),
  ];
}

const includesAll = (have: readonly string[], wanted: readonly string[] | undefined): boolean =>
  (wanted ?? []).every((entry) => have.includes(entry));

const describeConstraints = ({ constraints }: NewFeature): string =>
  constraints === undefined
    ? 'the feature has no constraint'
    : `the feature has ${constraints
        .map(({ all, outcome }) => JSON.stringify({ all, outcome }))
        .join(' and ')}`;
