/** Markdown: code blocks are read in their language, and the rest is prose. */
import type { FindSite, Range, Site } from '../frame.ts';
import type { Candidate } from '../types.ts';
import type { Language } from './language.ts';

interface Block extends Range {
  /** The language after the fence, or an empty text. */
  readonly info: string;
}

/** Creates the support of Markdown with the languages of its code blocks. */
export function defineMarkdown(findByInfo: (info: string) => Language): Language {
  return {
    name: 'markdown',
    isCode: false,
    open: (text, path, candidates) => {
      const opened = findBlocks(text).map((block) =>
        openBlock(text, path, block, candidates, findByInfo),
      );
      return (at) => {
        const found = opened.find(({ start, end }) => start <= at && at < end);
        return found ? found.find(at) : prose(at);
      };
    },
  };
}

const prose = (at: number): Site => ({
  inner: { start: at, end: at },
  content: '',
  frames: [],
  place: 'prose',
});

function openBlock(
  text: string,
  path: string,
  block: Block,
  candidates: readonly Candidate[],
  findByInfo: (info: string) => Language,
): Range & { readonly find: FindSite } {
  const inside = candidates.filter(({ start, end }) => start >= block.start && end <= block.end);
  // Offsets stay those of the file: the text before the block becomes empty lines.
  const code =
    text.slice(0, block.start).replace(/[^\n]/g, ' ') + text.slice(block.start, block.end);
  if (inside.length === 0 || block.info === 'diff') return { ...block, find: prose };
  return { ...block, find: findByInfo(block.info).open(code, path, inside) };
}

const FENCE = /^[ \t>]{0,12}(?:[-*+][ \t]+)?(`{3,}|~{3,})[ \t]*(?:\{?\.?([\w+#-]*))?/;

/** Finds fenced and indented code blocks. */
function findBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { readonly fence: string; readonly info: string; readonly start: number } | undefined;
  let isBlank = true;
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length + 1;
    const fence = FENCE.exec(line);
    if (open) {
      const isEnd =
        fence?.[1]?.startsWith(open.fence) && line.trim().replace(/[>`~\s]/g, '') === '';
      if (isEnd) {
        blocks.push({ start: open.start, end: at, info: open.info });
        open = undefined;
      }
    } else if (fence) {
      open = { fence: fence[1] as string, info: (fence[2] ?? '').toLowerCase(), start: end };
    } else if (isBlank && /^(?: {4}|\t)\S/.test(line) && !/^\s*(?:[-*+]|\d+\.)\s/.test(line)) {
      blocks.push({ start: at, end: Math.min(end, text.length), info: 'http' });
    }
    isBlank = line.trim() === '' || (isBlank && /^(?: {4}|\t)/.test(line));
    at = end;
  }
  if (open) blocks.push({ start: open.start, end: text.length, info: open.info });
  return blocks;
}
