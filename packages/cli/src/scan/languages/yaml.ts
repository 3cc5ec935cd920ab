/** YAML, by the library's syntax tree. */
import { isMap, isScalar, isSeq, type Pair, parseAllDocuments, type Scalar, visit } from 'yaml';
import { createFrame, type FindSite, type Frame, type Range, type Site } from '../frame.ts';
import type { Candidate } from '../types.ts';
import { env } from './env.ts';
import type { Language } from './language.ts';
import { shell } from './shell.ts';

export const yaml: Language = {
  name: 'yaml',
  isCode: false,
  open: (text, path, candidates) => {
    const sites = collectSites(hideTemplates(text), path, candidates);
    const fallback = env.open(text, path, candidates);
    return (at) => {
      const found = sites.find(({ inner }) => inner.start <= at && at < inner.end);
      // Comments, and the lines of templates that are no YAML, are in no scalar.
      if (!found) return fallback(at);
      return found.open ? found.open(at) : found.site;
    };
  },
};

/** Lines of Helm and Jinja that hold only a directive become empty; offsets stay. */
const hideTemplates = (text: string): string =>
  text.replace(/^[ \t]*\{[{%][^\n]*[}%]\}[ \t]*$/gm, (line) => ' '.repeat(line.length));

interface Found {
  readonly inner: Range;
  readonly site: Site;
  /** Finds the site in a script. */
  readonly open?: FindSite | undefined;
}

/** Lists the scalars of all documents with their surroundings. */
function collectSites(text: string, path: string, candidates: readonly Candidate[]): Found[] {
  const found: Found[] = [];
  const count = ({ start, end }: Range): number =>
    candidates.filter((one) => one.start >= start && one.end <= end).length;
  const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false });
  for (const document of Array.isArray(documents) ? documents : []) {
    visit(document, {
      Scalar(key, node, parents) {
        if (!node.range || typeof node.source !== 'string') return;
        const inner = readInner(text, node);
        const content = text.slice(inner.start, inner.end);
        const frames = readFrames([...parents, node], count);
        if (key === 'key')
          frames[0] = { ...(frames[0] ?? createFrame('map')), isKey: true, names: [] };
        const elements = readElements(parents.at(-1), node);
        const isScript =
          String(node.type).startsWith('BLOCK') && frames[0]?.names.at(-1) !== undefined;
        const script = isScript && !/anthropic|beta/i.test(frames[0]?.names.join(' ') ?? '');
        const open = script ? openScript(text, inner, path) : undefined;
        found.push({ inner, site: { inner, content, frames, elements }, open });
      },
    });
  }
  return found;
}

/** A block of several lines under another key is often a script. */
function openScript(text: string, inner: Range, path: string): FindSite {
  const blank = text.slice(0, inner.start).replace(/[^\n]/g, ' ');
  return shell.open(blank + text.slice(inner.start, inner.end), path, []);
}

/** Reads the range of a scalar without its quotes and its block header. */
function readInner(text: string, node: Scalar): Range {
  const [start, end] = node.range as [number, number, number];
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
    return { start: start + 1, end: end - 1 };
  if (node.type === 'PLAIN') return { start, end };
  const line = text.indexOf('\n', start);
  return { start: line < 0 ? start : line + 1, end };
}

type Step = { readonly range?: unknown } | Pair | unknown;

function readFrames(chain: readonly Step[], count: (range: Range) => number): Frame[] {
  const frames: Frame[] = [];
  for (let i = chain.length - 2; i >= 0; i--) {
    const step = chain[i];
    const inside = chain[i + 1];
    const range = rangeOf(step);
    if (isSeq(step)) frames.push(createFrame('list', { count: range ? count(range) : 0 }));
    if (!isMap(step)) continue;
    const key = isScalar((inside as Pair).key)
      ? String(((inside as Pair).key as Scalar).value)
      : '';
    frames.push(
      createFrame('map', {
        names: [key],
        count: range ? count(range) : 0,
        isMapped: /-20\d\d-\d\d-\d\d/.test(key),
        record: key === 'value' ? readRecord(step.items) : undefined,
      }),
    );
  }
  return frames;
}

function rangeOf(step: Step): Range | undefined {
  const range = (step as { range?: [number, number, number] | null }).range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function readRecord(items: readonly Pair[]): string | undefined {
  const pair = items.find(
    ({ key }) => isScalar(key) && /^(?:name|key|header)$/i.test(String(key.value)),
  );
  return pair && isScalar(pair.value) ? String(pair.value.value) : undefined;
}

/** Elements of a flow list can be removed; those of a block would leave a line. */
function readElements(parent: Step, node: Scalar): Site['elements'] {
  if (!isSeq(parent) || parent.flow !== true) return undefined;
  const ranges = parent.items.flatMap((item) => rangeOf(item) ?? []);
  return { ranges, at: parent.items.indexOf(node) };
}
