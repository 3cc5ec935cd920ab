import type { Mutation } from '../mutation.ts';

/** Edits of the oracle of fake-api. */
export const GATE: readonly Mutation[] = [
  {
    name: 'ends a claim on its last day',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/claims.ts',
    find: 'today > until',
    replace: 'today >= until',
  },
  {
    name: 'trusts a disputed claim',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/claims.ts',
    find: "    if (claim.disputed) return { status: 'unknown', doubt: 'disputed', claim };\n",
    replace: '',
  },
  {
    name: 'requires a segment for a wildcard',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/endpoint.ts',
    find: 'actual.length < template.length',
    replace: 'actual.length <= template.length',
  },
  {
    name: 'accepts a rejected replacement',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/needs.ts',
    find: "[...new Set(names)].filter((id) => rulingOf(id)?.status !== 'rejected')",
    replace: '[...new Set(names)]',
  },
  {
    name: 'retires a model a day late',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/place.ts',
    find: 'today < retired',
    replace: 'today <= retired',
  },
  {
    name: 'doubts an internal marker',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/values.ts',
    find: "doubt && beta.stage !== 'internal'",
    replace: 'doubt',
  },
  {
    name: 'includes the limit of above in the gate',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/walk.ts',
    find: 'value > test.above',
    replace: 'value >= test.above',
  },
  {
    name: 'refuses what has no effect',
    package: '@beta-headers/fake-api',
    file: 'packages/fake-api/src/gate/constraints.ts',
    find: '      if (constraint.outcome !== 400) continue;\n',
    replace: '',
  },
];
