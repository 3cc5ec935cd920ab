/** Changes in English. */
import type { CatalogBeta } from '../catalog-types.ts';
import type { NotBetaReason } from '../schema/index.ts';
import type { ChangeOf } from './change.ts';
import { createFormatters, createRenderer, type Names, type Render, type Texts } from './render.ts';

const TEXTS: Texts = {
  status: {
    available: 'available',
    unavailable: 'unavailable',
    'no-effect': 'without effect',
    accepted: 'accepted',
    ignored: 'ignored',
    rejected: 'rejected',
    unknown: 'unknown',
  },
  is: 'is',
  oneOf: 'in',
  above: 'above',
  nonEmpty: 'not empty',
  present: 'present',
  where: 'where',
  at: 'at',
  on: 'on',
  using: 'with',
  until: 'until',
  upTo: 'up to',
  unless: 'unless',
  choice: 'by choice of',
  needs: 'needs',
  instead: 'instead',
  shape: 'in the form',
  beta: 'the header',
  without: 'without',
  and: 'and',
};

const REASONS: Readonly<Record<NotBetaReason, string>> = {
  invented: 'invented',
  misspelt: 'misspelt',
  withdrawn: 'withdrawn',
  'other-product': 'of another product',
  unconfirmed: 'unconfirmed',
};

const { formatRule, formatClaims, formatConstraint } = createFormatters(TEXTS);

/** Renders a change in English, without its subject. */
export const renderEnglish: Render = createRenderer({
  'beta-added': ({ stage, title }, names) => `is new (${names.stage(stage)}): ${title.en}`,
  'beta-removed': () => 'was removed',
  'beta-moved': ({ was, is }) => `moved from ${was} to ${is}`,
  'feature-added': ({ title }) => `is a new feature: ${title.en}`,
  'feature-removed': () => 'was removed',
  'default-changed': ({ was, is }) => `now means ${is} (was ${was})`,
  'latest-changed': ({ was, is }) => `has ${is} as its newest beta (was ${was})`,
  'platform-added': ({ title }) => `is a new platform: ${title}`,
  'platform-removed': () => 'was removed',
  'platform-facts': formatFact,
  'availability-narrowed': (change, names) => `availability ${formatClaimChange(change, names)}`,
  'availability-changed': (change, names) => `availability ${formatClaimChange(change, names)}`,
  'availability-evidence': (change, names) => `availability ${formatEvidenceChange(change, names)}`,
  'acceptance-narrowed': (change, names) => `acceptance ${formatClaimChange(change, names)}`,
  'acceptance-changed': (change, names) => `acceptance ${formatClaimChange(change, names)}`,
  'acceptance-evidence': (change, names) => `acceptance ${formatEvidenceChange(change, names)}`,
  superseded: ({ was, by, before }, names) =>
    `is superseded by ${by ?? 'nothing'}${formatPast(before ?? (was && names.stage(was)))}`,
  graduated: ({ was, is }, names) =>
    is === 'legacy-shape'
      ? `graduated and now selects the old shape${formatPast(names.stage(was))}`
      : `graduated: the feature needs no header any more${formatPast(names.stage(was))}`,
  retired: ({ was }, names) => `is retired (was ${names.stage(was)})`,
  'stage-changed': ({ was, is }, names) => `is ${names.stage(is)} (was ${names.stage(was)})`,
  'date-changed': ({ key, was, is }) => `${key}: ${was ?? 'no date'} → ${is ?? 'no date'}`,
  'rule-added': ({ rule }, names) => `is now needed by ${formatRule(rule, names)}`,
  'rule-removed': ({ rule }, names) => `is no longer needed by ${formatRule(rule, names)}`,
  'rule-changed': ({ was, is }, names) =>
    `is needed by ${formatRule(is, names)} (was: ${formatRule(was, names)})`,
  'use-added': ({ use }, names) => `is now used by ${formatRule(use, names)}`,
  'use-removed': ({ use }, names) => `is no longer used by ${formatRule(use, names)}`,
  'constraint-added': ({ constraint }, names) =>
    `has a new constraint: ${formatConstraint(constraint, names)}`,
  'constraint-removed': ({ constraint }, names) =>
    `lost a constraint: ${formatConstraint(constraint, names)}`,
  'substitute-added': (change, names) => `has a new substitute: ${formatSubstitute(change, names)}`,
  'substitute-removed': (change, names) => `lost a substitute: ${formatSubstitute(change, names)}`,
  'feature-facts': formatFact,
  'beta-facts': ({ key }) => `has a new value for \`${key}\``,
  'models-changed': ({ was, is }, names) =>
    `models: ${formatModels(was, names)} → ${formatModels(is, names)}`,
  'sdk-changed': ({ was, is }) => `in the SDKs: ${formatSdk(was)} → ${formatSdk(is)}`,
  'text-changed': ({ key }) => `has a new value for \`${key}\``,
  'evidence-changed': ({ key }) =>
    key ? `has different evidence for \`${key}\`` : 'has different evidence',
  'model-added': ({ title }) => `is a new model: ${title}`,
  'model-removed': () => 'was removed from the models',
  'model-changed': () => 'is a model with changed facts or evidence',
  'fix-added': () => 'is a new fix',
  'fix-removed': () => 'was removed from the fixes',
  'fix-changed': () => 'is a fix with a changed text',
  'not-beta-added': ({ reason, means }) =>
    `is listed as no beta (${REASONS[reason]})${means ? `: ${means} was meant` : ''}`,
  'not-beta-removed': () => 'is no longer listed as no beta',
  'not-beta-changed': () => 'is listed as no beta, with changed facts or evidence',
  'error-added': () => 'is a new error wording',
  'error-removed': () => 'was removed from the error wordings',
  'error-changed': () => 'is an error wording with changed facts',
  'source-added': () => 'is a new source',
  'source-removed': () => 'was removed from the sources',
  'source-changed': () => 'is a source that was read again',
});

