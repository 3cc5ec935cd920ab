import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../lib/prose.ts';
import { checkStyle } from '../lib/style.ts';
import { compileNames, compileWords, parseWords } from '../lib/word-list.ts';

const list = `# A comment
[everywhere]
gizmo, gizmos -> device
jumps over -> passes

[comments]
nobody knows -> unknown

[allowed]
jumps over the

[names]
openGizmo -> openDevice
ask -> request
gizmos/ -> devices/
run:gizmo -> run
`;
const words = parseWords(list);
const findWords = compileWords(words);
const findNames = compileNames(words);
const ownList = parseWords(readFileSync(new URL('../words.txt', import.meta.url), 'utf8'));

/** Checks a file and returns `line: problem → correction`. */
function check(path: string, text: string, findOldNames = findNames): string[] {
  const file = readText(path, text);
  if (!file) throw new Error(`${path} was not read`);
  return checkStyle(file, findWords, findOldNames).map(
    (one) => `${one.line}: ${one.text} → ${one.fix}`,
  );
}

describe('parseWords', () => {
  it.each([
    ['an entry before the first section', 'a -> b'],
    ['an entry without a correction', '[everywhere]\na'],
    ['an entry with two arrows', '[everywhere]\na -> b -> c'],
    ['a correction of an allowed phrase', '[allowed]\na -> b'],
  ])('rejects %s, with its line', (_, text) => {
    expect(() => parseWords(text)).toThrow(`words.txt:${text.split('\n').length}: write`);
  });

  it('reads the list of this repository', () => {
    const own = ownList.map(({ word }) => word);
    expect(own).toEqual(expect.arrayContaining(['door', 'nobody knows']));
  });
});

describe('the word rule', () => {
  it('finds a word in comments, messages, test names and Markdown, in any case', () => {
    expect(check('a.ts', '// A Gizmo.\n')).toEqual(['1: "gizmo" → device']);
    expect(check('a.ts', "\nthrow new Error('There are two gizmos.');")).toHaveLength(1);
    expect(check('a.test.ts', "it('opens a gizmo', () => {});")).toHaveLength(1);
    expect(check('a.ts', 'const a = `a gizmo of this`;')).toHaveLength(1);
    expect(check('a.md', '# Title\n\nAll gizmos.\n')).toEqual(['3: "gizmos" → device']);
    expect(check('a.astro', '---\n// A gizmo.\n---\n<p>gizmo</p>')).toEqual([
      '2: "gizmo" → device',
    ]);
    expect(check('a.yml', 'a: gizmo\n# First line.\n# A gizmo.\n')).toEqual([
      '3: "gizmo" → device',
    ]);
    expect(check('a.json', '{\n  // A gizmo.\n  "a": "gizmo"\n}')).toHaveLength(1);
  });

  it('finds a phrase across the lines of a comment, and reports its first line', () => {
    expect(check('a.ts', '/**\n * A value that jumps\n * over a header.\n */')).toEqual([
      '2: "jumps over" → passes',
    ]);
    expect(check('a.ts', '// A value that jumps\n// over a header.')).toHaveLength(1);
  });

  it('ignores code, URLs, identifiers and longer words', () => {
    expect(check('a.ts', '// `gizmo`, https://a.test/gizmo and gizmology.\ngizmo(1);')).toEqual([]);
    expect(check('a.md', '`gizmo`\n\n```sh\ngizmo --help now\n```\n')).toEqual([]);
  });

  it('reports a word of the section for comments only in comments', () => {
    expect(check('a.ts', '// If nobody knows.')).toEqual(['1: "nobody knows" → unknown']);
    expect(check('a.ts', "const a = 'if nobody knows it';")).toEqual([]);
  });

  it('allows a phrase of the section for allowed ones', () => {
    expect(check('a.ts', '// It jumps over the API.')).toEqual([]);
  });

  it('reports the line of a word after an escaped line break', () => {
    expect(check('a.ts', "const a = 'one two\\ngizmo three';")).toEqual(['1: "gizmo" → device']);
  });
});

