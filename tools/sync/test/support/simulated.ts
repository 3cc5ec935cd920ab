/**
 * An invented release: a later minor version of the installed SDK, made by edits of its text. Two
 * new betas (a date of a known feature with a tool type, and a new group of endpoints), a changed
 * default, a type that graduates, a value that is removed.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';
import { readFolder } from '../../src/release/folder.ts';
import { isSdkFile, type Release, type Wanted } from '../../src/release/release.ts';

/** The folder of the installed SDK. */
export const installedSdk: string = join(
  dirname(fileURLToPath(import.meta.resolve('@anthropic-ai/sdk'))),
);

/** Reads the installed release, or other files of it. */
export const readInstalledRelease = (wanted: Wanted = isSdkFile): Release =>
  readFolder(installedSdk, wanted);

/** The version of the installed SDK. */
export const INSTALLED: string = readInstalledRelease((path) => path === 'package.json').version;
/** The invented version. It is far ahead, because npm may have the next one already. */
const NEXT = INSTALLED.replace(/(\d+)\.\d+$/, (_, minor: string) => `${Number(minor) + 100}.0`);

/** The changes of the simulated release, for tests to find. */
export const SIMULATED = {
  version: NEXT as string,
  newDate: 'advisor-tool-2026-12-01',
  newTool: 'advisor_20261201',
  newFeature: 'widgets-2026-12-05',
  newEndpoint: 'POST /v1/widgets',
  changed: {
    endpoint: 'POST /v1/dreams',
    from: 'dreaming-2026-04-21',
    to: 'managed-agents-2026-04-01',
  },
  graduated: 'computer_20251124',
  removed: 'model-context-window-exceeded-2025-08-26',
} as const;

/** True if the installed SDK is the invented one, as in the simulation. */
export const INVENTED: boolean =
  readInstalledRelease().files.get('src/resources/beta/beta.ts')?.includes(SIMULATED.newFeature) ??
  false;

/** Makes the part of the simulated release that sync reads. */
export const makeSimulatedRelease = (): Release => simulate(readInstalledRelease());

/** Makes the simulated release as an installable package, with declarations and compiled code. */
export const makeSimulatedPackage = (): Release =>
  simulate(readInstalledRelease((path) => !path.endsWith('.map')));

/** Lists the compiled files of a source file. */
const listCompiledPaths = (path: string): string[] =>
  ['.d.ts', '.d.mts', '.js', '.mjs'].map((end) => path.replace(/^src\/(.*)\.ts$/, `$1${end}`));

/** Makes the GA version of an interface of the beta messages. */
function extractInterface(text: string, name: string): string {
  const found = new RegExp(`^export interface ${name} \\{[\\s\\S]*?^\\}\\n`, 'm').exec(text)?.[0];
  if (found === undefined) throw new Error(`the installed SDK has no ${name}`);
  return found.replaceAll(/\bBeta(?=[A-Z])/g, '');
}

