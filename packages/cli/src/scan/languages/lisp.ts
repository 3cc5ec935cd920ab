/** Lisps: the names of Emacs Lisp, Common Lisp, Clojure, Scheme and Racket. */
import { createFrame, type FindSite, type Frame, type Range } from '../frame.ts';
import { DOUBLE, type Lexicon, tokenize } from '../lexer.ts';
import { buildTree, type Group, type Node, type Token } from '../tree.ts';
import type { Language } from './language.ts';

const lexicon: Lexicon = {
  lineComments: [/;/y],
  blockComments: [[/#\|/y, '|#']],
  // A character such as `?\"` or `\"` opens no string.
  strings: [
    { open: /\?\\?"/y, close: '' },
    { open: /\\"/y, close: '' },
    { ...DOUBLE, isMultiline: true },
  ],
  word: /[^\s()[\]{}"';,`]+/y,
};

/** Forms that bind the name before the value. */
const BINDS = /^(?:def[\w*-]*|setq[\w-]*|setf|set!|define[\w-]*|let\*?)$/;
const COMPARES =
  /^(?:=|equal|eq|eql|string[=-][\w=-]*|member|memq|memql|assoc|seq-contains-p|case|pcase)$/;

export const lisp: Language = {
  name: 'lisp',
  isCode: true,
  open: (text, _path, candidates) => {
    const tokens = tokenize(text, lexicon);
    const root = buildTree(tokens, text.length);
    const count = ({ start, end }: Range): number =>
      candidates.filter((one) => one.start >= start && one.end <= end).length;
    return (at) => {
      const token = tokens.find(({ start, end }) => start <= at && at < end);
      if (!token) return undefined;
      if (token.kind === 'comment')
        return { inner: token, content: '', frames: [], place: 'comment' };
      return token.inner && readSite(token, token.inner, root, count);
    };
  },
};

function readSite(
  token: Token,
  inner: Range,
  root: Group,
  count: (range: Range) => number,
): ReturnType<FindSite> {
  const path = findPath(token, root);
  const frames = path.map((group, i): Frame => readFrame(group, path[i - 1] ?? token, count));
  return { inner, content: token.text, frames };
}

/** The brackets around a token, from the inside out, without the whole text. */
function findPath(token: Token, root: Group): Group[] {
  const path: Group[] = [];
  let group: Group | undefined = root;
  while (group) {
    if (group !== root) path.unshift(group);
    group = group.nodes.find(
      (node): node is Group =>
        node.kind === 'group' && node.start <= token.start && token.end <= node.end,
    );
  }
  return path;
}

/** The dot of a pair and the sign of a set are no names. */
const isSolid = (node: Node): boolean =>
  node.kind === 'word'
    ? !/^[.#]$/.test(node.text)
    : node.kind === 'group' || node.kind === 'string';

function readFrame(group: Group, child: Node, count: (range: Range) => number): Frame {
  const nodes = group.nodes.filter((node) => isSolid(node) || node === child);
  const [first] = nodes;
  const before = nodes[nodes.indexOf(child) - 1];
  const head = first?.kind === 'word' && first !== child ? first.text : undefined;
  const isBound = head !== undefined && BINDS.test(head);
  const isKey =
    before?.kind === 'string' || (before?.kind === 'word' && (isBound || /^:./.test(before.text)));
  const names = isKey ? [before.text.replace(/^:/, '')] : [];
  return createFrame(head === undefined || isBound ? 'list' : 'call', {
    names,
    callee: head === undefined ? [] : [head],
    count: count(group),
    isCompared: head !== undefined && COMPARES.test(head),
  });
}