const formatPast = (was: string | undefined): string => (was === undefined ? '' : ` (was ${was})`);

type Claimed = ChangeOf<'availability-changed' | 'acceptance-changed'>;
const formatClaimChange = (
  { platform, was, is }: Pick<Claimed, 'platform' | 'was' | 'is'>,
  names: Names,
) => `on ${names.platform(platform)}: ${formatClaims(was, names)} → ${formatClaims(is, names)}`;

const formatEvidenceChange = (
  { platform, is }: Pick<Claimed, 'platform' | 'is'>,
  names: Names,
): string =>
  `on ${names.platform(platform)}: still ${formatClaims(is, names)}, with different evidence, ` +
  'confidence or note';

function formatSubstitute(
  { substitute }: Pick<ChangeOf<'substitute-added'>, 'substitute'>,
  names: Names,
) {
  const { on, when, unless, remove, send } = substitute;
  const exception = unless ? ` ${TEXTS.unless} ${formatRule(unless, names)}` : '';
  const where = on.map(names.platform).join(', ');
  const use = formatRule(when, names);
  return `${send} in place of ${remove}, on ${where}, for ${use}${exception}`;
}

function formatFact({ key, was, is }: { key: string; was?: string; is?: string }): string {
  return was === undefined && is === undefined
    ? `has a new value for \`${key}\``
    : `\`${key}\`: ${was ?? 'none'} → ${is ?? 'none'}`;
}

const formatModels = (list: readonly string[] | undefined, names: Names): string =>
  list?.map(names.model).join(', ') ?? 'any';

function formatSdk({ since, deprecated, sends }: CatalogBeta['sdk']): string {
  const parts = [
    ...Object.entries(since).map(([language, version]) => `${language} since ${version}`),
    deprecated && `deprecated in ${deprecated}`,
    sends.length > 0 && `sent to ${sends.join(', ')}`,
  ];
  return parts.filter(Boolean).join(', ') || 'not there';
}
