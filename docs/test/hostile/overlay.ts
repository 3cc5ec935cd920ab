/** A catalogue in which every text that pages show is hostile. Names and ids stay as they are. */
import { TEXTS } from './material.ts';

/** Texts that the schema takes: it trims them, and refuses empty ones. */
const PROSE = TEXTS.filter(({ fields }) => fields.some((field) => /title|summary|note/.test(field)))
  .map(({ text }) => text.trim())
  .filter((text) => text !== '');
/** Addresses that the schema takes. */
const ADDRESSES: readonly string[] = TEXTS.filter(
  ({ fields, text }) => fields.includes('url') && /^https?:/.test(text) && URL.canParse(text),
).map(({ text }) => text);

const SHOWN: ReadonlySet<string> = new Set(['says', 'example', 'title', 'short', 'when', 'loss']);
const LINKS: ReadonlySet<string> = new Set(['docs', 'migration', 'url', 'copy']);

/** Replaces the texts of a catalogue, each by the next hostile one. */
export function makeHostile<T>(catalog: T): T {
  let prose = 0;
  let address = 0;
  const next = (): string => PROSE[prose++ % PROSE.length] as string;
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (SHOWN.has(key)) return next();
      return LINKS.has(key) ? ADDRESSES[address++ % ADDRESSES.length] : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => visit(item, ''));
    const entries = Object.entries(value);
    if (entries.length === 2 && typeof Object(value).en === 'string' && 'id' in value)
      return { en: next(), id: next() };
    return Object.fromEntries(entries.map(([name, item]) => [name, visit(item, name)]));
  };
  return visit(catalog, '') as T;
}
