/** Computes the changes of the memory that a call proves. */
import { maskName } from '../request/header.ts';
import { MEMORY_TTL_MS, type MemoryEntry } from './memory.ts';
import { acceptAll, type Entries, rejectOneOf, type Stamp, suspectAll } from './trial.ts';

/** The wait before the first probe of a rejected beta. */
export const FIRST_PROBE_MS = 60_000;

/** The observations of a call that ended with a success. */
export interface Proof {
  /** The betas of the request that succeeded. */
  readonly sent: readonly string[];
  /** Betas that answers rejected by name, and that were then left out. */
  readonly named: readonly string[];
  /** The sets of betas that failed without a name, in order. The last is most like `sent`. */
  readonly failed: readonly (readonly string[])[];
  /** Betas that were left out as a test. */
  readonly dropped: readonly string[];
  /** Betas that were sent again as a trial, and failed. */
  readonly failedTrials: readonly (readonly string[])[];
  /** Betas that an answer requested and that were then sent, with the field that needs each. */
  readonly added: ReadonlyMap<string, string | undefined>;
  /** The name of the set of betas that the request would send without a memory. */
  readonly shape: string;
}

/** Changes of the memory under one key. */
export interface Changes {
  readonly added: readonly MemoryEntry[];
  readonly removed: readonly string[];
}

/** Creates the stamp of an entry that is learned now. */
function createStamp(now: number, shape: string): Stamp {
  return {
    until: now + MEMORY_TTL_MS,
    probeAt: now + FIRST_PROBE_MS,
    probeEveryMs: FIRST_PROBE_MS,
    shape,
  };
}

/** Returns the entries after a success. They hold only what the success proves. */
export function applyProof(entries: Entries, proof: Proof, now: number): Entries {
  const stamp = createStamp(now, proof.shape);
  const sent = new Set(proof.sent);
  const isOut = (beta: string): boolean => !sent.has(beta);
  let next = entries;
  for (const trial of proof.failedTrials) {
    const out = trial.filter(isOut);
    if (out.length > 0) next = rejectOneOf(next, out, stamp);
  }
  for (const beta of proof.named.filter(isOut))
    if (isKeepable(beta)) next = rejectOneOf(next, [beta], stamp);
  next = applyUnnamed(next, proof, isOut, stamp);
  next = acceptAll(next, proof.sent, stamp);
  return applyNeeded(next, proof, sent, stamp);
}

/**
 * Makes the betas that were left out suspects. If only they can explain the last failure, at least
 * one of those that it had is rejected.
 */
function applyUnnamed(
  entries: Entries,
  { failed, dropped, named }: Proof,
  isOut: (beta: string) => boolean,
  stamp: Stamp,
): Entries {
  const out = dropped.filter((beta) => isOut(beta) && !named.includes(beta));
  if (out.length === 0) return entries;
  const last = failed.at(-1) ?? [];
  const guilty = out.filter((beta) => last.includes(beta));
  const isCertain = guilty.every(isKeepable) && !named.some((beta) => last.includes(beta));
  const next = suspectAll(entries, out.filter(isKeepable), stamp);
  return isCertain && guilty.length > 0 ? rejectOneOf(next, guilty, stamp) : next;
}

function applyNeeded(
  entries: Entries,
  { added }: Proof,
  sent: ReadonlySet<string>,
  { until, probeAt, probeEveryMs }: Stamp,
): Entries {
  const next = new Map(entries);
  for (const [beta, field] of added)
    if (sent.has(beta))
      next.set(beta, {
        beta,
        state: 'needed',
        until,
        probeAt,
        probeEveryMs,
        ...(field !== undefined && { field }),
      });
  return next;
}

/** Tests if a value may be stored. A key or a prompt in the header, by mistake, may not. */
const isKeepable = (beta: string): boolean => maskName(beta) === beta;

/** Compares two states of a key. */
export function diffEntries(before: Entries, after: Entries): Changes {
  return {
    added: [...after.values()].filter((entry) => before.get(entry.beta) !== entry),
    removed: [...before.keys()].filter((beta) => !after.has(beta)),
  };
}
