/** What a call has proved, and the changes of the memory that follow from it. */
import { maskName } from '../request/header.ts';
import { MEMORY_TTL_MS, type MemoryEntry } from './memory.ts';
import { acceptAll, type Entries, rejectOneOf, type Stamp, suspectAll } from './trial.ts';

/** The first probe of a rejected beta comes after a minute. */
const FIRST_PROBE_MS = 60_000;

/** What happened in a call that ended in a success. */
export interface Proof {
  /** The betas of the request that succeeded. */
  readonly sent: readonly string[];
  /** The betas that answers named as rejected, and that were then left out. */
  readonly named: readonly string[];
  /** The sets of betas that failed without a name, in order; the last differs least. */
  readonly failed: readonly (readonly string[])[];
  /** Betas that were left out to see if it helps. */
  readonly dropped: readonly string[];
  /** Betas that were sent again as a trial, and failed. */
  readonly failedTrials: readonly (readonly string[])[];
  /** A beta that an answer asked for and that was then sent, with the field that needs it. */
  readonly added: ReadonlyMap<string, string | undefined>;
  /** The name of the set of betas that the request would send without a memory. */
  readonly shape: string;
}

/** Changes of the memory under one key. */
export interface Changes {
  readonly added: readonly MemoryEntry[];
  readonly removed: readonly string[];
}

/** The stamp of an entry that is learned now. */
export function createStamp(now: number, shape: string): Stamp {
  return {
    until: now + MEMORY_TTL_MS,
    probeAt: now + FIRST_PROBE_MS,
    probeEveryMs: FIRST_PROBE_MS,
    shape,
  };
}

/** The entries after a success: only what the success proves is in them. */
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

/** Learns from betas of the last set that failed, if they are not in the one that succeeded. */
function applyUnnamed(
  entries: Entries,
  { failed, dropped, named }: Proof,
  isOut: (beta: string) => boolean,
  stamp: Stamp,
): Entries {
  const out = dropped.filter((beta) => isOut(beta) && !named.includes(beta));
  const last = failed.at(-1);
  if (out.length === 0 || !last) return entries;
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

/** A key or a prompt that went astray into the header is not kept. */
const isKeepable = (beta: string): boolean => maskName(beta) === beta;

/** Compares two states of a key. */
export function diffEntries(before: Entries, after: Entries): Changes {
  return {
    added: [...after.values()].filter((entry) => before.get(entry.beta) !== entry),
    removed: [...before.keys()].filter((beta) => !after.has(beta)),
  };
}
