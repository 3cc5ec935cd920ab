/** Errors about a request that uses what only a beta opens, or two betas that do not go together. */
import { betasIn, type Found } from './about-header.ts';
import { type Opener, openersAbove, openersOf, openersOfTag, openersOfValue } from './openers.ts';

const CLASH =
  /\b(?:cannot|can't|may not|must not) (?:both )?be (?:combined\b|(?:used|sent|set|specified) (?:together|with|alongside))|\bmutually exclusive\b|\bincompatible with\b|\bnot both\b/i;
const WANTS = /\b(?:requires?|required|missing|needs?|must (?:include|send|set|specify|be)|without)\b/i;
const NO =
  '(?:unsupported|invalid|unknown|unrecogni[sz]ed|unexpected|extraneous|not (?:a )?(?:currently )?(?:supported|allowed|accepted|permitted|valid|recogni[sz]ed))';
const REFUSES = new RegExp(`\\banthropic[-_]beta\\b.{0,100}?\\b${NO}\\b|\\b${NO}\\b.{0,100}?\\banthropic[-_]beta\\b`, 'i');
/** A validator may list every fault; more than these are not looked at. */
const MAX_PLACES = 20;

/** Whether the request is known to need one of these betas; `undefined` where there is no request to look at. */
export type Needs = (betas: readonly string[]) => boolean | undefined;

/** What a text says about the body. */
export function aboutBody(text: string, needs: Needs): Found | undefined {
  return clash(text) ?? wanted(text) ?? place(text, needs) ?? weak(text);
}

function clash(text: string): Found | undefined {
  if (!CLASH.test(text)) return undefined;
  const ids = betasIn(text);
  const quoted = (text.match(/[`'"][\w.[\]]{1,100}[`'"]/g) ?? []).slice(0, MAX_PLACES).map((name) => name.slice(1, -1));
  const betas = ids.length > 0 ? ids : [...new Set(quoted.flatMap((name) => openersOf(name)[0]?.betas[0] ?? []))];
  return betas.length > 1 || (betas.length === 1 && /anthropic-beta/i.test(text)) ? { kind: 'conflict', betas: betas.sort() } : undefined;
}

function wanted(text: string): Found | undefined {
  const betas = WANTS.test(text) && /\bbeta\b/i.test(text) ? betasIn(text) : [];
  return betas.length > 0 ? { kind: 'missing', betas } : undefined;
}

/** Places that a validator complains of. */
function place(text: string, needs: Needs): Found | undefined {
  const found: { openers: readonly Opener[]; field: string }[] = [];
  for (const at of placesOf(text, ': Extra inputs are not permitted')) {
    const field = before(text, at);
    // A parameter of the official client that leaked: the header is what it is missing from.
    if (/(?:^|\.)(?:betas|anthropic_beta)$/.test(field)) return { kind: 'missing', betas: [], field };
    if (field) found.push({ openers: openersOf(field), field });
  }
  for (const at of placesOf(text, 'extraneous key [')) {
    const field = text.slice(at + 16, at + 200).split(']')[0] as string;
    if (field && field !== 'anthropic_beta') found.push({ openers: openersOf(field), field });
  }
  for (const at of placesOf(text, "Input tag '")) {
    const tag = text.slice(at + 11, at + 200).split("'")[0] as string;
    const field = before(text, at - 2);
    found.push({ openers: openersOfTag(tag, field), field: field ? `${field} (${tag})` : tag });
  }
  for (const mark of [': Input should be ', ': Unexpected value ']) {
    for (const at of placesOf(text, mark)) {
      const field = before(text, at);
      const rest = text.slice(at + mark.length, at + 400);
      const says = (value: unknown): boolean => rest.includes(`'${value}'`);
      // The one wording lists what is allowed, the other names what is not.
      const openers = openersOfValue(field).filter(({ values }) => (mark.includes('should') ? !values?.some(says) : values?.some(says)));
      if (field) found.push({ openers: openers.filter(({ betas }) => needs(betas) !== false), field });
    }
  }
  for (const at of placesOf(text, ' > ')) {
    const field = /([\w.]{1,150}): \d+$/.exec(text.slice(Math.max(0, at - 200), at))?.[1] ?? '';
    const limit = /^\d+/.exec(text.slice(at + 3, at + 20))?.[0];
    // Elsewhere than in a batch the limit is the model's, and no header lifts it.
    if (field.startsWith('requests.')) found.push({ openers: openersAbove(field).filter(({ above }) => above === Number(limit)), field });
  }
  const open = found.filter(({ openers }) => openers.length > 0);
  if (open.length === 0) return undefined;
  const betas = [...new Set(open.map(({ openers }) => openers[0]?.betas[0] as string))];
  const others = open.flatMap(({ openers }) => openers.flatMap((opener) => opener.betas));
  return { kind: 'missing', betas, suspects: [...new Set(others)].filter((beta) => !betas.includes(beta)), field: open.map(({ field }) => field).join(', ') };
}

/** Anything else that complains of the header by its name. */
function weak(text: string): Found | undefined {
  if (/\banthropic-beta\b.{0,40}\b(?:empty|blank)\b|\b(?:empty|blank)\b.{0,40}\banthropic-beta\b/i.test(text)) return { kind: 'empty-header', betas: [] };
  if (!REFUSES.test(text)) return undefined;
  const betas = betasIn(text);
  return { kind: betas.length > 0 ? 'unsupported' : 'unsupported-unnamed', betas };
}

function placesOf(text: string, mark: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(mark); at >= 0 && found.length < MAX_PLACES; at = text.indexOf(mark, at + 1)) found.push(at);
  return found;
}

/** The path that ends where a complaint begins. */
function before(text: string, end: number): string {
  return /[\w.[\]#/]*$/.exec(text.slice(Math.max(0, end - 200), Math.max(0, end)))?.[0] ?? '';
}
