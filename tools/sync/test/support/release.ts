/** Small releases, written for a test. */
import type { Release } from '../../src/release/release.ts';

/** The smallest SDK that can be read. */
export const MINIMAL: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: '@anthropic-ai/sdk', version: '9.1.0' }),
  'CHANGELOG.md':
    '# Changelog\n\n## [9.1.0](https://example.com) (2026-12-01)\n\n### Features\n\n* ' +
    '**api:** something\n',
  'src/client.ts':
    "export class Anthropic {\n  headers() {\n    return { 'anthropic-version': '2026-10-21' };\n  }\n}\n",
  'src/resources/beta/beta.ts':
    "export type AnthropicBeta =\n  | (string & {})\n  | 'one-thing-2026-01-01'\n  | 'two-things-2026-02-02';\n",
  'src/resources/beta/things.ts': `
import { APIResource } from '../../core/resource';
export class Things extends APIResource {
  list(params: any, options?: any) {
    const { betas, ...query } = params ?? {};
    return this._client.getAPIList('/v1/things?beta=true', Page, {
      query,
      ...options,
      headers: buildHeaders([{ 'anthropic-beta': [...(betas ?? []), 'one-thing-2026-01-01'].toString() }, options?.headers]),
    });
  }
}
`,
};

/** Makes a release from the smallest SDK and some files. */
export function release(files: Record<string, string | undefined> = {}): Release {
  const all = Object.entries({ ...MINIMAL, ...files }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { name: '@anthropic-ai/sdk', version: '9.1.0', from: 'a test', files: new Map(all) };
}
