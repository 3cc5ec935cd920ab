/**
 * The feature metadata of a docs page: `featureMetadata` of its front matter, or the section
 * "Compatibility" into which older copies rendered it.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type DocsStatus, normalizeModel, readStatus, readZdr } from './labels.ts';

/** A fact and the line of the copy that says it. */
export interface At<T> {
  readonly value: T;
  readonly line: number;
}

/** A platform as the page names it. */
export interface PagePlatform {
  readonly label: string;
  readonly status: DocsStatus;
  readonly note?: string;
}

/** The facts that a page gives about its feature. A fact that it leaves out is absent. */
export interface PageFacts {
  /** Without language, `.md` and anchor: `build-with-claude/files`. */
  readonly page: string;
  readonly language: string;
  readonly url: string;
  /** The day in the copy itself. */
  readonly day?: string;
  /** The line on which the metadata begins. */
  readonly line: number;
  readonly status?: At<DocsStatus>;
  readonly headers: readonly At<string>[];
  readonly zdr?: At<{ readonly eligible: boolean; readonly note?: string }>;
  readonly models?: At<readonly string[]>;
  readonly platforms: readonly At<PagePlatform>[];
  /** Words that the tables of labels.ts do not have, as `line 7: …`. */
  readonly unread: readonly string[];
}

type Draft = { -readonly [K in keyof PageFacts]: PageFacts[K] } & {
  headers: At<string>[];
  platforms: At<PagePlatform>[];
  unread: string[];
};

const PAGE_URL = /^https:\/\/(?:platform|docs)\.claude\.com\/docs\/([A-Za-z-]+)\/([^#?\s]+)/;

/** Parses an address of the docs into page and language; `undefined` for any other address. */
export function parsePageUrl(url: string): { page: string; language: string } | undefined {
  const [, language, page] = PAGE_URL.exec(url) ?? [];
  if (language === undefined || page === undefined) return undefined;
  return { language, page: page.replace(/\.md$/, '').replace(/\/$/, '') };
}

/** Reads a page; `undefined` if it has no feature metadata. */
export function readPage(text: string, path: string): PageFacts | undefined {
  const lines = text.split(/\r?\n/);
  const blocks = readFrontMatter(lines);
  const url = blocks.map(({ url }) => url).find((found) => found !== undefined) ?? findUrl(path);
  const named = url === undefined ? undefined : parsePageUrl(url);
  if (url === undefined || named === undefined) return undefined;
  const day = blocks.map(({ day }) => day).find((found) => found !== undefined);
  const draft: Draft = {
    ...named,
    url,
    ...(day !== undefined && { day }),
    line: 0,
    headers: [],
    platforms: [],
    unread: [],
  };
  const block = blocks.find(({ metadata }) => metadata !== undefined);
  if (block) readMetadata(block, draft);
  else readSection(lines, draft);
  return draft.line === 0 ? undefined : draft;
}

/** Finds the address of a page from a path such as `docs/en/build-with-claude/files.md`. */
function findUrl(path: string): string | undefined {
  const [, rest] = /(?:^|\/)docs\/([a-z]{2}(?:-[A-Z]{2})?\/.+)\.mdx?$/.exec(path) ?? [];
  return rest === undefined ? undefined : `https://platform.claude.com/docs/${rest}`;
}

interface Block {
  readonly url?: string | undefined;
  readonly day?: string | undefined;
  readonly metadata?: Node | undefined;
  readonly lineOf: (node: unknown) => number;
}

/** Reads the blocks between `---` at the start: a copy may have its own before the page's. */
function readFrontMatter(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (;;) {
    while (/^(?:\s*|#{1,6} SOURCE:.*)$/.test(lines[at] ?? '.')) at++;
    if (lines[at] !== '---') return blocks;
    const end = lines.indexOf('---', at + 1);
    if (end === -1) return blocks;
    const block = readBlock(lines.slice(at + 1, end).join('\n'), at + 2);
    if (block) blocks.push(block);
    at = end + 1;
  }
}

function readBlock(text: string, firstLine: number): Block | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'core', lineCounter: counter });
  if (!isMap(document.contents)) return undefined;
  const readField = (key: string): string | undefined => {
    const value = document.get(key);
    return value === undefined || value === null ? undefined : String(value);
  };
  return {
    url: readField('url'),
    day: /^\d{4}-\d{2}-\d{2}/.exec(readField('fetched_at') ?? readField('fetched') ?? '')?.[0],
    metadata: document.get('featureMetadata', true) as Node | undefined,
    lineOf: (node) =>
      firstLine - 1 + counter.linePos((node as Partial<Node> | null)?.range?.[0] ?? 0).line,
  };
}

function readMetadata({ metadata, lineOf }: Block, draft: Draft): void {
  if (!isMap(metadata)) return;
  draft.line = lineOf(metadata);
  for (const { key, value } of metadata.items) {
    const line = lineOf(key);
    const name = isScalar(key) ? String(key.value) : '';
    if (name === 'status') setStatus(draft, readText(value), line);
    else if (name === 'betaHeader' || name === 'betaHeaders')
      addHeaders(draft, readTexts(value), line);
    else if (name === 'zdr')
      setZdr(
        draft,
        readText(getMember(value, 'eligibility') ?? value),
        line,
        readText(getMember(value, 'note')),
      );
    else if (name === 'supportedModels')
      draft.models = { value: readTexts(value).map(normalizeModel), line };
    else if (name === 'supportedPlatforms' && isMap(value))
      for (const pair of value.items)
        addPlatform(
          draft,
          readText(pair.key),
          readText(getMember(pair.value, 'availability') ?? pair.value),
          lineOf(pair.key),
          readText(getMember(pair.value, 'note')),
        );
  }
}

const getMember = (node: unknown, key: string): unknown =>
  isMap(node) ? node.get(key, true) : undefined;
const readText = (node: unknown): string =>
  isScalar(node) && node.value !== null ? String(node.value) : '';
const readTexts = (node: unknown): string[] =>
  isSeq(node) ? node.items.map(readText) : [readText(node)].filter((text) => text !== '');

/** Reads the section "Compatibility": a list of `- Name: value`, then numbered notes. */
function readSection(lines: readonly string[], draft: Draft): void {
  const heading = lines.findIndex((line) => /^#{2,3} Compatibility\s*$/.test(line));
  if (heading === -1) return;
  const notes = new Map<string, string>();
  const end = lines.findIndex((line, at) => at > heading && /^#/.test(line));
  const section = lines.slice(heading + 1, end === -1 ? undefined : end);
  for (const line of section) {
    const [, mark, note] = /^(\d+)\. (.+)$/.exec(line) ?? [];
    if (mark !== undefined && note !== undefined) notes.set(mark, note);
  }
  section.forEach((text, index) => {
    const [, linked, plain, value] =
      /^- (?:\[([^\]]+)\]\([^)]*\)|([\w ]+)): (.+)$/.exec(text) ?? [];
    const name = (linked ?? plain ?? '').toLowerCase();
    const line = heading + index + 2;
    if (value === undefined || !SECTION_KEYS.has(name)) return;
    draft.line ||= heading + 1;
    if (name === 'status') setStatus(draft, value, line);
    else if (name.startsWith('beta header')) addHeaders(draft, findQuoted(value), line);
    else if (name === 'zdr') setZdr(draft, value, line, /\((.+)\)/.exec(value)?.[1] ?? '');
    else if (name === 'supported models')
      draft.models = { value: findQuoted(value).map(normalizeModel), line };
    else readPlatformList(value, line, notes, draft);
  });
}

const SECTION_KEYS: ReadonlySet<string> = new Set([
  'status',
  'beta header',
  'beta headers',
  'zdr',
  'supported models',
  'platforms',
]);

const findQuoted = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, inner]) => inner as string);

