/** Errors that are about the header: a value that is not accepted, or that the organization may not use. */
import { isBetaToken } from '../header.ts';
import { knownBetas, latestOf } from '../table.ts';
import type { Facts } from './unwrap.ts';

/** What an error about betas is about; see `BetaErrorInfo.kind`. */
export type BetaErrorKind = 'unsupported' | 'unsupported-unnamed' | 'missing' | 'not-enrolled' | 'empty-header' | 'conflict';

/** What was found in an error. */
export interface Found {
  readonly kind: BetaErrorKind;
  readonly betas: readonly string[];
  readonly suspects?: readonly string[];
  /** The place in the body, as the error names it. */
  readonly field?: string | undefined;
}

const VALUES = 'Unexpected value(s)';
const NOT_A_BETA = /\b(?:unsupported|invalid|unknown|unrecogni[sz]ed) (?:anthropic[- ])?beta (?:header|flag|feature)s?\b(?:\(s\))?/i;
const FEATURE = /([\w-]{1,80}) beta (?:feature|header) is not (?:currently |yet )?(?:supported|available|allowed)/i;
const WITHHELD = /\bnot (?:yet |currently )?(?:available|enabled|enrolled|entitled|permitted|allowed)\b|\bnot have access|\bno access/i;
const WHOSE = /organi[sz]ation|account|subscription|workspace|project|research preview/i;

/** Statuses and types that are never about betas, whatever the text says. */
const ELSEWHERE = new Set([401, 402, 407, 408, 409, 413, 415, 429, 529]);
const ELSE_WORD = /^(?:(?:rate_limit|overloaded|authentication|billing|timeout)_error|request_too_large)$|(?:RateLimit|Authentication|Timeout)Error$/;
const BAD_REQUEST = /invalid_request|BadRequest|ValidationException/;

/** Whether an error of that status and type can be about betas. A gateway may answer 5xx to what was a 400 to itself. */
export function canBeBeta({ statuses, words }: Facts): boolean {
  const [codes, names] = [[...statuses], [...words]];
  if (codes.some((status) => ELSEWHERE.has(status)) || names.some((word) => ELSE_WORD.test(word))) return false;
  if (codes.length > 0 && !codes.some((status) => status >= 400)) return false;
  return !codes.some((status) => status >= 500) || statuses.has(400) || names.some((word) => BAD_REQUEST.test(word));
}

/** What the error says about the header, in words that are about nothing else. */
export function aboutHeader({ texts, words }: Facts): Found | undefined {
  if (words.has('organization_not_enrolled_in_beta')) return { kind: 'not-enrolled', betas: unique(texts.flatMap(betasIn)) };
  const all = texts.flatMap((text) => inText(text) ?? []);
  // One layer may name the value, and another answer without.
  return all.find(({ betas }) => betas.length > 0) ?? all[0];
}

function inText(text: string): Found | undefined {
  const start = text.indexOf(VALUES);
  const end = text.indexOf('for the', start);
  if (start >= 0 && end > start && /^for the \W?anthropic-beta/.test(text.slice(end, end + 30))) {
    const betas = list(text.slice(start + VALUES.length, end));
    return { kind: betas.length > 0 ? 'unsupported' : 'empty-header', betas };
  }
  const found = NOT_A_BETA.exec(text);
  if (found) {
    const rest = text.slice(found.index + found[0].length, found.index + 2000);
    const names = /^\W{0,3}:/.test(rest)
      ? list(rest.slice(rest.indexOf(':') + 1).split(/;|\. /)[0] as string).filter((name) => name.includes('-'))
      : betasIn(rest);
    return { kind: names.length > 0 ? 'unsupported' : 'unsupported-unnamed', betas: names };
  }
  const feature = FEATURE.exec(text)?.[1] ?? '';
  const named = knownBetas.has(feature) ? feature : latestOf(feature);
  if (named) return { kind: 'unsupported', betas: [named] };
  if (WITHHELD.test(text) && WHOSE.test(text) && /\b(?:beta|preview)\b/i.test(text)) {
    const ids = betasIn(text);
    const betas = ids.length > 0 ? ids : featuresIn(text);
    if (betas.length > 0) return { kind: 'not-enrolled', betas };
  }
  return undefined;
}

/** `a`, "b" and c. */
function list(text: string): string[] {
  const names = text
    .slice(0, 20_000)
    .split(/,| /)
    .map((name) => name.replace(/^[`'"]|[`'".]{1,2}$/g, ''));
  return unique(names.filter(isBetaToken));
}

/** The betas that a text names: known ones, and whatever else ends in a date as they do. */
export function betasIn(text: string): string[] {
  const words = text.match(/[\w-]+/g) ?? [];
  return unique(words.filter((word) => word.length < 200 && (knownBetas.has(word) || /^[a-z][\w-]*-20\d\d-\d\d-\d\d$/.test(word))));
}

/** Features that a text calls by their name in words, `Fast mode`. */
function featuresIn(text: string): string[] {
  const words = text.toLowerCase().replace('long context', 'context 1m');
  const features = unique([...knownBetas.values()].flatMap((beta) => (beta.stage === 'internal' ? [] : beta.feature)));
  return features.filter((name) => name.includes('-') && words.includes(name.replaceAll('-', ' '))).map((name) => latestOf(name) as string);
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
