/** Python. */
import type { FindSite, Site } from '../frame.ts';
import { DOUBLE, HASH, type Lexicon, SINGLE, tokenize } from '../lexer.ts';
import { createTreeSites } from '../tree-sites.ts';
import type { Language } from './language.ts';

const lexicon: Lexicon = {
  lineComments: [HASH],
  strings: [
    { open: /"""/y, close: '"""', escape: 'backslash', isMultiline: true },
    { open: /'''/y, close: "'''", escape: 'backslash', isMultiline: true },
    DOUBLE,
    SINGLE,
  ],
};

export const python: Language = {
  name: 'python',
  isCode: true,
  open: (text, _path, candidates) => {
    const facts = { allowsEmpty: true };
    const find = createTreeSites(tokenize(text, lexicon), candidates, text.length, facts);
    return (at) => markEnum(text, at, find);
  },
};

/** The number of lines above a literal in which its class is searched. */
const MAX_LINES = 200;

/** A class has no brackets, so that a value of an enum is found by its indentation. */
function markEnum(text: string, at: number, find: FindSite): Site | undefined {
  const site = find(at);
  if (!site || site.place || site.frames.length !== 1) return site;
  const lines = text.slice(0, at).split('\n').slice(-MAX_LINES);
  const indent = /^[ \t]*/.exec(lines.at(-1) ?? '')?.[0].length ?? 0;
  const outer = lines.findLast(
    (line) => /^[ \t]*\S/.test(line) && line.search(/\S/) < indent && !/^[ \t]*#/.test(line),
  );
  const isEnum = outer !== undefined && /^[ \t]*class\b.*Enum\b/.test(outer);
  return isEnum ? { ...site, place: 'type' } : site;
}
