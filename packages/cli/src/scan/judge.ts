/** The verdict about a value on the project's platforms, by the data of the manifest. */
import type { Platform } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { describeRule } from '../catalog/rules.ts';
import { findMisspelt, findUndashed, type KnownBeta, type ScanData } from './data.ts';
import type { Kind, Level, ScanSettings } from './types.ts';

/** The verdict about a value, independent of its place. */
export interface Verdict {
  readonly kind: Kind;
  readonly level: Level;
  readonly message: string;
  /** Removing the value changes no answer on any of the platforms. */
  readonly isRemovable?: boolean;
  /** The right spelling. */
  readonly spelling?: string;
  /** The value to consider in place of it. */
  readonly instead?: string | undefined;
  readonly docs?: string | undefined;
}

/** The project's settings, and the text around the value. */
export interface JudgeSettings extends ScanSettings {
  /** Tests if the text names a model. */
  readonly namesModel?: (model: string) => boolean;
}

/** The effect of a value on a platform. */
type Effect = 'none' | 'rejected' | 'some';

const DEFAULT_PLATFORMS: readonly Platform[] = ['claude-api'];

/** Judges a value. `isPlace` says that it is certainly in the place of a beta. */
export function judge(id: string, settings: JudgeSettings, data: ScanData): Verdict {
  const name = id.toLowerCase();
  const beta = data.betas.get(name);
  if (beta && id !== name) {
    return misspelt(id, name, `write it in lower case`);
  }
  if (beta) return judgeBeta(beta, settings, data);
  const notBeta = data.notBetas.get(name);
  const note = notBeta?.note?.en.replace(/\s+/g, ' ');
  if (notBeta?.reason === 'misspelt')
    return misspelt(id, notBeta.means, note ?? 'no beta has this date');
  if (notBeta?.reason === 'invented')
    return {
      kind: 'invented',
      level: 'error',
      message: `${id} was never a beta. ${note ?? ''}`.trim(),
      instead: notBeta.means,
    };
  const undashed = notBeta ? undefined : findUndashed(id, data);
  if (undashed !== undefined) return misspelt(id, undashed, 'the date needs its hyphens');
  const near = notBeta ? undefined : findMisspelt(id, data);
  if (near !== undefined) return misspelt(id, near, 'no beta has this name');
  const known = findNearest(name, data.betas.keys());
  const hint = note ?? (known === undefined ? '' : `Did you mean ${known}?`);
  return {
    kind: 'unknown',
    level: 'info',
    message: `${id} is not in the manifest of this version. ${hint}`.trim(),
  };
}

function misspelt(id: string, means: string | undefined, why: string): Verdict {
  const message =
    means === undefined
      ? `${id} is no beta. ${why}`
      : `${id} is no beta; the right spelling is ${means}. ${capitalize(why)}`;
  return {
    kind: 'misspelt',
    level: 'error',
    message: message.replace(/\.?$/, '.'),
    ...(means !== undefined && { spelling: means, instead: means }),
  };
}

const capitalize = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function judgeBeta(beta: KnownBeta, settings: JudgeSettings, data: ScanData): Verdict {
  const { platforms: given = DEFAULT_PLATFORMS } = settings;
  const platforms = given.length > 0 ? given : DEFAULT_PLATFORMS;
  const docs = beta.migration ?? beta.docs;
  const isRejected = platforms.every((platform) => isUnavailable(beta, platform, data));
  // A successor helps no more than the value if the feature is not there.
  const isAbsent = platforms.every((platform) => isFeatureAbsent(beta, platform, data));
  if (isRejected && beta.stage === 'retired' && !isAbsent) return { ...judgeRetired(beta), docs };
  if (isRejected) return { ...judgeUnavailable(beta, platforms, data), docs };
  const ending = findEnd(beta, platforms, settings, data);
  if (ending !== undefined)
    return {
      kind: 'ending',
      level: 'warn',
      message: `${beta.id} ends on ${ending.date}${formatModels(ending.models)}.`,
      instead: beta.supersededBy,
      docs,
    };
  const effects = platforms.map((platform) => findEffect(beta, platform, data));
  return { ...judgeStage(beta, platforms, effects, data), docs };
}

/** A rejected value can be removed if every platform has the feature without it. */
function judgeUnavailable(
  { id, stage, feature }: KnownBeta,
  platforms: readonly Platform[],
  data: ScanData,
): Verdict {
  const { availability } = data.features.get(feature) ?? {};
  const isRemovable =
    stage === 'graduated' &&
    platforms.every((platform) =>
      availability?.[platform]?.some(
        ({ status, disputed }) => status === 'available' && disputed === undefined,
      ),
    );
  const why = isRemovable
    ? 'the value is rejected, and the feature needs no value there. Remove it.'
    : 'the value is rejected or the feature is not there.';
  return {
    kind: 'unavailable',
    level: 'error',
    message: `${id} does not work on ${platforms.join(', ')}: ${why}`,
    isRemovable,
  };
}

