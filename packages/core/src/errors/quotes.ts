/**
 * Removes quotations of the request from a message. A statement counts only if it is the message
 * itself, or the whole quotation of a wrapper.
 */

/** The minimum number of words in a statement. Shorter quotations are names. */
const MIN_WORDS = 3;
/** The length of the longest quotation that is recognized. */
const MAX_QUOTATION = 2000;
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '‘': '’',
  '「': '」',
};
const QUOTED = '…';

/** Matches the text before a quotation that is an echo of the request. */
const ECHO =
  /(?:input_value=|['"]?\binput['"]?(?: was)?:? ?|\S (?:got|received|near|found|tag|value|name|text|prompt):? ?)$/i;
/** Matches the text before a quotation that is the message of another layer. */
const WRAPPER =
  /(?:^(?:got)?|[:：({[=,|>*\-—→]|\b[45]\d\d|\b(?:says?|said|answer(?:s|ed)?|return(?:s|ed)?|respond(?:s|ed)?|with|errors?|message|msg|fails|提示|返回):?) ?b?$/i;
/** Matches the text after such a quotation. */
const END =
  /^(?:$|[\s]*[)\]},.;|&"'`—（）]|\s*$| (?:and|for|\(|when|using)\b|\s*[-=]|\s*[\u0080-\uffff]|\s[A-Z[(])/;
/** Matches a complaint, so that the quotation is its subject. */
const COMPLAINTS = [
  ...['not found', 'too long', 'longer', 'not valid', 'invalid (?!request)', 'unknown'],
  ...['unexpected', 'should', 'must', 'blocked', 'does not', "doesn't", 'no results'],
  ...['not allowed', 'not in', 'failed to parse'],
];
const COMPLAINT = new RegExp(`\\b(?:${COMPLAINTS.join('|')})\\b`, 'i');
/** Matches the place in the body that a validator complains about. */
const PLACE = /(?:^|[\s"'])[a-z_]+(?:[.[]\d+\]?[\w.[\]]*|\.\w+): [^:]{0,80}$/i;

/** Matches a complaint that continues with the value that it received. */
const GIVEN = /\b(?:should|must|expected)\b[^.;]{0,120}?\b(?:got|received|was):? /i;

/**
 * Removes quotations of the request from a message. Takes linear time: each quotation is read once.
 */
export function leaveOutQuotes(text: string): string {
  const plain = leaveOutTags(text);
  // The API repeats the name of an unknown model, and nothing else is in that message.
  const model = /(?:^|[\s"'>])model: /.exec(plain);
  if (model && !/^[^:]{0,40}model: [\w.@:/-]+(?:["',}]|$)/.test(plain.slice(model.index)))
    return plain.slice(0, model.index);
  const given = GIVEN.exec(plain);
  const rest = given ? plain.slice(0, given.index + given[0].length) : plain;
  return leaveOutQuotations(rest);
}

function leaveOutQuotations(text: string): string {
  let kept = '';
  let from = 0;
  const ends = new Ends(text);
  for (let at = 0; at < text.length; at++) {
    const close = CLOSING[text[at] as string];
    if (close === undefined || isInside(text, at)) continue;
    const end = ends.find(at + 1, close);
    if (end < 0) continue;
    if (isName(text.slice(at + 1, end))) at = end;
    else if (isEcho(text, at, end)) {
      kept += text.slice(from, at + 1) + QUOTED;
      from = end;
      at = end;
    }
    // The message of another layer may contain quotations too, so the search continues inside it.
  }
  return kept + text.slice(from);
}

/** Tests if a quotation mark is an apostrophe or part of a code fence. */
const isInside = (text: string, at: number): boolean =>
  /\w/.test(text[at - 1] ?? '') || (text[at] === '`' && text.slice(at, at + 3) === '```');

/** The closing marks of a text that are not followed by a letter. */
class Ends {
  readonly #text: string;
  /** The places that are left of each mark, from the last one to the first. */
  readonly #places = new Map<string, number[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Finds the next place of a mark; -1 if it is too far. Each start is after the last one. */
  find(start: number, close: string): number {
    const places = this.#places.get(close) ?? this.#list(close);
    while ((places.at(-1) ?? start) < start) places.pop();
    const end = places.at(-1) ?? Number.POSITIVE_INFINITY;
    return end < start + MAX_QUOTATION ? end : -1;
  }

  #list(close: string): number[] {
    const places: number[] = [];
    for (let at = this.#text.length - 1; at >= 0; at--)
      if (this.#text[at] === close && !/\w/.test(this.#text[at + 1] ?? '')) places.push(at);
    this.#places.set(close, places);
    return places;
  }
}

/** Tests if a quotation is too short for a statement. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/, MIN_WORDS).length;
  return words < MIN_WORDS && !(words > 1 && /^(?!anthropic).*: /i.test(text));
}

/**
 * Tests if a quotation is the subject of a complaint, and not a message that a wrapper passes on.
 */
function isEcho(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 120), at).replace(/["'`“‘]+$/, '');
  if (ECHO.test(before) || PLACE.test(before)) return true;
  const sentence = before.slice(before.lastIndexOf('. ') + 1);
  if (COMPLAINT.test(sentence) && !before.endsWith('(')) return true;
  return !WRAPPER.test(before) || !END.test(text.slice(end + 1, end + 30));
}

const TAG = /input tag (["'])/gi;
/** Matches a name and the rest of the complaint, which may be truncated. */
const NAMED = /^[\w.:-]{0,64}["'](?: found using|,? ?(?:\.\.\.|…)|$)/;

/**
 * Removes a tag that is not a name, because it is a text of the request. It may contain quotation
 * marks itself, so everything up to the last `found using` counts as quoted.
 */
function leaveOutTags(text: string): string {
  for (const hit of text.matchAll(TAG)) {
    const start = hit.index + hit[0].length;
    if (NAMED.test(text.slice(start, start + 90))) continue;
    const end = text.lastIndexOf('found using');
    return `${text.slice(0, start)}${QUOTED}${end > start ? text.slice(end) : ''}`;
  }
  return text;
}
