/** Errors that speak of betas or of their header: a value that is not accepted, that the organization may not use, or that is missing. */

import type { BetaErrorKind } from './info.ts';
import { knownBetas } from './lookup.ts';
import { betasIn, featuresIn, isBeta, knownName, listIn, unique } from './names.ts';
import { openersOf } from './openers.ts';
import type { Facts } from './unwrap.ts';
import {
  ABOUT_MODEL,
  CLASH,
  ELSE,
  EMPTY,
  FOR,
  NEEDS_ELSE,
  OFFERS,
  OTHER_PRODUCT,
  REFUSES,
  SPEAKS,
  WANTS,
  WHOSE,
  WITHHOLDS,
  WITHHOLDS_ANYTHING,
} from './wording.ts';

/** What was found in an error. */
export interface Found {
  readonly kind: BetaErrorKind;
  readonly betas: readonly string[];
  readonly suspects?: readonly string[];
  /** The place in the body, as the error names it. */
  readonly field?: string | undefined;
  /** The beta was sent, and the request lacks what it is for. */
  readonly unused?: true;
  /** `field` holds betas, and should be a header. */
  readonly leaked?: true;
  /** The text names the feature, in words; any of its betas may be meant. */
  readonly feature?: true;
  /** How names begin that the text leaves open, `agent-memory-*`. */
  readonly beginnings?: readonly string[];
}

/** What makes a bearer token count. */
export const OAUTH = 'oauth-2025-04-20';

const VALUES = /unexpected value\(s\)/i;
const MAX_SENTENCES = 50;
const MAX_NAMES = 200;

/** Statuses and types that are never about betas, whatever the text says. */
const ELSEWHERE = new Set([401, 402, 407, 408, 409, 413, 415, 429, 529]);
const ELSE_WORD =
  /^(?:(?:rate_limit|overloaded|authentication|billing|timeout)_error|request_too_large)$|(?:RateLimit|Authentication|Timeout)Error$/;
const BAD_REQUEST = /invalid_request|BadRequest|ValidationException/;

const NOT_ENROLLED = [
  'organization_not_enrolled_in_beta',
  'BetaOrganizationNotEnrolledInBetaError',
];

/** Whether an error of that status and type can be about betas. A gateway may answer 5xx to what was a 400 to itself. */
export function canBeBeta({ statuses, words }: Facts): boolean {
  const [codes, names] = [[...statuses], [...words]];
  if (codes.some((status) => ELSEWHERE.has(status)) || names.some((word) => ELSE_WORD.test(word)))
    return false;
  if (codes.length > 0 && !codes.some((status) => status >= 400)) return false;
  return (
    !codes.some((status) => status >= 500) ||
    statuses.has(400) ||
    names.some((word) => BAD_REQUEST.test(word))
  );
}

/** What the error says about the header or about betas. */
export function aboutHeader({ texts, words }: Facts): Found | undefined {
  // OpenAI's header is called alike.
  if (
    texts.some((text) => /\bopenai[- ]beta\b/i.test(text)) &&
    !texts.some((text) => /anthropic|claude/i.test(text))
  )
    return undefined;
  const all = texts.flatMap((text) => values(text) ?? []);
  if (all.length === 0 && NOT_ENROLLED.some((word) => words.has(word)))
    return { kind: 'not-enrolled', betas: unique(texts.flatMap(betasIn)) };
  if (all.length === 0) all.push(...texts.flatMap((text) => said(text) ?? []));
  // One layer may name the value, and another answer without.
  return all.find(({ betas }) => betas.length > 0) ?? all[0];
}

