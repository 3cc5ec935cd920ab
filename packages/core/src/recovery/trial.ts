/** Suspects: which of them to send again next, and what a success or a failure says of them. */
import type { MemoryEntry } from './memory.ts';

/** Entries by beta. */
export type Entries = ReadonlyMap<string, MemoryEntry>;

/** What entries that are learned now have in common. */
export interface Stamp {
  readonly until: number;
  readonly probeAt: number;
  readonly probeEveryMs: number;
  /** The name of the set of betas that the request would send without a memory. */
  readonly shape: string;
}

/** A name for a set of betas. */
export function nameSet(betas: readonly string[]): string {
  const text = [...new Set(betas)].sort().join(' ');
  const hashes = [0x811c9dc5, 0x01000193].map((seed) => hashText(text, seed).toString(16));
  return `${betas.length}:${hashes.join('')}`;
}

/** FNV-1a. */
function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** The groups that are whole, so that at least one beta of each is rejected; the smallest first. */
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
 * Chooses the suspects to send with this request, of those that it leaves out. A half of a whole
 * group settles the other half if it succeeds. The rest is tried together while few betas are
 * known to be rejected, and one by one after that.
 * @param soundness - how likely a beta is accepted; the likely ones are tried first
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

/** The entries after a request with these betas succeeded: none of them is rejected. */
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
 * The entries after a request with these betas failed, and one without them succeeded: at least
 * one of them is rejected. Of the rest of their groups nothing is known.
 */
export function rejectOneOf(entries: Entries, betas: readonly string[], stamp: Stamp): Entries {
  const next = new Map(entries);
  for (const group of listWholeGroups(entries))
    if (group.some((beta) => betas.includes(beta)))
      for (const beta of group) next.set(beta, { beta, state: 'suspect', ...stamp });
  setGroup(next, betas, stamp);
  return next;
}

/** The entries with these betas as suspects, of which nothing else is known. */
export function suspectAll(entries: Entries, betas: readonly string[], stamp: Stamp): Entries {
  const next = new Map(entries);
  for (const beta of betas)
    if (next.get(beta)?.state !== 'rejected') next.set(beta, { beta, state: 'suspect', ...stamp });
  return next;
}

/** A group of one has no suspect any more: its only member is rejected. */
function setGroup(next: Map<string, MemoryEntry>, betas: readonly string[], stamp: Stamp): void {
  const [only] = betas;
  if (betas.length === 1 && only !== undefined)
    next.set(only, toRejected(only, next.get(only), stamp));
  else
    for (const beta of betas)
      next.set(beta, { beta, state: 'suspect', ...stamp, group: nameSet(betas) });
}

const LONGEST_PROBE_MS = 3_600_000;

/** The wait for the next probe doubles if the beta is rejected again. */
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
