/** Request values with gaps, printed as TypeScript, Python or JSON. */

/** A part that the manifest knows nothing about. */
export const GAP: unique symbol = Symbol('…');
export type Value = string | number | boolean | typeof GAP | readonly Value[] | { readonly [key: string]: Value };

/** How a language writes what JSON writes otherwise. */
export interface Dialect {
  readonly gap: string;
  readonly quote: (text: string) => string;
  readonly key: (name: string) => string;
  readonly boolean: (value: boolean) => string;
  readonly space: string;
  readonly trailingComma: boolean;
  readonly indent: string;
}

const json = (text: string): string => JSON.stringify(text);
const single = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

export const TYPESCRIPT: Dialect = {
  gap: '…',
  quote: single,
  key: (name) => (/^[\w$]+$/.test(name) ? name : single(name)),
  boolean: String,
  space: ' ',
  trailingComma: true,
  indent: '  ',
};
export const PYTHON: Dialect = {
  gap: '...',
  quote: json,
  key: json,
  boolean: (value) => (value ? 'True' : 'False'),
  space: '',
  trailingComma: true,
  indent: '    ',
};
export const JSON_TEXT: Dialect = { gap: '…', quote: json, key: json, boolean: String, space: ' ', trailingComma: false, indent: '  ' };

const WIDTH = 72;

/** The value in a dialect, broken over lines where it would be too wide; `depth` is the indentation of its first line. */
export function printValue(value: Value, dialect: Dialect, depth = 0): string {
  if (value === GAP) return dialect.gap;
  if (typeof value === 'string') return dialect.quote(value);
  if (typeof value === 'boolean') return dialect.boolean(value);
  if (typeof value !== 'object') return String(value);
  const list = isList(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const items = (at: number): string[] =>
    list ? value.map((item) => printValue(item, dialect, at)) : Object.entries(value).map(([key, item]) => printEntry(key, item, dialect, at));
  const inner = items(depth);
  const pad = list ? '' : dialect.space;
  const flat = inner.length ? `${open}${pad}${inner.join(', ')}${pad}${close}` : open + close;
  if (!flat.includes('\n') && flat.length + depth * dialect.indent.length <= WIDTH) return flat;
  const lines = items(depth + 1).map((item) => dialect.indent.repeat(depth + 1) + item);
  return `${open}\n${lines.join(',\n')}${dialect.trailingComma ? ',' : ''}\n${dialect.indent.repeat(depth)}${close}`;
}

/** The key that stands for "and the other fields". */
export const REST = '…';

function printEntry(key: string, value: Value, dialect: Dialect, depth: number): string {
  return key === REST ? dialect.gap : `${dialect.key(key)}: ${printValue(value, dialect, depth)}`;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
