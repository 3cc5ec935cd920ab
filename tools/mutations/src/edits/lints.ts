import type { Mutation } from '../mutation.ts';

/** Edits of the lints of the manifest. */
export const LINTS: readonly Mutation[] = [
  {
    name: 'rejects a date of today',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/future-date.ts',
    find: 'date <= today',
    replace: 'date < today',
  },
  {
    name: 'rejects two events on one day',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/event-order.ts',
    find: 'before.date <= event.date',
    replace: 'before.date < event.date',
  },
  {
    name: 'accepts a released beta that is gone',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/lifecycle.ts',
    find: '      if (ids.has(beta.id)) continue;\n',
    replace: '      continue;\n',
  },
  {
    name: 'ignores ids of broken entries',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/default-beta.ts',
    find: '[...data.betas.map(({ id }) => id), ...brokenIds]',
    replace: '[...data.betas.map(({ id }) => id)]',
  },
  {
    name: 'ignores the claim before',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/covered-claim.ts',
    find: 'claims.slice(0, index)',
    replace: 'claims.slice(0, Math.max(0, index - 1))',
  },
  {
    name: 'requires a last claim of a followed platform',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/claim-list-end.ts',
    find: '      if (isFollowed) continue;\n',
    replace: '',
  },
  {
    name: 'accepts a rule of a legacy shape',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/graduated-rule.ts',
    find: "beta.stage !== 'graduated' && beta.stage !== 'legacy-shape'",
    replace: "beta.stage !== 'graduated'",
  },
  {
    name: 'rejects a summary of two sentences',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/summary-length.ts',
    find: 'found >= LEAST && found <= MOST',
    replace: 'found > LEAST && found <= MOST',
  },
  {
    name: 'rejects a substitute that one claim accepts',
    package: '@beta-headers/manifest',
    file: 'packages/manifest/src/lints/substitutes.ts',
    find: "claims.some(({ status }) => status !== 'rejected')",
    replace: "claims.every(({ status }) => status !== 'rejected')",
  },
];
