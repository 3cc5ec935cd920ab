/** Builds the support of a language from its table of tokens. */
import { type Lexicon, tokenize } from '../lexer.ts';
import type { TreeFacts } from '../tree-frames.ts';
import { createTreeSites } from '../tree-sites.ts';
import type { Language } from './language.ts';

/** Creates a language from its lexicon. */
export function defineLanguage(name: string, lexicon: Lexicon, facts: TreeFacts = {}): Language {
  return {
    name,
    isCode: true,
    open: (text, _path, candidates) =>
      createTreeSites(tokenize(text, lexicon), candidates, text.length, facts),
  };
}
