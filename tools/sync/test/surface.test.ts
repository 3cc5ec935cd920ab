// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the source of a release, as text
import { describe, expect, test } from 'vitest';
import type { SurfaceEntry } from '../src/read/facts.ts';
import { readSurface } from '../src/read/surface/surface.ts';
import { openSyntax } from '../src/read/syntax.ts';
import { release } from './support/release.ts';

const GA = `
export interface MessageCreateParamsBase { model: Model; messages: Array<MessageParam>; tools?: Array<ToolUnion>; thinking?: ThinkingParam; speed?: 'standard' | null; metadata?: Metadata }
export type Model = 'm-1' | (string & {});
export interface Metadata { user_id?: string | null; [key: string]: unknown }
export interface MessageParam { role: 'user' | 'assistant'; content: string | Array<ContentBlockParam> }
export type ContentBlockParam = TextBlockParam | ToolResultBlockParam;
export interface TextBlockParam { type: 'text'; text: string }
export interface ToolResultBlockParam { type: 'tool_result'; content?: string | Array<TextBlockParam> }
export type ToolUnion = Tool | ToolBash;
export interface Tool { name: string; input_schema: Tool.InputSchema; type?: 'custom' | null }
export namespace Tool { export interface InputSchema { type: 'object'; properties?: unknown } }
export interface ToolBash { type: 'bash_1'; name: 'bash' }
export type ThinkingParam = ThinkingOn | ThinkingOff;
export interface ThinkingOn { type: 'on'; display?: 'full' | null }
export interface ThinkingOff { type: 'off' }
`;

/** Reads the surface of a release whose beta messages are the GA messages after an edit. */
function surface(
  edit: (text: string) => string,
  more: Record<string, string> = {},
): { surface: readonly SurfaceEntry[]; ga: readonly string[]; unread: readonly string[] } {
  const files = {
    'src/resources/messages/messages.ts': GA,
    'src/resources/beta/messages/messages.ts': edit(GA.replaceAll('ToolBash', 'BetaToolBash')),
    ...more,
  };
  return readSurface(openSyntax(release(files)));
}
const names = (edit: (text: string) => string, more?: Record<string, string>): string[] =>
  surface(edit, more).surface.map((entry) => entry.entry);
const entry = (name: string, edit: (text: string) => string): SurfaceEntry | undefined =>
  surface(edit).surface.find((one) => one.entry === name);

test('finds no surface for the same params, whatever their declarations are called', () => {
  expect(surface((text) => text)).toMatchObject({ surface: [], unread: [] });
});

describe('readSurface finds what only beta params accept:', () => {
  test('a param', () => {
    expect(
      entry('MessageCreateParamsBase.fast', (text) =>
        text.replace('model: Model;', 'model: Model; fast?: boolean;'),
      ),
    ).toMatchObject({
      kind: 'param',
      at: ['fast'],
      endpoints: ['POST /v1/messages'],
    });
  });

  test('a tool type, with its place and its discriminator', () => {
    const edit = (text: string): string =>
      text
        .replace('Tool | BetaToolBash', 'Tool | BetaToolBash | BetaNewTool')
        .concat("export interface BetaNewTool { type: 'new_2'; name: 'new' }");
    expect(entry('BetaNewTool', edit)).toMatchObject({
      kind: 'type',
      at: ['tools[].type'],
      is: 'new_2',
      keys: ['tools[](new_2)'],
    });
    expect(entry('BetaNewTool.name', edit)).toMatchObject({
      kind: 'property',
      within: ['BetaNewTool'],
    });
  });

  test('a content block at every depth of nested content', () => {
    const edit = (text: string): string =>
      text
        .replace(
          'TextBlockParam | ToolResultBlockParam;',
          'TextBlockParam | ToolResultBlockParam | NewBlock;',
        )
        .replace(
          'Array<TextBlockParam> }',
          "Array<TextBlockParam | NewBlock> }\nexport interface NewBlock { type: 'new' }",
        );
    expect(entry('NewBlock', edit)?.at).toEqual([
      'messages[].content[].type',
      'messages[].content[].content[].type',
    ]);
  });

  test('a property of a shared type, a literal, a form', () => {
    expect(
      entry('ThinkingOn.binding', (text) =>
        text.replace("type: 'on';", "type: 'on'; binding?: string;"),
      ),
    ).toMatchObject({
      kind: 'property',
      at: ['thinking.binding'],
    });
    expect(
      entry('ThinkingOn.display: updates', (text) =>
        text.replace("'full' | null", "'full' | 'updates' | null"),
      ),
    ).toMatchObject({
      kind: 'literal',
      at: ['thinking.display'],
      is: 'updates',
    });
    expect(
      names((text) =>
        text.replace("speed?: 'standard' | null", "speed?: 'standard' | number | null"),
      ),
    ).toEqual(['MessageCreateParamsBase.speed: number']);
  });

  test('a second value of one discriminator', () => {
    expect(names((text) => text.replace("type: 'bash_1'", "type: 'bash_1' | 'bash_2'"))).toContain(
      'BetaToolBash: bash_2',
    );
  });

  test('the betas that a doc comment names', () => {
    expect(
      entry('MessageCreateParamsBase.fast', (text) =>
        text.replace(
          'model: Model;',
          'model: Model;\n/** Needs `fast-mode-2026-02-01`. */\nfast?: boolean;',
        ),
      )?.betas,
    ).toEqual(['fast-mode-2026-02-01']);
  });
});

