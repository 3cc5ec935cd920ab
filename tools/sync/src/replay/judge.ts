/** Compares the findings of one step with those of the oracle. */
import type { Bump, Finding } from '../compare/finding.ts';
import type { Seen } from './oracle.ts';

export interface Verdict {
  /** New values, defaults and surface entries by the oracle's count. */
  readonly expected: number;
  readonly hits: number;
  readonly misses: readonly string[];
  readonly falseAlarms: readonly string[];
  /** The changes that the oracle found. */
  readonly changed: readonly string[];
  readonly bumpRight: boolean;
}

/** Judges a step. */
export function judgeStep(
  before: Seen,
  after: Seen,
  findings: readonly Finding[],
  bump: Bump,
  known: ReadonlySet<string>,
): Verdict {
  const step = compareSeen(before, after);
  const misses = findMisses(step, before, findings);
  const changed = describeChanges(step, before, after);
  const expected =
    step.newUnion.length + step.gone.length + step.more.length + step.newSurface.length;
  return {
    expected,
    hits: expected - misses.length,
    misses,
    falseAlarms: findings
      .filter((finding) => !finding.covered && !isConfirmed(finding, before, after, changed))
      .map((finding) => `${finding.kind} ${describeSubject(finding)}`),
    changed,
    bumpRight: isBumpRight(
      bump,
      [...after.ids, ...after.union].some((id) => !known.has(id)),
      changed.length > 0 || after.deprecates,
    ),
  };
}

/** The differences between two releases that the oracle found. */
interface SeenStep {
  readonly newUnion: readonly string[];
  readonly gone: readonly string[];
  /** Betas that more methods send than before, with the count. */
  readonly more: readonly (readonly [string, number])[];
  readonly fewer: readonly (readonly [string, number])[];
  readonly newSurface: readonly string[];
}

function compareSeen(before: Seen, after: Seen): SeenStep {
  const exceeding = (a: Seen, b: Seen): [string, number][] =>
    [...a.defaults].filter(([id, count]) => count > (b.defaults.get(id) ?? 0));
  return {
    newUnion: [...after.union].filter((id) => !before.union.has(id)),
    gone: [...before.union].filter((id) => !after.union.has(id)),
    more: exceeding(after, before),
    fewer: exceeding(before, after),
    newSurface: [...after.surface].filter((thing) => !before.surface.has(thing)),
  };
}

function findMisses(step: SeenStep, before: Seen, findings: readonly Finding[]): string[] {
  const sent = countSent(findings);
  const reported = collectSurface(findings);
  const has = (id: string, ...kinds: Finding['kind'][]): boolean =>
    findings.some((one) => 'beta' in one && one.beta === id && kinds.includes(one.kind));
  return [
    ...step.newUnion.filter((id) => !has(id, 'new-beta', 'in-union')).map((id) => `union ${id}`),
    ...step.gone.filter((id) => !has(id, 'removed')).map((id) => `removed ${id}`),
    ...step.more
      .filter(([id, count]) => (sent.get(id) ?? 0) < count - (before.defaults.get(id) ?? 0))
      .map(([id]) => `default ${id}`),
    ...step.newSurface.filter((thing) => !reported.has(thing)).map((thing) => `surface ${thing}`),
  ];
}

function describeChanges(step: SeenStep, before: Seen, after: Seen): string[] {
  const hasNewId = [...after.ids].some((id) => !before.ids.has(id));
  return [
    ...(step.newUnion.length + step.gone.length > 0 ? ['union'] : []),
    ...(step.more.length + step.fewer.length > 0 ? ['defaults'] : []),
    ...(hasNewId && step.newUnion.length === 0 ? ['literals'] : []),
    ...(before.params !== after.params ? ['params'] : []),
    ...(before.words !== after.words ? ['words'] : []),
    ...(before.apiVersion !== after.apiVersion ? ['api version'] : []),
  ];
}

/** Counts the methods that begin to send each beta, by the findings. */
function countSent(findings: readonly Finding[]): Map<string, number> {
  const sent = new Map<string, number>();
  const put = (id: string, count: number): void => void sent.set(id, (sent.get(id) ?? 0) + count);
  for (const finding of findings) {
    if (finding.kind === 'new-default' || finding.kind === 'new-beta')
      put(finding.beta, finding.methods.length);
    else if (finding.kind === 'changed-default')
      for (const id of finding.after) if (!finding.before.includes(id)) put(id, 1);
  }
  return sent;
}

/** Collects params and discriminators of the surface entries that a finding reports. */
function collectSurface(findings: readonly Finding[]): Set<string> {
  const entries = findings.flatMap((finding) =>
    finding.kind === 'new-surface'
      ? [finding.entry]
      : finding.kind === 'new-beta'
        ? finding.surface.map(({ entry }) => entry)
        : [],
  );
  return new Set(
    entries.map((entry) =>
      entry.kind === 'param' ? (entry.entry.split('.').at(-1) ?? '') : (entry.is ?? ''),
    ),
  );
}

function isConfirmed(
  finding: Finding,
  before: Seen,
  after: Seen,
  changed: readonly string[],
): boolean {
  switch (finding.kind) {
    case 'new-beta':
      return after.ids.has(finding.beta) || after.union.has(finding.beta);
    case 'in-union':
      return after.union.has(finding.beta) && !before.union.has(finding.beta);
    case 'removed':
      return before.union.has(finding.beta) && !after.union.has(finding.beta);
    case 'new-default':
    case 'changed-default':
      return changed.includes('defaults');
    case 'method-gone':
      return changed.includes('defaults');
    case 'endpoint-graduated':
    case 'new-endpoint':
    case 'in-code':
    case 'named':
    case 'model':
      // The oracle counts none of these.
      return true;
    case 'new-surface':
    case 'graduated':
    case 'surface-gone':
      return changed.includes('params');
    case 'requirement-changed':
      return changed.includes('words');
    case 'deprecated':
      return after.deprecates;
    case 'api-version':
      return changed.includes('api version');
  }
}

const describeSubject = (finding: Finding): string =>
  'beta' in finding
    ? finding.beta
    : 'method' in finding
      ? finding.method
      : 'entry' in finding
        ? finding.entry.entry
        : 'symbols' in finding
          ? finding.symbols.join(', ')
          : 'entries' in finding
            ? finding.entries.join(', ')
            : '';

/** Tests a bump: an unknown id is minor; no change is none; anything else is at most patch. */
function isBumpRight(bump: Bump, newId: boolean, anything: boolean): boolean {
  if (newId) return bump === 'minor';
  return anything ? bump === 'patch' || bump === 'none' : bump === 'none';
}