describe('the rule for old names', () => {
  const OWN_NAMES = ownList.filter(({ section }) => section === 'names').map(({ word }) => word);
  const FORMS: readonly (readonly [path: string, form: (name: string) => string])[] = [
    ['a.ts', (name) => `import a from '../b/${name}';`],
    ['a.ts', (name) => `// Runs \`${name}\` first.`],
    ['a.json', (name) => `{ "${name}": "a long text" }`],
    ['a.yml', (name) => `- run: npm run ${name}`],
    ['a.md', (name) => `A text about \`${name}\`.`],
    ['a.md', (name) => `\n\`\`\`ts\n${name}\n\`\`\`\n`],
  ];

  it('has the old names of this repository', () => {
    expect(OWN_NAMES.length).toBeGreaterThanOrEqual(12);
  });

  it.each(OWN_NAMES)('finds %s of the own list in code, commands and Markdown', (name) => {
    const findOwnNames = compileNames(ownList);
    for (const [path, form] of FORMS)
      expect(check(path, form(name), findOwnNames).join()).toContain(`the old name "${name}" → `);
  });

  it('finds identifiers, fields, commands and folders, with line and correction', () => {
    expect(check('a.ts', '\nopenGizmo();')).toEqual(['2: the old name "openGizmo" → openDevice']);
    expect(check('a.ts', 'a.ask(1);\nconst { ask } = a;')).toHaveLength(2);
    expect(check('a.ts', `const a = \`one two ${'$'}{ask} three\`;`)).toHaveLength(1);
    expect(check('a.ts', "import './gizmos/a.ts';\nrun('run:gizmo');")).toHaveLength(2);
  });

  it('ignores sentences, longer names and names in another case', () => {
    expect(check('a.ts', '// Users ask for it.\nthrow new Error("Users ask for it.");')).toEqual(
      [],
    );
    expect(check('a.ts', 'openGizmoFile(asked, Ask, to_ask);')).toEqual([]);
    expect(check('a.md', 'Users ask for it.')).toEqual([]);
    expect(check('a.json', '{ "a": "Users ask for it." }')).toEqual([]);
    expect(check('a.yml', '# Users ask for it.')).toEqual([]);
  });

  it('allows changesets to contain the names that they replace', () => {
    expect(check('.changeset/a.md', '`openDevice` replaces `openGizmo`.')).toEqual([]);
  });
});

describe('the rule for comments', () => {
  it.each(['What', 'Who', 'Where', 'How', 'Whether', 'Of', 'Those', 'Which'])(
    'rejects a comment that begins with %s',
    (word) => {
      expect(check('a.ts', `/** ${word} it is. */`)).toHaveLength(1);
      expect(check('a.ts', `// ${word} it is.`)[0]).toContain(`begins with "${word}"`);
    },
  );

  it('accepts the words inside a comment, and in a continued line', () => {
    expect(check('a.ts', '// Tests if a rule applies,\n// Whether or not it is met.')).toEqual([]);
    expect(check('a.ts', '/** Somewhat longer. */')).toEqual([]);
  });
});

describe('the rule for long lines', () => {
  it('rejects a line of more than 100 columns', () => {
    expect(check('a.ts', `// ${'a '.repeat(48)}a`)).toEqual([]);
    expect(check('a.ts', `\n// ${'a '.repeat(49)}`)).toEqual([
      '2: 101 columns → at most 100: wrap the line',
    ]);
  });

  it('allows a long literal and a URL', () => {
    expect(check('a.ts', `const a = '${'x'.repeat(100)}';`)).toEqual([]);
    expect(check('a.ts', `const a = /${'x'.repeat(100)}/;`)).toEqual([]);
    expect(check('a.ts', `const a = \`\n${'x'.repeat(101)}\n\`;`)).toEqual([]);
    expect(check('a.ts', `// https://a.test/${'x'.repeat(100)}`)).toEqual([]);
    expect(check('a.md', 'x'.repeat(101))).toEqual([]);
  });
});

describe('the rule for long functions', () => {
  const body = (lines: number): string => `{\n${'a();\n'.repeat(lines - 2)}}`;

  it('rejects a function of more than 60 lines, of every kind', () => {
    expect(check('a.ts', `function build() ${body(60)}`)).toEqual([]);
    expect(check('a.ts', `\nfunction build() ${body(61)}`)).toEqual([
      '2: build has 61 lines → at most 60: split it',
    ]);
    expect(check('a.ts', `const build = () => ${body(61)};`)).toHaveLength(1);
    expect(check('a.ts', `class A { build() ${body(61)} }`)).toHaveLength(1);
  });

  it('allows long functions in tests', () => {
    expect(check('packages/a/test/a.test.ts', `function build() ${body(61)}`)).toEqual([]);
  });
});

describe('readText', () => {
  it('returns undefined for data', () => {
    expect(readText('a.yaml', '# A gizmo.')).toBeUndefined();
    expect(readText('a.svg', '<!-- A gizmo. -->')).toBeUndefined();
  });
});