describe('readSurface ignores what GA accepts in another form:', () => {
  test.each([
    [
      'a model more, where any text goes',
      (text: string) => text.replace("'m-1' |", "'m-1' | 'm-2' |"),
    ],
    [
      'a property more, where any property goes',
      (text: string) =>
        text.replace('user_id?: string | null;', 'user_id?: string | null; team?: string;'),
    ],
    [
      'the header itself',
      (text: string) =>
        text.replace('model: Model;', "model: Model; betas?: Array<'a-2026-01-01'>;"),
    ],
    [
      'an alias, a namespace, an extends, an Omit',
      (text: string) =>
        text
          .replace(
            'export interface ThinkingOff { type:',
            "export type ThinkingOff = Inner.Off;\nexport namespace Inner { export interface Off extends Omit<Base, 'x'> {} export interface Base { x: 1; type:",
          )
          .concat('}'),
    ],
  ])('%s', (_, edit) => {
    expect(surface(edit as (text: string) => string)).toMatchObject({ surface: [], unread: [] });
  });
});

test('resolves types of other modules, by name and by module', () => {
  const other = "export interface Deep { type: 'deep' }\nexport * from './further';";
  const edit = (text: string): string =>
    "import * as Other from './other';\nimport { type Deep as D } from " +
    `'./other';\n${text.replace('Tool | BetaToolBash', 'Tool | BetaToolBash | D | Other.Far')}`;
  const more = {
    'src/resources/beta/messages/other.ts': other,
    'src/resources/beta/messages/further.ts': "export interface Far { type: 'far' }",
  };
  expect(names(edit, more)).toEqual(['Deep', 'Far']);
});

test('ends for a type that refers to itself', () => {
  const edit = (text: string): string =>
    text
      .replace('model: Model;', 'model: Model; tree?: Tree;')
      .concat('export interface Tree { name: string; inner: Array<Tree> }');
  expect(names(edit)).toEqual(['MessageCreateParamsBase.tree', 'Tree.inner', 'Tree.name']);
});

test.each([
  [
    'an unknown generic',
    (text: string) => text.replace('model: Model;', 'model: Model; odd?: Unknown<string>;'),
    'Unknown<string>',
  ],
  [
    'a generic of its own',
    (text: string) =>
      `${text.replace('model: Model;', 'model: Model; odd?: Box<string>;')}export type ` +
      'Box<T> = { inner: T };',
    ' T',
  ],
  [
    'a mapped type',
    (text: string) =>
      text.replace('model: Model;', 'model: Model; odd?: { [K in Model]: string };'),
    '[K in Model]',
  ],
  [
    'a conditional type',
    (text: string) =>
      text.replace('model: Model;', 'model: Model; odd?: Model extends string ? 1 : 2;'),
    'extends string',
  ],
  [
    'keys of a type',
    (text: string) => text.replace('model: Model;', 'model: Model; odd?: keyof Metadata;'),
    'keyof Metadata',
  ],
  [
    'a template',
    (text: string) => text.replace('model: Model;', 'model: Model; odd?: `a-${string}`;'),
    '`a-${string}`',
  ],
  [
    'a type of another package',
    (text: string) =>
      `import { Far } from 'far';\n${text.replace('model: Model;', 'model: Model; odd?: Far;')}`,
    'Far',
  ],
  [
    'a base of another package',
    (text: string) => text.replace('interface ThinkingOn {', 'interface ThinkingOn extends Far {'),
    'Far',
  ],
])('reports %s as unread', (_, edit, what) => {
  expect(surface(edit).unread).toEqual([expect.stringContaining(what)]);
});

