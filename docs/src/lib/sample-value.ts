/** Prints request values as TypeScript, Python or JSON. Values may have gaps. */

/** A part that the manifest does not describe. */
export const GAP: unique symbol = Symbol('…');
export type Value =
  | string
  | number
  | boolean
  | null
  | typeof GAP
  | readonly Value[]
  | { readonly [key: string]: Value };

/** The differences between the literals of a language and JSON. */
export interface Dialect {
  readonly gap: string;
  readonly quote: (text: string) => string;
  readonly key: (name: string) => string;
  readonly boolean: (value: boolean) => string;
  readonly nothing: string;
  readonly space: string;
  readonly trailingComma: boolean;
  readonly indent: string;
}

const quoteDouble = (text: string): string => JSON.stringify(text);
/** Escapes as JSON does, so that no character can end the string or the line. */
const quoteSingle = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}'`;

export const TYPESCRIPT: Dialect = {
  gap: '…',
  quote: quoteSingle,
  key: (name) =>
    name === '__proto__'
      ? `['${name}']`
      : /^[A-Za-z_$][\w$]*$/.test(name)
        ? name
        : quoteSingle(name),
  boolean: String,
  nothing: 'null',
  space: ' ',
  trailingComma: true,
  indent: '  ',
};
export const PYTHON: Dialect = {
  gap: '...',
  quote: quoteDouble,
  key: quoteDouble,
  boolean: (value) => (value ? 'True' : 'False'),
  nothing: 'None',
  space: '',
  trailingComma: true,
  indent: '    ',
};
export const JSON_TEXT: Dialect = {
  gap: '…',
  quote: quoteDouble,
  key: quoteDouble,
  boolean: String,
  nothing: 'null',
  space: ' ',
  trailingComma: false,
  indent: '  ',
};

const WIDTH = 72;

/** Prints a value, on several lines if one is too short. `depth` indents its first line. */
export function printValue(value: Value, dialect: Dialect, depth = 0): string {
  if (value === null || typeof value !== 'object') return printPlain(value, dialect);
  const flat = printFlat(value, dialect, WIDTH - depth * dialect.indent.length);
  if (flat !== undefined) return flat;
  const list = isList(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const pad = dialect.indent.repeat(depth + 1);
  const lines = list
    ? value.map((item) => pad + printValue(item, dialect, depth + 1))
    : Object.entries(value).map(
        ([key, item]) =>
          pad +
          (key === REST
            ? dialect.gap
            : `${dialect.key(key)}: ${printValue(item, dialect, depth + 1)}`),
      );
  const comma = dialect.trailingComma ? ',' : '';
  return `${open}\n${lines.join(',\n')}${comma}\n${dialect.indent.repeat(depth)}${close}`;
}

/** The key that means "and other fields". */
export const REST = '…';

function printPlain(value: Exclude<Value, object>, dialect: Dialect): string {
  if (value === GAP) return dialect.gap;
  if (value === null) return dialect.nothing;
  if (typeof value === 'string') return dialect.quote(value);
  return typeof value === 'boolean' ? dialect.boolean(value) : String(value);
}

/** Prints a value on one line if it fits. Stops early, so that nesting stays cheap. */
function printFlat(value: Value, dialect: Dialect, room: number): string | undefined {
  if (room < 0) return undefined;
  if (value === null || typeof value !== 'object') {
    const text = printPlain(value, dialect);
    return text.length <= room && !text.includes('\n') ? text : undefined;
  }
  const list = isList(value);
  const entries: [string, Value][] = list ? value.map((item) => ['', item]) : Object.entries(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return room < 2 ? undefined : open + close;
  const pad = list ? '' : dialect.space;
  let text = open + pad;
  for (const [i, [key, item]] of entries.entries()) {
    const gap = !list && key === REST;
    text += (i > 0 ? ', ' : '') + (list || gap ? '' : `${dialect.key(key)}: `);
    const inner = gap ? dialect.gap : printFlat(item, dialect, room - text.length - pad.length - 1);
    if (inner === undefined) return undefined;
    text += inner;
  }
  text += pad + close;
  return text.length <= room ? text : undefined;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
