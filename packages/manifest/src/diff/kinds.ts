/** The kinds of change, each with its version bump. See VERSIONING.md. */

/** The effects of a change on the version, most significant first. */
export const BUMPS = ['major', 'minor', 'patch'] as const;
/** The effect of a change on the version. */
export type Bump = (typeof BUMPS)[number];

/** The groups of the changelog, in its order. */
export const CHANGE_GROUPS = [
  'new betas',
  'superseded',
  'graduated',
  'retired',
  'platforms',
  'helpers',
] as const;
/** A group of the changelog. */
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** Every kind of change. A test compares it with the table in VERSIONING.md. */
export const CHANGE_KINDS = {
  'beta-added': { bump: 'minor', group: 'new betas' },
  'beta-removed': { bump: 'major', group: 'retired' },
  'beta-moved': { bump: 'major', group: 'helpers' },
  'feature-added': { bump: 'minor', group: 'new betas' },
  'feature-removed': { bump: 'major', group: 'helpers' },
  'default-changed': { bump: 'major', group: 'helpers' },
  'latest-changed': { bump: 'minor', group: 'helpers' },
  'platform-added': { bump: 'minor', group: 'platforms' },
  'platform-removed': { bump: 'major', group: 'platforms' },
  'platform-facts': { bump: 'patch', group: 'platforms' },
  'availability-narrowed': { bump: 'minor', group: 'platforms' },
  'availability-changed': { bump: 'patch', group: 'platforms' },
  'availability-evidence': { bump: 'patch', group: 'platforms' },
  'acceptance-narrowed': { bump: 'minor', group: 'platforms' },
  'acceptance-changed': { bump: 'patch', group: 'platforms' },
  'acceptance-evidence': { bump: 'patch', group: 'platforms' },
  superseded: { bump: 'patch', group: 'superseded' },
  graduated: { bump: 'patch', group: 'graduated' },
  retired: { bump: 'patch', group: 'retired' },
  'stage-changed': { bump: 'patch', group: 'helpers' },
  'date-changed': { bump: 'patch', group: 'helpers' },
  'rule-added': { bump: 'patch', group: 'helpers' },
  'rule-removed': { bump: 'patch', group: 'helpers' },
  'rule-changed': { bump: 'patch', group: 'helpers' },
  'use-added': { bump: 'patch', group: 'helpers' },
  'use-removed': { bump: 'patch', group: 'helpers' },
  'constraint-added': { bump: 'patch', group: 'helpers' },
  'constraint-removed': { bump: 'patch', group: 'helpers' },
  'substitute-added': { bump: 'patch', group: 'helpers' },
  'substitute-removed': { bump: 'patch', group: 'helpers' },
  'feature-facts': { bump: 'patch', group: 'helpers' },
  'beta-facts': { bump: 'patch', group: 'helpers' },
  'models-changed': { bump: 'patch', group: 'helpers' },
  'sdk-changed': { bump: 'patch', group: 'helpers' },
  'text-changed': { bump: 'patch', group: 'helpers' },
  'evidence-changed': { bump: 'patch', group: 'helpers' },
  'model-added': { bump: 'patch', group: 'helpers' },
  'model-removed': { bump: 'patch', group: 'helpers' },
  'model-changed': { bump: 'patch', group: 'helpers' },
  'fix-added': { bump: 'minor', group: 'helpers' },
  'fix-removed': { bump: 'major', group: 'helpers' },
  'fix-changed': { bump: 'patch', group: 'helpers' },
  'not-beta-added': { bump: 'patch', group: 'helpers' },
  'not-beta-removed': { bump: 'patch', group: 'helpers' },
  'not-beta-changed': { bump: 'patch', group: 'helpers' },
  'error-added': { bump: 'patch', group: 'helpers' },
  'error-removed': { bump: 'patch', group: 'helpers' },
  'error-changed': { bump: 'patch', group: 'helpers' },
  'source-added': { bump: 'patch', group: 'helpers' },
  'source-removed': { bump: 'patch', group: 'helpers' },
  'source-changed': { bump: 'patch', group: 'helpers' },
} as const satisfies Record<string, { bump: Bump; group: ChangeGroup }>;

/** A row of VERSIONING.md. */
export type ChangeKind = keyof typeof CHANGE_KINDS;
