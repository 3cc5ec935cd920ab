/** What to do about an error: what happened, why, and the next step. Never to send what the platform refuses. */
import { defaultCatalog, featureOf } from '../catalog/catalog.ts';
import type { KnownBeta } from '../catalog/types.ts';
import { shownName } from '../request/header.ts';
import { type Line, TEXTS } from './advice-texts.ts';
import { type Found, OAUTH } from './found.ts';
import type { AdviceLanguage } from './info.ts';
import { insteadOf, isUnavailable, isUsable, type Where } from './where.ts';

/** Puts betas and places into a line. */
type Fill = (line: Line, betas?: readonly string[], field?: string) => string;

/** A sentence or two that a person can act on. It names betas and fields, and quotes nothing else of the error. */
export function adviceFor(
  found: Found,
  sent: readonly string[],
  where: Where | undefined,
  language: AdviceLanguage,
): string {
  const texts = TEXTS[language] ?? TEXTS.en;
  const fill: Fill = (line, betas = [], field = '') =>
    texts[line]
      .replace('$f', () => field)
      .replace('$p', () => where?.platform ?? '')
      .replace('$b', () => betas.map(shownName).join(', ') || texts.one);
  const line = lineOf(found, sent, where);
  const { betas, field } = found;
  if (line === 'unsupported-unnamed') {
    const these = sent.length > 0 ? fill('these', sent) : '';
    return `${texts[line].replace('$b', () => these)}.`;
  }
  if (line === 'leaked') {
    const values = betas.filter((id) => isUsable(id, where)).map(shownName);
    const these = values.length > 0 ? ` (${values.join(', ')})` : '';
    return `${texts[line].replace('$f', () => field ?? '').replace('$b', () => these)}.`;
  }
  return `${fill(line, betas, field)}${tailOf(line, betas, where, fill)}.`;
}

function lineOf(found: Found, sent: readonly string[], where: Where | undefined): Line {
  const { kind, betas, field, advice } = found;
  const isUseless = betas.length > 0 && !betas.some((id) => isUsable(id, where));
  if (advice === 'unused') return isUseless ? 'unsupported' : 'unused';
  if (advice && !(advice === 'token' && isUseless)) return advice;
  if (kind === 'not-enrolled') return isUseless ? 'unsupported' : kind;
  if (kind !== 'missing') return kind;
  if (isUseless) return 'refusedHere';
  if (field && betas.some((id) => sent.includes(id))) return 'arrived';
  if (field && !where && betas.every(isGraduated)) return 'graduated';
  if (field) return 'place';
  return betas[0] === OAUTH ? 'token' : betas.length > 0 ? 'missing' : 'which';
}

/** What else has to go, what would do instead, or why nothing is lost. */
function tailOf(
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
  const isIdle = known.length > 0 && known.every(isPast);
  const places = isIdle && !isGone ? [] : known.flatMap(placesOf);
  const opens = [...new Set(places)].slice(0, 3).join(', ');
  return (opens && fill('opens', [], opens)) + nextOf(line, betas, { where, isGone, isIdle, fill });
}

function nextOf(
  line: Line,
  betas: readonly string[],
  state: { where: Where | undefined; isGone: boolean; isIdle: boolean; fill: Fill },
): string {
  const { where, isGone, isIdle, fill } = state;
  if (line !== 'unsupported') return '';
  const others = betas.flatMap((id) => insteadOf(id, where)).filter((id) => isUsable(id, where));
  if (others.length > 0) return fill('instead', [...new Set(others)]);
  if (isGone) return fill('gone');
  if (isIdle) return fill('idle');
  const newer = betas.flatMap((id) => currentName(id) ?? []).filter((id) => isUsable(id, where));
  return newer.length > 0 ? fill('newer', [...new Set(newer)]) : '';
}

const isPast = ({ stage }: KnownBeta): boolean => stage === 'graduated' || stage === 'retired';

const isGraduated = (id: string): boolean => {
  const stage = defaultCatalog.betas.get(id)?.stage;
  return stage === 'graduated' || stage === 'legacy-shape';
};

/** The places in a body that need a beta, with the values that do. */
function placesOf({ requires }: KnownBeta): string[] {
  return requires.flatMap(({ at, is, in: values }) =>
    at ? [[at, ...(values ?? (is === undefined ? [] : [is]))].join(' ')] : [],
  );
}

/** What an older or misdated name is called now. */
function currentName(id: string): string | undefined {
  const beta = defaultCatalog.betas.get(id);
  const name = beta ? beta.supersededBy : featureOf(defaultCatalog, id)?.latest;
  return name === id ? undefined : name;
}

/** The page about what was found. */
export function docsFor({ betas, features = [] }: Found): string | undefined {
  const own = betas.flatMap((id) => defaultCatalog.betas.get(id)?.feature ?? []);
  return [...own, ...features][0]?.docs;
}
