/** Chooses the suspects to send again, and updates entries after a success or a failure. */
import type { MemoryEntry } from './memory.ts';

/** Entries by beta. */
export type Entries = ReadonlyMap<string, MemoryEntry>;

/** The fields that all entries of one update share. */
export interface Stamp {
  readonly until: number;
  readonly probeAt: number;
  readonly probeEveryMs: number;
  /** The name of the set of betas that the request would send without a memory. */
  readonly shape: string;
}

/** The number of sets of betas that a suspect remembers. */
const MAX_SHAPES = 8;

/** Makes a name for a set of betas. */
export function nameSet(betas: readonly string[]): string {
  const text = [...new Set(betas)].sort().join(' ');
  const hashes = [0x811c9dc5, 0x01000193].map((seed) => hashText(text, seed).toString(16));
  return `${betas.length}:${hashes.join('')}`;
}

/** Computes the FNV-1a hash of a text. */
function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** Lists the complete groups, the smallest first. At least one beta of each is rejected. */
export function listWholeGroups(entries: Entries): string[][] {
  const groups = new Map<string, string[]>();
  for (const { beta, group } of listSuspects(entries))
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), beta]);
  return [...groups]
    .filter(([group, members]) => group === nameSet(members))
    .map(([, members]) => members)
    .sort((a, b) => a.length - b.length);
}

/**
 * Chooses the suspects to send with this request, from those that it leaves out. If one half of a
 * complete group succeeds, the rejected beta is in the other half. Other suspects are tried
 * together while few betas are known to be rejected, and one by one after that.
 * @param soundness - rates how likely a beta is accepted; the likely ones are tried first
 */
export function chooseTest(
  entries: Entries,
  leftOut: ReadonlySet<string>,
  soundness: (beta: string) => number,
): string[] {
  const whole = listWholeGroups(entries);
  const inGroups = new Set(whole.flat());
  const order = (betas: readonly string[]): string[] =>
    [...betas].sort((a, b) => soundness(b) - soundness(a));
  const loose = listSuspects(entries).flatMap(({ beta }) =>
    leftOut.has(beta) && !inGroups.has(beta) ? [beta] : [],
  );
  const rejected = [...entries.values()].filter(
    ({ state, beta }) => state === 'rejected' && leftOut.has(beta),
  ).length;
  const group = whole.find((betas) => betas.some((beta) => leftOut.has(beta)));
  const bad = rejected + whole.length;
  if (group) {
    const members = order(group.filter((beta) => leftOut.has(beta)));
    return members.slice(0, bad > 1 ? 1 : Math.max(1, Math.floor(group.length / 2)));
  }
  if (loose.length === 0) return [];
  const size = bad < 2 ? loose.length : bad === 2 ? Math.ceil(loose.length / 2) : 1;
  return order(loose).slice(0, size);
}

/** Returns the entries after a request with these betas succeeded: none of them is rejected. */
export function acceptAll(entries: Entries, betas: readonly string[], stamp: Stamp): Entries {
  const next = new Map(entries);
  for (const group of listWholeGroups(entries)) {
    const rest = group.filter((beta) => !betas.includes(beta));
    if (rest.length < group.length) setGroup(next, rest, stamp);
  }
  for (const beta of betas) {
    const state = next.get(beta)?.state;
    if (state === 'rejected' || state === 'suspect') next.delete(beta);
  }
  return next;
}

/**
 * Returns the entries after a request with these betas failed and one without them succeeded: at
 * least one of them is rejected. The other members of their groups are suspects without a group.
 */
export function rejectOneOf(entries: Entries, betas: readonly string[], stamp: Stamp): Entries {
  const next = new Map(entries);
  for (const group of listWholeGroups(entries))
    if (group.some((beta) => betas.includes(beta)))
      for (const beta of group) next.set(beta, toSuspect(beta, next.get(beta), stamp));
  setGroup(next, betas, stamp);
  return next;
}

/** Returns the entries with these betas as suspects without a group. */
export function suspectAll(entries: Entries, betas: readonly string[], stamp: Stamp): Entries {
  const next = new Map(entries);
  for (const beta of betas)
    if (next.get(beta)?.state !== 'rejected')
      next.set(beta, toSuspect(beta, next.get(beta), stamp));
  return next;
}

/** Sets the entries of a group. The only member of a group of one is rejected. */
function setGroup(next: Map<string, MemoryEntry>, betas: readonly string[], stamp: Stamp): void {
  const [only] = betas;
  if (betas.length === 1 && only !== undefined)
    next.set(only, toRejected(only, next.get(only), stamp));
  else
    for (const beta of betas)
      next.set(beta, { ...toSuspect(beta, next.get(beta), stamp), group: nameSet(betas) });
}

/** Makes a suspect. It stays one for the sets of betas of earlier requests that failed. */
function toSuspect(beta: string, before: MemoryEntry | undefined, stamp: Stamp): MemoryEntry {
  const earlier = before?.state === 'suspect' ? listShapes(before) : [];
  const shapes = new Set([stamp.shape, ...earlier]);
  // A request without suspects has no name for its set.
  shapes.delete('');
  const shape = [...shapes].slice(0, MAX_SHAPES).join(' ');
  return { beta, state: 'suspect', ...stamp, shape };
}

/** Lists the names of the sets of betas that a suspect is left out of. */
export const listShapes = ({ shape }: MemoryEntry): readonly string[] => shape?.split(' ') ?? [];

const LONGEST_PROBE_MS = 3_600_000;

/** Makes a rejected entry. The wait before the next probe doubles after each rejection. */
function toRejected(
  beta: string,
  before: MemoryEntry | undefined,
  { until, probeAt, probeEveryMs }: Stamp,
): MemoryEntry {
  const first = { beta, state: 'rejected', until, probeAt, probeEveryMs } as const;
  if (before?.state !== 'rejected') return first;
  const longer = Math.min(LONGEST_PROBE_MS, before.probeEveryMs * 2);
  return { ...first, probeEveryMs: longer, probeAt: probeAt - probeEveryMs + longer };
}

const listSuspects = (entries: Entries): MemoryEntry[] =>
  [...entries.values()].filter(({ state }) => state === 'suspect');