/** ``Unexpected value(s) `a`, `b` for the `anthropic-beta` header``, also where it was cut short. */
function values(text: string): Found | undefined {
  const { index: start = -1 } = VALUES.exec(text) ?? {};
  if (start < 0) return undefined;
  const end = text.toLowerCase().indexOf('for the', start);
  const rest = text.slice(start + 19, end > start ? end : start + 2000);
  const header =
    end > start
      ? (/^for the \W?([\w-]*)/i.exec(text.slice(end, end + 40))?.[1] ?? '').toLowerCase()
      : '';
  const whole = header === 'anthropic-beta';
  if (!'anthropic-beta'.startsWith(header)) return undefined;
  const quoted = (rest.match(/`[^`]+`/g) ?? []).map((name) =>
    name.slice(1, -1).replaceAll(' ', ''),
  );
  const named = whole
    ? (quoted.length > 0 ? unique(quoted) : listIn(rest)).filter((name) => /\w/.test(name))
    : quoted.filter(isBeta);
  if (named.length > 0) return { kind: 'unsupported', betas: named.map(knownName) };
  // Dots stand for what somebody left out; where nothing stands, nothing was in the header.
  return whole
    ? { kind: /\.\.|…/.test(rest) ? 'unsupported-unnamed' : 'empty-header', betas: [] }
    : undefined;
}

/** What the sentences of a text say. */
function said(text: string): Found | undefined {
  const sentences = text
    .split(/[.!?](?= |$)|;| \| | [-=]?[<>→] ?|(?<!\ba .?)\W(?=[45]\d\d\b)/)
    .filter(
      (sentence) =>
        (/beta|-20\d\d-\d\d-\d\d/i.test(sentence) || CLASH.test(sentence)) && !ELSE.test(sentence),
    );
  const all = sentences.slice(0, MAX_SENTENCES).flatMap((sentence) => inSentence(sentence) ?? []);
  const found = all.find(({ betas }) => betas.length > 0) ?? all[0];
  if (found) return found;
  // The one sentence names the feature, the next one says whose it is not.
  const features =
    /\bpreview\b/i.test(text) && WITHHOLDS_ANYTHING.test(text) ? featuresIn(text) : [];
  return features.length > 0 ? { kind: 'not-enrolled', betas: features, feature: true } : undefined;
}

function inSentence(whole: string): Found | undefined {
  // What was sent is not what is asked for.
  const sentence = whole.replace(/\((?:sent|got|received)\b[^()]{0,500}\)/gi, '');
  // Models end in a date too: a name that nobody knows is a beta where the sentence speaks of betas.
  const ids = betasIn(sentence).filter((id) => knownBetas.has(id) || /beta/i.test(sentence));
  const features = ids.length > 0 || !/\bbeta\b/i.test(sentence) ? [] : featuresIn(sentence);
  const text = marked(sentence, ids, features);
  const speaks = SPEAKS.test(text);
  const betas = ids.length > 0 ? ids : features;
  const clash = CLASH.test(text) ? clashing(sentence, ids) : undefined;
  if (clash) return clash;
  const withheld = WITHHOLDS.test(text) && (WHOSE.test(text) || FOR.test(text));
  const theirs =
    betas.length > 0 ||
    ((speaks || (WHOSE.test(text) && /\bbeta (?:is |access )?not\b/i.test(text))) &&
      !OTHER_PRODUCT.test(text));
  if (withheld && !ABOUT_MODEL.test(text) && theirs)
    return { kind: 'not-enrolled', betas, ...(features.length > 0 && { feature: true }) };
  if (NEEDS_ELSE.test(text) && !WANTS.test(text.replace('<beta>', '')))
    return { kind: 'unsupported', betas, unused: true, ...(ids.length === 0 && { feature: true }) };
  if (speaks && WANTS.test(text)) return { kind: 'missing', betas };
  if (!speaks) return undefined;
  if (EMPTY.test(text)) return { kind: 'empty-header', betas: [] };
  if (REFUSES.test(text)) {
    const named = ids.length > 0 ? ids : listed(sentence);
    if (named.length > 0) return { kind: 'unsupported', betas: named };
    if (features.length > 0) return { kind: 'unsupported', betas: features, feature: true };
    // Of a "beta feature" without a name many programs speak.
    return /anthropic|beta[- ](?:flag|header)|\bbetas\b/i.test(text)
      ? { kind: 'unsupported-unnamed', betas: [] }
      : undefined;
  }
  return OFFERS.test(text) && ids.length > 0 ? { kind: 'missing', betas } : undefined;
}

/** The sentence with `<beta>` for each list of betas, and for a feature that stands before the word. */
function marked(sentence: string, ids: readonly string[], features: readonly string[]): string {
  // What goes on with a capital is another line of a log.
  let text = sentence.replace(
    /(\b[Bb]eta[- ](?:[Hh]eader|[Ff]lag|[Ff]eature)s?) (?=[A-Z])/g,
    '$1: ',
  );
  for (const id of ids.slice(0, MAX_NAMES)) text = text.replaceAll(id, '<beta>');
  text = text
    .replace(/\b(?:anthropic[-_]beta|betas?)[^\w<]{1,5}(?=<beta>)/gi, '')
    .replace(/<beta>(?:\W{1,5}(?:and |or )?\W?<beta>){1,50}/g, '<beta>');
  text = text.replace(/^\W*<beta>:/, '<beta>').replace(/ \((?=<beta>)/g, ' ');
  return text.replace(/(?<![\w-])([\w-]{1,64}) beta\b/i, (both, word: string) =>
    features.some((id) => id.includes(word.toLowerCase())) ? '<beta>' : both,
  );
}

/** Two betas that do not go together, named or by what they open. */
function clashing(sentence: string, ids: readonly string[]): Found | undefined {
  const quoted = (sentence.match(/[`'"][\w.[\]]{1,100}[`'"]/g) ?? [])
    .slice(0, 20)
    .map((name) => name.slice(1, -1));
  const betas =
    ids.length > 0
      ? [...ids]
      : [...new Set(quoted.flatMap((name) => openersOf(name)[0]?.betas[0] ?? []))];
  const beginnings = (sentence.match(/[a-z][\w-]{1,100}-(?=\*)/gi) ?? []).map((name) =>
    name.toLowerCase(),
  );
  if (betas.length < 2 && !/anthropic-beta/i.test(sentence)) return undefined;
  return { kind: 'conflict', betas: betas.sort(), ...(beginnings.length > 0 && { beginnings }) };
}

/** Names after a colon, where they end in no date: `Unsupported beta header: foo-bar`. */
function listed(sentence: string): string[] {
  const after = /\bbeta\b[^:(]{0,20}(?:\(s\))?[^:(]{0,10}:(.{1,2000})/i.exec(sentence)?.[1] ?? '';
  return listIn(after).filter((name) => name.includes('-'));
}
