/** Notebooks: the code of each cell is Python or a magic command, in strings of JSON. */

import { findCandidates } from '../candidates.ts';
import type { FindSite, Range, Site } from '../frame.ts';
import { tokenize } from '../lexer.ts';
import { buildTree, type Group, isOperator, type Node, splitEntries, type Token } from '../tree.ts';
import { JSON_LEXICON } from './json.ts';
import type { Language } from './language.ts';
import { python } from './python.ts';

export const notebook: Language = {
  name: 'notebook',
  isCode: true,
  open: (text, path) => {
    const cells = collectCells(buildTree(tokenize(text, JSON_LEXICON), text.length));
    const opened = cells.map((cell) => openCell(text, path, cell));
    return (at) => {
      for (const { contains, find } of opened) if (contains(at)) return find(at);
      return { inner: { start: at, end: at }, content: '', frames: [], place: 'output' };
    };
  },
};

interface Cell {
  readonly isCode: boolean;
  readonly sources: readonly Token[];
}

/** Collects every object that has a `cell_type` and a `source`. */
function collectCells(group: Group): Cell[] {
  const fields = group.bracket === '{' ? readFields(group) : new Map<string, Node>();
  const type = fields.get('cell_type');
  const source = fields.get('source');
  if (type?.kind === 'string' && source) {
    const nodes = source.kind === 'group' ? source.nodes : [source];
    const sources = nodes.filter((node): node is Token => node.kind === 'string');
    return [{ isCode: type.text === 'code', sources }];
  }
  return group.nodes.flatMap((node) => (node.kind === 'group' ? collectCells(node) : []));
}

function readFields(group: Group): Map<string, Node> {
  return new Map(
    splitEntries(group).flatMap(([key, colon, value]) =>
      key?.kind === 'string' && isOperator(colon, ':') && value ? [[key.text, value]] : [],
    ),
  );
}

interface Opened {
  readonly contains: (at: number) => boolean;
  readonly find: FindSite;
}

function openCell(text: string, path: string, { isCode, sources }: Cell): Opened {
  const contains = (at: number): boolean =>
    sources.some(({ start, end }) => start < at && at < end);
  if (!isCode)
    return {
      contains,
      find: (at) => ({ inner: { start: at, end: at }, content: '', frames: [], place: 'prose' }),
    };
  const { code, offsets } = decode(text, sources);
  const find = python.open(code, path, findCandidates(code));
  const toRaw = (offset: number): number => offsets[offset] ?? text.length;
  return {
    contains,
    find: (at) => {
      const site = find(offsets.findLastIndex((raw) => raw <= at));
      return site && mapSite(site, toRaw);
    },
  };
}

/** Joins the strings of a cell, with the offset in the file of each character. */
function decode(
  text: string,
  sources: readonly Token[],
): { readonly code: string; readonly offsets: number[] } {
  let code = '';
  const offsets: number[] = [];
  for (const { inner } of sources) {
    if (!inner) continue;
    for (let at = inner.start; at < inner.end; ) {
      // Another escape is no JSON, so its characters stand for themselves.
      const escaped = /^\\(?:u[\da-fA-F]{4}|["\\/bfnrt])/.exec(text.slice(at, at + 6))?.[0];
      offsets.push(at);
      code += escaped === undefined ? text[at] : (JSON.parse(`"${escaped}"`) as string);
      at += escaped?.length ?? 1;
    }
  }
  return { code, offsets };
}

/** Ranges of lists are left out, because an edit of several strings of JSON is not safe. */
function mapSite(site: Site, toRaw: (offset: number) => number): Site {
  const map = ({ start, end }: Range): Range => ({ start: toRaw(start), end: toRaw(end) });
  return { ...site, inner: map(site.inner), elements: undefined, entry: undefined };
}