/** `A, B (beta) [1]; not available on C, D`: a word in brackets is the status, a number a note. */
function readPlatformList(
  text: string,
  line: number,
  notes: ReadonlyMap<string, string>,
  draft: Draft,
): void {
  for (const part of text.split(';')) {
    const absent = /^\s*not (?:available|supported) on\s+/i.exec(part);
    for (const entry of part.slice(absent?.[0].length ?? 0).split(/,(?![^(]*\))/)) {
      const mark = /\[(\d+)\]\s*$/.exec(entry)?.[1];
      const named = entry.replace(/\[\d+\]\s*$/, '').trim();
      const [, label, word] =
        /^(.*?) \(((?:\w+ )*(?:beta|preview|ga|stable|available))\)$/i.exec(named) ?? [];
      const status = absent ? 'not available' : (word ?? 'ga');
      if (named !== '')
        addPlatform(draft, label ?? named, status, line, notes.get(mark ?? '') ?? '');
    }
  }
}

function setStatus(draft: Draft, word: string, line: number): void {
  const value = readStatus(word);
  if (value === undefined) draft.unread.push(`line ${line}: the status \`${word}\``);
  else draft.status = { value, line };
}

function setZdr(draft: Draft, word: string, line: number, note: string): void {
  const eligible = readZdr(word);
  if (eligible === undefined) draft.unread.push(`line ${line}: the ZDR eligibility \`${word}\``);
  else draft.zdr = { value: { eligible, ...toNote(note) }, line };
}

function addHeaders(draft: Draft, ids: readonly string[], line: number): void {
  for (const id of ids.flatMap((text) => text.split(/[\s,]+/)))
    if (id !== '') draft.headers.push({ value: id, line });
}

function addPlatform(draft: Draft, label: string, word: string, line: number, note: string): void {
  const status = readStatus(word);
  if (status === undefined) draft.unread.push(`line ${line}: the status \`${word}\` of ${label}`);
  else draft.platforms.push({ value: { label, status, ...toNote(note) }, line });
}

/** Replaces the links of a note by their text. */
function toNote(note: string): { note?: string } {
  const text = note.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
  return text === '' ? {} : { note: text };
}
