/**
 * Writes the advice about an error: what happened, why, and the next step. Never advises to send a
 * value that the platform refuses.
 */
import { defaultCatalog, findFeature } from '../catalog/catalog.ts';
import type { KnownBeta } from '../catalog/types.ts';
import { PLATFORM_TITLES } from '../generated/errors.ts';
import { maskName } from '../request/header.ts';
import { type Line, PLACEMENTS, TEXTS } from './advice-texts.ts';
import { type Found, OAUTH } from './found.ts';
import type { AdviceLanguage } from './info.ts';
import { findReplacements, isUnavailable, isUsable, type Where } from './where.ts';

/** Fills betas and places into a line. `listed` replaces the names of the betas. */
type Fill = (line: Line, betas?: readonly string[], field?: string, listed?: string) => string;

/**
 * Writes one or two sentences of advice. They contain names of betas and fields, and no other part
 * of the error.
 */
export function writeAdvice(
  found: Found,
  sent: readonly string[],
  where: Where | undefined,
  language: AdviceLanguage,
): string {
  const known = TEXTS[language] ? language : 'en';
  const texts = TEXTS[known];
  const fill: Fill = (line, betas = [], field = '', listed = formatNames(betas) || texts.one) =>
    texts[line]
      .replace(/\{([^|{}]*)\|([^|{}]*)\}/g, betas.length > 1 ? '$2' : '$1')
      .replace('$h', () => PLACEMENTS[known][where?.betas ?? 'header'])
      .replace('$f', () => field)
      .replace('$p', () => formatPlatform(where, known))
      .replace('$b', () => listed);
  const line = chooseLine(found, sent, where);
  const names = listNames(found);
  const text = fill(line, names, found.field, formatListed(line, found, sent, where, fill));
  return `${text}${writeTail(line, found.betas, where, fill)}.`;
}

/** Names a platform as a sentence does. In English an API has an article. */
function formatPlatform(where: Where | undefined, language: AdviceLanguage): string {
  if (!where) return '';
  const title = PLATFORM_TITLES[where.platform] ?? where.platform;
  return language === 'en' && title.endsWith(' API') ? `the ${title}` : title;
}

const formatNames = (betas: readonly string[]): string =>
  betas.map((id) => (isBeginning(id) ? id : maskName(id))).join(', ');

/**
 * Tests if a text is the beginning of a known beta's name. No other part of a message is repeated.
 */
const isBeginning = (name: string): boolean =>
  name.endsWith('*') &&
  [...defaultCatalog.betas.keys()].some((id) => id.startsWith(name.slice(0, -1)));

/** Lists the betas, or the beginnings of the names that the text abbreviates. */
function listNames({ betas, beginnings = [] }: Found): readonly string[] {
  return betas.length > 0 ? betas : beginnings.map((start) => `${start}*`).filter(isBeginning);
}

/** Formats the optional list of betas in lines that may omit it. */
function formatListed(
  line: Line,
  { betas }: Found,
  sent: readonly string[],
  where: Where | undefined,
  fill: Fill,
): string | undefined {
  if (line === 'unsupported-unnamed') return sent.length > 0 ? fill('these', sent) : '';
  if (line !== 'leaked') return undefined;
  const values = formatNames(betas.filter((id) => isUsable(id, where)));
  return values && ` (${values})`;
}

function chooseLine(found: Found, sent: readonly string[], where: Where | undefined): Line {
  const { kind, betas, field, advice } = found;
  const isUseless = betas.length > 0 && !betas.some((id) => isUsable(id, where));
  if (advice === 'unused') return isUseless ? 'unsupported' : 'unused';
  if (advice && !(advice === 'token' && isUseless)) return advice;
  if (kind === 'not-enrolled') return isUseless ? 'unsupported' : kind;
  if (kind === 'conflict') return chooseConflictLine(listNames(found).length);
  if (kind !== 'missing') return kind;
  if (isUseless) return field ? 'refusedPlace' : 'refusedHere';
  if (field && betas.some((id) => sent.includes(id))) return 'arrived';
  if (field && !where && betas.every(isGraduated)) return 'graduated';
  if (field) return 'place';
  return betas[0] === OAUTH ? 'token' : betas.length > 0 ? 'missing' : 'which';
}

