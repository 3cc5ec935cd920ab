/** Finds lists of betas: a header, a bare list, a variable of the environment, code, prose. */
import { isBetaId } from '@beta-headers/grammar';
import type { JsonText } from '../json/body.ts';
import type { Node } from '../literals/literal-node.ts';
import { isObject, locateRange, matchAt, type Piece, type Source } from '../text.ts';
import type { BetasReading, Format, Place } from '../types.ts';
import { DASHES, findPlainForm } from './plain-form.ts';
import { guessFromSettings } from './settings.ts';

/** A beta with its place. */
export interface PlacedBeta {
  readonly beta: string;
  readonly at: Place;
}

const MAX_BETAS = 1000;
const LONGEST = 200;
/** The number of marks without a list after which no more are read, for linear time. */
const MAX_FRUITLESS = 2000;
const LONGEST_LIST = 4000;
const TOKEN = /[^\s,;"'`[\]()]+/g;
const MODEL = /^claude-(?:\d|opus|sonnet|haiku|instant|fable|mythos)/;
/** The values of `anthropic_version` on Bedrock and Vertex, which have the form of a beta. */
const VERSION = /^(?:bedrock|vertex)-20\d\d-\d\d-\d\d$/;

/** Tests if a word is a beta and not a model or a version of the API with a date. */
export const isBeta = (word: string): boolean =>
  word.length <= LONGEST && isBetaId(word) && !MODEL.test(word) && !VERSION.test(word);

/** Tests if a word is a beta in any letter case and with any dashes. */
const mayMeanBeta = (word: string): boolean => isBeta((findPlainForm(word) ?? word).toLowerCase());

/** Tests if a text is nothing but a list of betas. One of them must have the form of an id. */
export function isBetaList(text: string): boolean {
  if (text.length > 100_000) return false;
  const words = text.match(TOKEN) ?? [];
  const tokens = words.filter((word) => !/^[-*•]$/.test(word));
  const isPlain = tokens.every((word) => WORD.test(word));
  // The value may be in the wrong letter case, which is for the answer to say.
  const known = tokens.filter(mayMeanBeta).length;
  return isPlain && known > 0 && known * 2 >= tokens.length;
}

/** Tests if a text is nothing but the name of a model. */
export const isModelName = (text: string): boolean =>
  text.length < LONGEST && /^[\w./:@-]*claude-[\w.:@-]+$/.test(text) && !isBeta(text);

/** Reads a list that is the whole text. */
export function readList(source: Source, piece: Piece): BetasReading {
  return { kind: 'betas', format: 'list', betas: listWords(source, piece) };
}

/** Lists the words of a text as betas. */
function listWords(source: Source, piece: Piece): PlacedBeta[] {
  const betas: PlacedBeta[] = [];
  for (const { 0: beta, index } of piece.text.matchAll(TOKEN)) {
    if (betas.length >= MAX_BETAS) break;
    if (/^[-*•]$/.test(beta)) continue;
    betas.push({ beta, at: source.place(locateRange(piece, index, index + beta.length)) });
  }
  return betas;
}

/** Tests if a text is nothing but a header with a list of betas. */
export const isBetaHeader = (text: string): boolean =>
  isBetaList(/^anthropic-beta[ \t]{0,4}:(.*)$/i.exec(text)?.[1] ?? '');

/** The names after which a list of betas follows, also as `name` and `value` of Kubernetes. */
const MARK =
  /(?<![\w-])(?:anthropic(?:[-_]?|[\w.-]{0,60}\.)betas?|beta-?versions?|--betas?|\bbetas|(?:[a-z]{1,20}_?)?beta_?headers?|ANTHROPIC_CUSTOM_HEADERS)(?:["'`]|\\")?\]?(?:(?:,\s{0,40}|\s{1,40})["']?value["']?\s{0,4}[:=]|[^<>\n]{0,80}>\s{0,40}<value>|\s{0,20}(?:=>|:=|[:=,]|\s))\s{0,20}(?:[>|][+-]?[ \t]{0,9}\r?\n\s{0,40})?/gi;
const CHARS = `[\\w.!+~${DASHES}-]`;
const WORD = new RegExp(`^\\w${CHARS}{0,199}$`);
const UNQUOTED = new RegExp(
  String.raw`${CHARS}{1,200}(?:(?:[ \t]{0,20},[ \t]{0,20}(?:\r?\n[ \t]{1,40})?|[ \t]{1,20}|\r?\n[ \t]{0,20}-[ \t]{1,20})${CHARS}{1,200})*`,
  'y',
);

/** Finds lists after a name in any text: a log, code, a file of settings. */
export function findMarkedBetas(source: Source): { betas: PlacedBeta[]; format: Format } {
  const { text } = source;
  const betas: PlacedBeta[] = [];
  let format: Format = 'code';
  let end = 0;
  let fruitless = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (index < end) continue;
    if (betas.length >= MAX_BETAS || fruitless >= MAX_FRUITLESS) break;
    const at = index + mark.length;
    const pieces = readMarked(source, at);
    const found = pieces.flatMap((piece) => listWords(source, piece));
    const isNamed = /^anthropic[-_]beta|^--/i.test(mark) && /[:=]\s*$/.test(mark);
    const kept = found.filter(
      ({ beta }) => mayMeanBeta(beta) || (isNamed && /^[a-z][\w.-]*-/.test(beta)),
    );
    if (kept.length === 0) {
      fruitless += 1;
      continue;
    }
    if (betas.length === 0) format = findFormat(text, index, mark);
    betas.push(...kept);
    end = kept.at(-1)?.at.end ?? at;
  }
  return { betas, format };
}

/** A list or a text of code, or a call with one. */
const LITERAL = /^(?:["'`[(]|[rbfu][\w.]*["'`[(])/;

/** A text of a setting, after which a command or the next setting of the line follows. */
const SETTING_TEXT = /(["'])([^"'`\\\n]{1,4000})\1(?=[ \t]+(?!(?:if|or|and|unless)\b)[\w./-])/y;

/** A variable of the environment with a default, `${ANTHROPIC_BETAS:-a,b}`. */
const DEFAULT = /["']?\$\{\w{1,100}:?-["']?/y;

function readMarked(source: Source, start: number): Piece[] {
  const { text } = source;
  const at = start + (matchAt(DEFAULT, text, start)?.[0].length ?? 0);
  const char = text[at] ?? '';
  if (LITERAL.test(text.slice(at, at + 100))) {
    // A list or text of code, of which only the beginning is looked at.
    const { node } = source.parts.literals.readLiteral(text.slice(at, at + LONGEST_LIST), 0);
    const pieces = listTexts(node);
    if (pieces.length > 0) return pieces.map((piece) => move(piece, at));
    const quoted = matchAt(SETTING_TEXT, text, at)?.[2];
    if (quoted !== undefined) return [source.slice(at + 1, at + 1 + quoted.length)];
    if (/["'`[(]/.test(char)) return [];
  }
  // `ANTHROPIC_CUSTOM_HEADERS=anthropic-beta: a,b` has the list after the second name.
  const rest = matchAt(UNQUOTED, text, at)?.[0];
  return rest === undefined ? [] : [source.slice(at, at + rest.length)];
}

const move = ({ text, runs }: Piece, by: number): Piece => ({
  text,
  runs: runs.map(({ at, from }) => ({ at, from: from + by })),
});

function listTexts(node: Node): Piece[] {
  if (node.kind === 'text') return [stripHeaderName(node.piece)];
  if (node.kind === 'list') return node.items.flatMap(listTexts);
  return node.kind === 'call' ? node.args.flatMap(listTexts) : [];
}

/** Cuts `anthropic-beta:` from the front of a custom header. */
function stripHeaderName(piece: Piece): Piece {
  const name = /^\s*anthropic-beta\s*:/i.exec(piece.text)?.[0].length ?? 0;
  if (name === 0) return piece;
  const from = locateRange(piece, name, piece.text.length).start;
  return { text: piece.text.slice(name), runs: [{ at: 0, from }] };
}

function findFormat(text: string, index: number, mark: string): Format {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', index)), index + mark.length);
  if (/^\s*(?:(?:export|set|setx|ENV|env)\s+|\$env:|- )?["']?ANTHROPIC_[A-Z_]+/.test(line))
    return 'environment';
  return /^\s*[<>*]?\s*anthropic-beta\s*:/i.test(line) ? 'header' : 'code';
}

/** Finds betas under their usual names in a JSON value that is no request: settings, headers. */
export function findNamedBetas(source: Source, json: JsonText): BetasReading | undefined {
  const { betas } = findMarkedBetas(source);
  if (betas.length === 0) return undefined;
  const platform = guessFromSettings(source.text);
  const isHeaders =
    isObject(json.value) && Object.keys(json.value).some((key) => /^anthropic-beta$/i.test(key));
  return {
    kind: 'betas',
    format: isHeaders ? 'header' : 'json',
    betas,
    ...(platform && { platform }),
  };
}

/** Finds betas in short prose. A long text that has many is a list of something else. */
export const findBetasInProse = (source: Source): PlacedBeta[] =>
  source.text.length > 2000 ? [] : findWordBetas(source, source.slice(0, source.text.length));

/** Finds the words of a part of the text that are betas. */
export function findWordBetas(source: Source, piece: Piece): PlacedBeta[] {
  return listWords(source, piece)
    .map(({ beta, at }) => {
      // The word of a setting has its name before the value.
      const [lead = '', value = ''] = /^(.*[=:])?(.+?)[.:!?]*$/.exec(beta)?.slice(1) ?? [];
      const start = at.start + lead.length;
      const column = at.column + lead.length;
      return { beta: value, at: { ...at, start, column, end: start + value.length } };
    })
    .filter(({ beta }) => isBeta(beta));
}
