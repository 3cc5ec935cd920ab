import { overlapsEndpoint } from '@beta-headers/grammar';
import { coversRule, describePlace, listEndpoints, listValues } from '../rule-overlap.ts';
import type { Condition, Constraint } from '../schema/index.ts';
import type { Lint } from './lint.ts';

/** A request can meet all conditions of a constraint. */
export const possibleConstraint: Lint = {
  name: 'possible-constraint',
  *check(sources) {
    for (const source of sources.features) {
      for (const [index, { all }] of (source.data.constraints ?? []).entries()) {
        const why = findContradiction(all);
        if (why === undefined) continue;
        yield source.problem(
          ['constraints', index, 'all'],
          'possible-constraint',
          `no request can meet this constraint: ${why}`,
          'correct the conditions, or remove the constraint',
        );
      }
    }
  },
};

function findContradiction(all: Constraint['all']): string | undefined {
  const conditions = all.filter((part): part is Condition => !('beta' in part || 'absent' in part));
  const absent = all.flatMap((part) => ('absent' in part ? [part.absent] : []));
  for (const [i, one] of conditions.entries()) {
    for (const other of conditions.slice(i + 1)) {
      const why = findConflict(one, other);
      if (why !== undefined) return why;
    }
    const excluded = absent.find((condition) => coversRule(condition, one));
    if (excluded)
      return `it requires \`${describePlace(one)}\` and excludes \`${describePlace(excluded)}\``;
  }
  return undefined;
}

const joinNames = (names: readonly string[]): string => names.join(', ');

function findConflict(one: Condition, other: Condition): string | undefined {
  for (const key of ['platform', 'model'] as const) {
    const [a, b] = [one[key], other[key]];
    if (a && b && !a.some((name) => b.includes(name)))
      return `a request has one ${key}, and ${joinNames(a)} is not ${joinNames(b)}`;
  }
  const [mine, others] = [listEndpoints(one), listEndpoints(other)];
  if (!mine.some((x) => others.some((y) => overlapsEndpoint(x, y))))
    return `no endpoint is both ${joinNames(mine)} and ${joinNames(others)}`;
  const [a, b] = [listValues(one), listValues(other)];
  const isOnePlace = one.at === other.at && !/\[\]|\*\*/.test(one.at ?? '');
  if (isOnePlace && a && b && !a.some((value) => b.includes(value)))
    return `\`${one.at}\` cannot be ${a.join(' or ')} and ${b.join(' or ')} at once`;
  return undefined;
}
