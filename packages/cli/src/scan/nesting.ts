/** Decides from the characters of a text if the native parser surely has enough stack for it. */

/** Characters that open a level, each of which takes up to 2 kB of the stack. */
const MAX_OPENINGS = 500;
/** Operators and words that nest without a bracket, each of which takes up to 0.5 kB. */
const MAX_LINKS = 4_000;
const WORDS =
  /(?<![\w$])(?:class|function|extends|do|else|if|for|while|with|new|typeof|void|delete|await|yield|keyof|unique|readonly|infer|as|satisfies|import|in|of|is|asserts|namespace|module|case)(?![\w$])/g;
const OPENING_WORDS: readonly string[] = ['class', 'function', 'extends'];

/**
 * Tests if a text cannot exhaust the stack of the parser, however its characters are read. A text
 * that nests needs a character or a word for each level, so their number is a bound. Nothing is
 * subtracted for what closes a level, which could be in a string or an expression.
 */
export function isSurelyFlat(text: string): boolean {
  let openings = 0;
  let links = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isPlain(code)) continue;
    if (isOpening(code)) openings++;
    else links++;
    if (openings > MAX_OPENINGS || links > MAX_LINKS) return false;
  }
  for (const [word] of text.matchAll(WORDS)) {
    if (OPENING_WORDS.includes(word)) openings++;
    else links++;
  }
  return openings <= MAX_OPENINGS && links <= MAX_LINKS;
}

/** Letters, digits, white space, and the characters that end a level or a part of one. */
const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  code > 127 ||
  code <= 32 ||
  ')]},;"\'_$\\'.includes(String.fromCharCode(code));

const isOpening = (code: number): boolean => '([{<`@'.includes(String.fromCharCode(code));