function judgeStage(
  beta: KnownBeta,
  platforms: readonly Platform[],
  effects: readonly Effect[],
  data: ScanData,
): Verdict {
  const { id, stage, supersededBy } = beta;
  const hasEffect = effects.includes('some');
  const list = platforms.join(', ');
  if (stage === 'retired' || stage === 'graduated' || stage === 'legacy-shape') {
    const kind = stage === 'retired' ? 'retired' : 'graduated';
    const users = platforms.filter((_, i) => effects[i] === 'some');
    if (hasEffect && !(stage === 'legacy-shape' && isAnthropicOnly(platforms, data)))
      return {
        kind,
        level: 'info',
        message:
          `${id} is ${stage} on the Claude API, and ${users.join(', ')} still ` +
          `${users.length > 1 ? 'take' : 'takes'} it.`,
      };
    if (stage === 'retired') return judgeRetired(beta);
    if (stage === 'legacy-shape')
      return {
        kind,
        level: 'warn',
        message:
          `${id} is generally available without a header. The header still selects the older ` +
          'shape of answers, so adapt the code before you remove it.',
      };
    const needs = listNeeds(beta, platforms);
    if (needs !== '')
      return {
        kind,
        level: 'warn',
        message:
          `${id} is generally available without a header, except for a request where ${needs}. ` +
          'Adapt the request before you remove the header.',
      };
    return {
      kind,
      level: 'warn',
      message:
        `${id} does nothing any more on ${list}: ` +
        'the feature is generally available. Remove it.',
      isRemovable: true,
    };
  }
  const next = supersededBy === undefined ? undefined : data.betas.get(supersededBy);
  const isUsable = next && !platforms.every((one) => isUnavailable(next, one, data));
  if (stage === 'superseded' && isUsable)
    return {
      kind: 'superseded',
      level: 'warn',
      message: `${id} has a successor, ${next.id}, which may need changes of the request.`,
      instead: next.id,
    };
  return { kind: 'current', level: 'info', message: `${id} has an effect on ${list}.` };
}

/** Describes the older requests that need a graduated value: the scanner does not see them. */
const listNeeds = ({ requires }: KnownBeta, platforms: readonly Platform[]): string =>
  requires
    .filter(({ platform }) => !platform || platforms.some((one) => platform.includes(one)))
    .map(describeRule)
    .join(', or ');

function judgeRetired({ id, supersededBy, retired }: KnownBeta): Verdict {
  const since = retired?.date === undefined ? '' : ` since ${retired.date}`;
  const after =
    supersededBy === undefined
      ? 'Remove it.'
      : `Its successor is ${supersededBy}, which may need changes of the request.`;
  return {
    kind: 'retired',
    level: 'error',
    message: `${id} has ended${since}. ${after}`,
    isRemovable: supersededBy === undefined,
    instead: supersededBy,
  };
}

const isAnthropicOnly = (platforms: readonly Platform[], data: ScanData): boolean =>
  platforms.every((platform) => data.operators.get(platform) === 'anthropic');

/** Tests if no request with the value can work: it is rejected, or the feature is not there. */
function isUnavailable(beta: KnownBeta, platform: Platform, data: ScanData): boolean {
  return hasOnly(beta.acceptance[platform], 'rejected') || isFeatureAbsent(beta, platform, data);
}

const isFeatureAbsent = ({ feature }: KnownBeta, platform: Platform, data: ScanData): boolean =>
  hasOnly(data.features.get(feature)?.availability[platform], 'unavailable');

const hasOnly = (
  claims: readonly { readonly status: string; readonly disputed?: unknown }[] = [],
  status: string,
): boolean =>
  claims.length > 0 &&
  claims.every((claim) => claim.status === status && claim.disputed === undefined);

/** Finds the effect of a value that the Claude API needs no more. */
function findEffect(beta: KnownBeta, platform: Platform, data: ScanData): Effect {
  if (isUnavailable(beta, platform, data)) return 'rejected';
  const claims = beta.acceptance[platform] ?? [];
  if (data.operators.get(platform) === 'anthropic')
    return beta.stage === 'legacy-shape' ? 'some' : 'none';
  return claims.some(({ status }) => status === 'accepted') ? 'some' : 'none';
}

/** The last day of a value, and the models for which it ends if it goes on for others. */
interface End {
  readonly date: string;
  readonly models?: readonly string[] | undefined;
}

const formatModels = (models: readonly string[] = []): string =>
  models.length === 0 ? '' : ` for ${models.join(' and ')}`;

/** Finds the last day of a value if it is near: its own, or its feature's. */
function findEnd(
  { retired, acceptance, feature }: KnownBeta,
  platforms: readonly Platform[],
  { failWithin, today, namesModel = () => false }: JudgeSettings,
  data: ScanData,
): End | undefined {
  if (failWithin === undefined || today === undefined) return undefined;
  const limit = new Date(Date.parse(today) + failWithin * 86_400_000).toISOString().slice(0, 10);
  const { availability } = data.features.get(feature) ?? {};
  const claims = platforms.flatMap((platform) => [
    ...(acceptance[platform] ?? []).filter(({ status }) => status === 'accepted'),
    ...(availability?.[platform] ?? []).filter(({ status }) => status === 'available'),
  ]);
  const ends = claims.flatMap(({ until, models }): End[] => {
    if (until === undefined) return [];
    if (models === undefined) return [{ date: until }];
    // The end for a model matters only to code with that model.
    const named = models.filter(namesModel);
    return named.length > 0 ? [{ date: until, models: named }] : [];
  });
  const dates = [...ends, ...(retired?.date === undefined ? [] : [{ date: retired.date }])];
  return dates
    .filter(({ date }) => date >= today && date <= limit)
    .sort((a, b) => (a.date < b.date ? -1 : 1))[0];
}
