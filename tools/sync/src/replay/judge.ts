/** Sync's findings of one step against what the oracle saw: hits, misses, false alarms, and whether the bump is right. */
import type { Bump, Finding } from '../compare/finding.ts';
import type { Seen } from './oracle.ts';

export interface Verdict {
  /** New values, defaults and surface entries by the oracle's count. */
  readonly expected: number;
  readonly hits: number;
  readonly misses: readonly string[];
  readonly falseAlarms: readonly string[];
  /** What the oracle saw change. */
  readonly changed: readonly string[];
  readonly bumpRight: boolean;
}

/** Judges a step. */
export function judge(
  before: Seen,
  after: Seen,
  findings: readonly Finding[],
  bump: Bump,
  known: ReadonlySet<string>,
): Verdict {
  const newUnion = [...after.union].filter((id) => !before.union.has(id));
  const gone = [...before.union].filter((id) => !after.union.has(id));
  const moreDefaults = [...after.defaults].filter(
    ([key, count]) => count > (before.defaults.get(key) ?? 0),
  );
  const fewerDefaults = [...before.defaults].filter(
    ([key, count]) => count > (after.defaults.get(key) ?? 0),
  );
  const newSurface = [...after.surface].filter((thing) => !before.surface.has(thing));
  const sent = sentIn(findings);
  const told = toldIn(findings);
  const misses = [
    ...newUnion
      .filter(
        (id) =>
          !findings.some(
            (finding) =>
              (finding.kind === 'new-beta' || finding.kind === 'in-union') && finding.beta === id,
          ),
      )
      .map((id) => `union ${id}`),
    ...gone
      .filter(
        (id) => !findings.some((finding) => finding.kind === 'removed' && finding.beta === id),
      )
      .map((id) => `removed ${id}`),
    ...moreDefaults
      .filter(([id, count]) => (sent.get(id) ?? 0) < count - (before.defaults.get(id) ?? 0))
      .map(([id]) => `default ${id}`),
    ...newSurface.filter((thing) => !told.has(thing)).map((thing) => `surface ${thing}`),
  ];
  const changed = [
    ...(newUnion.length + gone.length > 0 ? ['union'] : []),
    ...(moreDefaults.length + fewerDefaults.length > 0 ? ['defaults'] : []),
    ...([...after.ids].some((id) => !before.ids.has(id)) && newUnion.length === 0
      ? ['literals']
      : []),
    ...(before.params !== after.params ? ['params'] : []),
    ...(before.words !== after.words ? ['words'] : []),
    ...(before.apiVersion !== after.apiVersion ? ['api version'] : []),
  ];
  const expected = newUnion.length + gone.length + moreDefaults.length + newSurface.length;
  return {
    expected,
    hits: expected - misses.length,
    misses,
    falseAlarms: findings
      .filter((finding) => !finding.covered && !isConfirmed(finding, before, after, changed))
      .map((finding) => `${finding.kind} ${subject(finding)}`),
    changed,
    bumpRight: isBumpRight(
      bump,
      [...after.ids, ...after.union].some((id) => !known.has(id)),
      changed.length > 0 || after.deprecates,
    ),
  };
}

/** How many methods the findings say begin to send each beta. */
function sentIn(findings: readonly Finding[]): Map<string, number> {
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

/** Params and discriminators of every surface entry that a finding tells of. */
function toldIn(findings: readonly Finding[]): Set<string> {
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

const subject = (finding: Finding): string =>
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

/** An id that the manifest has not is minor; nothing changed is none; anything else is at most patch. */
function isBumpRight(bump: Bump, newId: boolean, anything: boolean): boolean {
  if (newId) return bump === 'minor';
  return anything ? bump === 'patch' || bump === 'none' : bump === 'none';
}
