/**
 * A release that there is not yet: 1.13.0, made of the installed 1.12.0 by edits of its text. Two new betas (a date of a known feature with a
 * tool type, and a new group of endpoints), a changed default, a type that graduates, a value that is removed.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFolder } from '../../src/release/folder.ts';
import { type Release, sdkFiles } from '../../src/release/release.ts';

/** The folder of the installed SDK. */
export const installedSdk: string = join(dirname(fileURLToPath(import.meta.resolve('@anthropic-ai/sdk'))));

/** What the simulated release brings, for tests to look for. */
export const SIMULATED = {
  version: '1.13.0',
  newDate: 'advisor-tool-2026-12-01',
  newTool: 'advisor_20261201',
  newFeature: 'widgets-2026-12-05',
  newEndpoint: 'POST /v1/widgets',
  changed: { endpoint: 'POST /v1/dreams', from: 'dreaming-2026-04-21', to: 'managed-agents-2026-04-01' },
  graduated: 'computer_20251124',
  removed: 'prompt-caching-2024-07-31',
} as const;

/** The installed release. */
export const installedRelease = (): Release => readFolder(installedSdk, sdkFiles);

/** Makes the simulated release. Throws where the installed SDK is not what the edits expect. */
export function simulatedRelease(): Release {
  const before = installedRelease();
  const files = new Map(before.files);
  const edit = (path: string, from: string | RegExp, to: string): void => {
    const text = files.get(path) ?? '';
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${path}: nothing to replace by ${to.slice(0, 60)}`);
    files.set(path, edited);
  };
  edit('package.json', /"version": "[^"]+"/, `"version": "${SIMULATED.version}"`);
  edit('CHANGELOG.md', '# Changelog\n', CHANGES);
  edit('src/resources/beta/beta.ts', `  | '${SIMULATED.removed}'\n`, '');
  edit('src/resources/beta/beta.ts', /( {2}\| 'user-profiles-billing-2026-10-01')/, `$1\n  | '${SIMULATED.newDate}'\n  | '${SIMULATED.newFeature}'`);
  const messages = 'src/resources/beta/messages/messages.ts';
  edit(messages, 'export type BetaToolUnion =\n', 'export type BetaToolUnion =\n  | BetaAdvisorTool20261201\n');
  edit(messages, 'export interface BetaAdvisorTool20260301 {', `${TOOL}\nexport interface BetaAdvisorTool20260301 {`);
  edit('src/resources/beta/dreams.ts', `'${SIMULATED.changed.from}'`, `'${SIMULATED.changed.to}'`);
  edit('src/resources/messages/messages.ts', 'export type ToolUnion =\n', 'export type ToolUnion =\n  | ToolComputerUse20251124\n');
  edit('src/resources/messages/messages.ts', 'export type MessageCountTokensTool =\n', 'export type MessageCountTokensTool =\n  | ToolComputerUse20251124\n');
  edit('src/resources/messages/messages.ts', 'export interface ToolBash20250124 {', `${GRADUATED}\nexport interface ToolBash20250124 {`);
  files.set('src/resources/beta/widgets.ts', WIDGETS);
  return { ...before, version: SIMULATED.version, from: 'simulated', files };
}

const CHANGES = `# Changelog

## [1.13.0](https://github.com/anthropics/anthropic-sdk-typescript/compare/sdk-v1.12.0...sdk-v1.13.0) (2026-12-07)

### Features

* **api:** add advisor_20261201
* **api:** add widgets


### Chores

* **api:** remove prompt-caching-2024-07-31 from the beta header values
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

const GRADUATED = `export interface ToolComputerUse20251124 {
  display_height_px: number;

  display_width_px: number;

  name: 'computer';

  type: 'computer_20251124';
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