test('reads the remaining properties of a base that is taken in parts', () => {
  const edit = (text: string): string =>
    text
      .replace(
        "interface ThinkingOn { type: 'on';",
        "interface ThinkingOn extends Omit<Base, 'gone'> { type: 'on';",
      )
      .concat('export interface Base { kept: string; gone: string }');
  expect(surface(edit)).toMatchObject({
    surface: [{ entry: 'ThinkingOn.kept', at: ['thinking.kept'] }],
    unread: [],
  });
});

test('reads the items of a batch', () => {
  const batch = (params: string): string =>
    'export interface BatchCreateParams { requests: Array<BatchCreateParams.Request> ' +
    '}\nexport namespace BatchCreateParams { export interface Request { custom_id: string; ' +
    'params: Request.Params } export namespace Request { export interface Params { model: ' +
    `string; ${params} } } }`;
  const more = {
    'src/resources/messages/batches.ts': batch(''),
    'src/resources/beta/messages/batches.ts': batch('fast?: boolean;'),
  };
  expect(surface((text) => text, more).surface).toMatchObject([
    {
      entry: 'BatchCreateParams.Request.Params.fast',
      at: ['fast'],
      endpoints: ['POST /v1/messages/batches'],
    },
  ]);
});

test('finds params that the module exports from another file', () => {
  const files = (text: string): Record<string, string> => ({
    'src/resources/messages/messages.ts': "export type * from './params';\n",
    'src/resources/messages/params.ts': `${text}export * from './messages';\n`,
    'src/resources/beta/messages/messages.ts':
      "export { type MessageCreateParamsBase } from './params';\n",
    'src/resources/beta/messages/params.ts': text.replace('model:', 'fast?: boolean; model:'),
  });
  const read = readSurface(openSyntax(release(files(GA))));
  expect(read).toMatchObject({
    surface: [{ entry: 'MessageCreateParamsBase.fast' }],
    unread: [],
  });
  expect(read.withoutGa).not.toContain('POST /v1/messages');
});

test('nothing is new below a type of GA that cannot be read', () => {
  const unreadable = GA.replace('tools?: Array<ToolUnion>', 'tools?: Array<Elsewhere.ToolUnion>');
  const read = surface((text) => text.replace("'bash_1'", "'bash_1' | 'bash_2'"), {
    'src/resources/messages/messages.ts': unreadable,
  });
  expect(read.surface).toEqual([]);
  expect(read).toMatchObject({
    unread: [expect.stringContaining('Elsewhere.ToolUnion')],
    unreadAt: ['tools[]'],
  });
});

test('reads an imported type in place, and a module of declarations', () => {
  const edit = (text: string): string =>
    text.replace('Array<ToolUnion>', "Array<import('./tools').ToolUnion>");
  const more = {
    'src/resources/beta/messages/tools.d.ts': "export { ToolUnion } from './messages';\n",
  };
  expect(surface(edit, more)).toMatchObject({ surface: [], unread: [] });
});

test('nothing is new if the base of the GA params cannot be read', () => {
  const lost = GA.replace('MessageCreateParamsBase {', 'MessageCreateParams extends Gone.Base {');
  const read = surface((text) => text, { 'src/resources/messages/messages.ts': lost });
  expect(read.surface).toEqual([]);
  expect(read.unread).toEqual([expect.stringContaining('Gone.Base')]);
});
