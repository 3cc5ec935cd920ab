/** Splits texts and queries into words. Names such as `mcp_servers` are one word and two. */

/** A word of a query, as a whole and in parts. */
export interface Word {
  readonly whole: string;
  readonly parts: readonly string[];
}

const CHUNK = /[\p{L}\p{N}][\p{L}\p{N}_.\-/[\]:]*/gu;
const PART = /[\p{L}\p{N}]+/gu;
const END = /[^\p{L}\p{N}]+$/u;

/** The place of a Bedrock profile before the name of its model. */
const PROFILE = /^(?:us|us-gov|eu|apac|jp|au|global)\.(?=anthropic\.)/;

/** Removes a plural, so that `headers` finds `header`. */
const toSingular = (word: string): string =>
  /^[a-z]{2,}[^su]s$/.test(word) ? word.slice(0, -1) : word;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Lists the words of a query. */
export const splitQuery = (text: string): Word[] =>
  (fold(text).match(CHUNK) ?? []).map((chunk) => {
    const whole = chunk.replace(END, '').replace(PROFILE, '');
    const parts = (whole.match(PART) ?? []).map(toSingular);
    return { whole: parts.length === 1 ? toSingular(whole) : whole, parts };
  });

/** Lists the words of a text for the index: each word, and the parts of names. */
export const splitIndexed = (text: string): string[] =>
  splitQuery(text).flatMap(({ whole, parts }) => (parts.length > 1 ? [whole, ...parts] : [whole]));