/** Compiles a new source file into these four files. */
function compileSource(source: string): string[] {
  const compile = (module: ts.ModuleKind): string =>
    ts
      .transpileModule(source, { compilerOptions: { module, target: ts.ScriptTarget.ES2022 } })
      .outputText.replaceAll(
        /(from '|require\(["'])(\.[^"']*)/g,
        module === ts.ModuleKind.CommonJS ? '$1$2.js' : '$1$2.mjs',
      );
  const declarations = ts.transpileDeclaration(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const typed = (end: string): string => declarations.replaceAll(/(from '\.[^']*)'/g, `$1${end}'`);
  return [
    typed('.js'),
    typed('.mjs'),
    compile(ts.ModuleKind.CommonJS),
    compile(ts.ModuleKind.ESNext),
  ];
}

/** Throws if the installed SDK differs from what the edits expect. */
function simulate(before: Release): Release {
  const files = new Map(before.files);
  const edit = (path: string, from: string | RegExp, to: string): void => {
    const edited = (files.get(path) ?? '').replace(from, to);
    if (edited === files.get(path))
      throw new Error(`${path}: nothing to replace by ${to.slice(0, 60)}`);
    files.set(path, edited);
    if (!path.endsWith('.ts')) return;
    for (const compiledPath of listCompiledPaths(path)) {
      const text = files.get(compiledPath);
      // Compiled files are indented by four.
      if (text !== undefined)
        files.set(compiledPath, text.replace(from, to.replace(/^ +/gm, '$&$&')));
    }
  };
  const add = (union: string, name: string): [RegExp, string] => [
    new RegExp(`export type ${union} =\\s*\\|?`),
    `export type ${union} =\n  | ${name}\n  |`,
  ];
  edit('package.json', /"version": "[^"]+"/, `"version": "${SIMULATED.version}"`);
  edit('CHANGELOG.md', '# Changelog\n', CHANGES);
  edit('src/resources/beta/beta.ts', new RegExp(`\\s*\\| '${SIMULATED.removed}'`), '');
  edit(
    'src/resources/beta/beta.ts',
    /(export type AnthropicBeta =[^;]*);/,
    `$1\n  | '${SIMULATED.newDate}'\n  | '${SIMULATED.newFeature}';`,
  );
  const messages = 'src/resources/beta/messages/messages.ts';
  edit(messages, ...add('BetaToolUnion', 'BetaAdvisorTool20261201'));
  edit(
    messages,
    'export interface BetaAdvisorTool20260301 {',
    `${TOOL}\nexport interface BetaAdvisorTool20260301 {`,
  );
  edit(
    'src/resources/beta/dreams.ts',
    `, '${SIMULATED.changed.from}'`,
    `, '${SIMULATED.changed.to}'`,
  );
  const ga = 'src/resources/messages/messages.ts';
  edit(ga, ...add('ToolUnion', 'ToolComputerUse20251124'));
  edit(ga, ...add('MessageCountTokensTool', 'ToolComputerUse20251124'));
  const graduated = extractInterface(files.get(messages) ?? '', 'BetaToolComputerUse20251124');
  edit(
    ga,
    'export interface ToolBash20250124 {',
    `${graduated}\nexport interface ToolBash20250124 {`,
  );
  const widgets = 'src/resources/beta/widgets.ts';
  files.set(widgets, WIDGETS);
  if (files.has('resources/beta/dreams.js'))
    for (const [i, text] of compileSource(WIDGETS).entries())
      files.set(listCompiledPaths(widgets)[i] as string, text);
  return { ...before, version: SIMULATED.version, from: 'simulated', files };
}

const CHANGES = `# Changelog

## [${NEXT}](https://github.com/anthropics/anthropic-sdk-typescript/compare/sdk-v${INSTALLED}...sdk-v${NEXT}) (2026-12-01)

### Features

* **api:** add advisor_20261201
* **api:** add widgets


### Chores

* **api:** remove model-context-window-exceeded-2025-08-26 from the beta header values
`;

const TOOL = `export interface BetaAdvisorTool20261201 {
  /**
   * Name of the tool. Requires the \`advisor-tool-2026-12-01\` beta.
   */
  name: 'advisor';

  type: 'advisor_20261201';

  max_uses?: number | null;
}
`;

const WIDGETS = `import { APIResource } from '../../core/resource';
import { APIPromise } from '../../core/api-promise';
import { buildHeaders } from '../../internal/headers';
import { RequestOptions } from '../../internal/request-options';
import { path } from '../../internal/utils/path';

export class Widgets extends APIResource {
  /**
   * Create a widget
   */
  create(params: WidgetCreateParams, options?: RequestOptions): APIPromise<BetaWidget> {
    const { betas, ...body } = params;
    return this._client.post('/v1/widgets', {
      body,
      ...options,
      headers: buildHeaders([{ 'anthropic-beta': [...(betas ?? []), 'widgets-2026-12-05'].toString() }, options?.headers]),
      __qualifiers: { beta: 'true' },
    });
  }

  /**
   * Retrieve a widget
   */
  retrieve(widgetID: string, params: WidgetRetrieveParams | null | undefined = {}, options?: RequestOptions): APIPromise<BetaWidget> {
    const { betas } = params ?? {};
    return this._client.get(path\`/v1/widgets/\${widgetID}\`, {
      ...options,
      headers: buildHeaders([{ 'anthropic-beta': [...(betas ?? []), 'widgets-2026-12-05'].toString() }, options?.headers]),
      __qualifiers: { beta: 'true' },
    });
  }
}

export interface BetaWidget {
  id: string;
}

export interface WidgetCreateParams {
  name: string;

  betas?: Array<string>;
}

export interface WidgetRetrieveParams {
  betas?: Array<string>;
}
`;
