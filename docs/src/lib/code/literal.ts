/** Prints JSON values as literals of a language. */

/** A value that the program reads from an environment variable. */
export class Variable {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export type Value =
  | string
  | number
  | boolean
  | null
  | Variable
  | readonly Value[]
  | { readonly [key: string]: Value };
export type Fields = Readonly<Record<string, Value>>;

/** The differences between the literals of a language and JSON. */
export interface Dialect {
  readonly quote: (text: string) => string;
  readonly key: (name: string) => string;
  readonly boolean: (value: boolean) => string;
  readonly nothing: string;
  /** Reads an environment variable. */
  readonly variable: (name: string) => string;
  readonly space: string;
  readonly trailingComma: boolean;
  readonly indent: string;
}

/** Enclose the name of a variable in the text of a JSON document, in place of a string. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

/**
 * Characters that JSON leaves as they are, but that end a line, are invisible or change the
 * direction of the text. Also `<` in `</script` and `<!--`, after which a browser would no longer
 * read an inline script as the rest of that script.
 */
const SPECIAL =
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000\ue001\ufeff]|<(?=\/script|!--)/gi;
const escapeUnit = (char: string): string =>
  `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Writes a text between double quotes, for JSON, Python, Go and JavaScript. */
export const quoteDouble = (text: string): string =>
  JSON.stringify(text).replace(SPECIAL, escapeUnit);
const quoteSingle = (text: string): string =>
  `'${quoteDouble(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

export const TYPESCRIPT: Dialect = {
  quote: quoteSingle,
  key: (name) =>
    name === '__proto__'
      ? `['${name}']`
      : /^[A-Za-z_$][\w$]*$/.test(name)
        ? name
        : quoteSingle(name),
  boolean: String,
  nothing: 'null',
  variable: (name) => `process.env['${name}'] ?? ''`,
  space: ' ',
  trailingComma: true,
  indent: '  ',
};
export const DENO: Dialect = {
  ...TYPESCRIPT,
  variable: (name) => `Deno.env.get('${name}') ?? ''`,
};
export const PYTHON: Dialect = {
  quote: quoteDouble,
  key: quoteDouble,
  boolean: (value) => (value ? 'True' : 'False'),
  nothing: 'None',
  variable: (name) => `os.environ["${name}"]`,
  space: '',
  trailingComma: true,
  indent: '    ',
};
const JSON_TEXT: Dialect = {
  quote: quoteDouble,
  key: quoteDouble,
  boolean: String,
  nothing: 'null',
  variable: (name) => `"${OPEN}${name}${CLOSE}"`,
  space: ' ',
  trailingComma: false,
  indent: '  ',
};

/** Prints a JSON document. `variable` writes what ends the text, reads a variable and goes on. */
export function printJson(
  value: Value,
  escapeText: (text: string) => string,
  variable: (name: string) => string,
): string {
  return printValue(value, JSON_TEXT)
    .split(/[\ue000\ue001]/)
    .map((piece, index) => (index % 2 ? variable(piece) : escapeText(piece)))
    .join('');
}

const WIDTH = 72;

/** Prints a value, on several lines if one is too short. `depth` indents its first line. */
export function printValue(value: Value, dialect: Dialect, depth = 0): string {
  if (isPlain(value)) return printPlain(value, dialect);
  const flat = printFlat(value, dialect, WIDTH - depth * dialect.indent.length);
  if (flat !== undefined) return flat;
  const list = isList(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const pad = dialect.indent.repeat(depth + 1);
  const lines = list
    ? value.map((item) => pad + printValue(item, dialect, depth + 1))
    : Object.entries(value).map(
        ([key, item]) => `${pad}${dialect.key(key)}: ${printValue(item, dialect, depth + 1)}`,
      );
  const comma = dialect.trailingComma ? ',' : '';
  return `${open}\n${lines.join(',\n')}${comma}\n${dialect.indent.repeat(depth)}${close}`;
}

type Plain = string | number | boolean | null | Variable;
const isPlain = (value: Value): value is Plain =>
  value === null || typeof value !== 'object' || value instanceof Variable;

function printPlain(value: Plain, dialect: Dialect): string {
  if (value === null) return dialect.nothing;
  if (value instanceof Variable) return dialect.variable(value.name);
  if (typeof value === 'string') return dialect.quote(value);
  return typeof value === 'boolean' ? dialect.boolean(value) : String(value);
}

/** Prints a value on one line if it fits. Stops early, so that nesting stays cheap. */
function printFlat(value: Value, dialect: Dialect, room: number): string | undefined {
  if (room < 0) return undefined;
  if (isPlain(value)) {
    const text = printPlain(value, dialect);
    return text.length <= room ? text : undefined;
  }
  const list = isList(value);
  const entries: [string, Value][] = list ? value.map((item) => ['', item]) : Object.entries(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return room < 2 ? undefined : open + close;
  const pad = list ? '' : dialect.space;
  let text = open + pad;
  for (const [i, [key, item]] of entries.entries()) {
    text += (i > 0 ? ', ' : '') + (list ? '' : `${dialect.key(key)}: `);
    const inner = printFlat(item, dialect, room - text.length - pad.length - 1);
    if (inner === undefined) return undefined;
    text += inner;
  }
  text += pad + close;
  return text.length <= room ? text : undefined;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** Tests if a value is an object with fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