const chooseConflictLine = (names: number): Line =>
  names > 1 ? 'conflict' : names > 0 ? 'one-conflict' : 'two-conflict';

/**
 * Writes the second part of the advice: what else to remove, what to send instead, or why nothing
 * is lost.
 */
function writeTail(
  line: Line,
  betas: readonly string[],
  where: Where | undefined,
  fill: Fill,
): string {
  if (line !== 'unsupported' && line !== 'not-enrolled' && line !== 'limited') return '';
  const known = betas.flatMap((id) => defaultCatalog.betas.get(id) ?? []);
  const isGone =
    where !== undefined &&
    known.length > 0 &&
    known.every(({ feature }) => isUnavailable(feature, where));
  const isIdle = known.length > 0 && known.every(hasNoEffect);
  const places = isIdle && !isGone ? [] : known.flatMap(listPlaces);
  const opens = [...new Set(places)].slice(0, 3).join(', ');
  return (
    (opens && fill('opens', betas, opens)) +
    writeNextStep(line, betas, { where, isGone, isIdle, fill })
  );
}

function writeNextStep(
  line: Line,
  betas: readonly string[],
  state: { where: Where | undefined; isGone: boolean; isIdle: boolean; fill: Fill },
): string {
  const { where, isGone, isIdle, fill } = state;
  if (line === 'not-enrolled' && isIdle && !isGone) return fill('idle', betas);
  if (line !== 'unsupported') return '';
  const others = betas
    .flatMap((id) => findReplacements(id, where))
    .filter((id) => isUsable(id, where));
  if (others.length > 0) return fill('instead', [...new Set(others)]);
  if (isGone) return fill('gone');
  if (isIdle) return fill('idle', betas);
  const newer = betas
    .flatMap((id) => findCurrentName(id) ?? [])
    .filter((id) => isUsable(id, where));
  if (newer.length > 0) return fill('newer', [...new Set(newer)]);
  return betas.length > 0 && betas.every(isUnlisted) ? fill('unlisted') : '';
}

/** Tests if an id looks like a beta but belongs to no known feature. */
const isUnlisted = (id: string): boolean =>
  /-20\d\d-\d\d-\d\d$/.test(id) && findFeature(defaultCatalog, id) === undefined;

const hasNoEffect = ({ stage }: KnownBeta): boolean => stage === 'graduated' || stage === 'retired';

const isGraduated = (id: string): boolean => {
  const stage = defaultCatalog.betas.get(id)?.stage;
  return stage === 'graduated' || stage === 'legacy-shape';
};

/** The number of values that are listed for a place. */
const MAX_VALUES = 3;

/** Lists the places in a body that need a beta, with their values: `tools[].type (mcp_toolset)`. */
function listPlaces({ requires }: KnownBeta): string[] {
  return requires.flatMap(({ at, is, in: values = is === undefined ? [] : [is] }) => {
    if (!at || values.length === 0) return at ?? [];
    const more = values.length > MAX_VALUES ? ', …' : '';
    return `${at} (${values.slice(0, MAX_VALUES).join(', ')}${more})`;
  });
}

/** Finds the current name for an older or misdated one. */
function findCurrentName(id: string): string | undefined {
  const beta = defaultCatalog.betas.get(id);
  const name = beta ? beta.supersededBy : findFeature(defaultCatalog, id)?.latest;
  return name === id ? undefined : name;
}

/** Finds the documentation page for a finding. */
export function findDocs({ betas, features = [] }: Found): string | undefined {
  const own = betas.flatMap((id) => defaultCatalog.betas.get(id)?.feature ?? []);
  return [...own, ...features][0]?.docs;
}
