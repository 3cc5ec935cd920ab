/** The samples in Python, with the published packages. */
import { fileURLToPath } from 'node:url';
import type { Platform } from '@beta-headers/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMessageParams } from '../src/lib/code/sdk-methods.ts';
import { newestCheck } from '../src/lib/newest-check.ts';
import { type Platforms, servePlatforms } from './programs/fake-apis.ts';
import { requirePython } from './programs/installs.ts';
import { run, writePrograms } from './programs/programs.ts';
import { listPrograms, type SampleProgram } from './programs/sample-cases.ts';
import { expectSent } from './programs/sent.ts';

const runner = fileURLToPath(new URL('./programs/run_sdk.py', import.meta.url));
const PROGRAMS = [...listPrograms('python'), ...listPrograms('boto3')].filter(
  ({ isToday }) => isToday,
);
const NAMES = [...new Set(PROGRAMS.map(({ platform }) => platform))];

let platforms: Platforms;
let python: string;
beforeAll(async () => {
  python = await requirePython(
    'anthropic, boto3, google.auth',
    'anthropic[aws,bedrock,vertex]==1.13.0 boto3',
  );
  platforms = await servePlatforms(newestCheck);
});
afterAll(() => platforms.close());

/** The addresses under the names that the clients read. */
const listAddresses = (platform: Platform): Record<string, string> => {
  const url = platforms.url(platform);
  return {
    ANTHROPIC_BASE_URL: url,
    ANTHROPIC_AWS_BASE_URL: url,
    ANTHROPIC_BEDROCK_BASE_URL: url,
    ANTHROPIC_BEDROCK_MANTLE_BASE_URL: `${url}/anthropic`,
    ANTHROPIC_GOOGLE_CLOUD_BASE_URL: `${url}/v1/projects/p/locations/global/workspaces/w/invoke`,
    ANTHROPIC_VERTEX_BASE_URL: `${url}/v1`,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url,
    ...(platform.startsWith('foundry') && {
      ANTHROPIC_FOUNDRY_BASE_URL: `${url}/anthropic`,
      // The client takes an address or the name of a resource, not both.
      ANTHROPIC_FOUNDRY_RESOURCE: '',
    }),
  };
};

describe('the samples in Python', () => {
  it.each(NAMES)('are accepted on %s', async (platform) => {
    for (const language of ['python', 'boto3'] as const) {
      const list = listPrograms(language).filter(
        (one): one is SampleProgram => one.platform === platform && one.isToday,
      );
      const folder = writePrograms(`samples-python-${platform}`, { 'document.pdf': '%PDF-1.4\n' });
      const stdin = JSON.stringify(Object.fromEntries(list.map(({ name, code }) => [name, code])));
      const env = listAddresses(platform);
      const { code, output } = await run(python, [runner], { cwd: folder, env, stdin });
      expect(code, output).toBe(0);
      expectSent(list, platforms.take(platform));
    }
  });
});

it('the parameters of messages are those of the package', async () => {
  const names = [
    'messages.create',
    'beta.messages.create',
    'messages.countTokens',
    'beta.messages.countTokens',
  ];
  const script = `import inspect, json, anthropic
client = anthropic.Anthropic(api_key="none")
own = {"betas", "extra_headers", "extra_query", "extra_body", "timeout", "output_format"}
read = lambda method: sorted(set(inspect.signature(method).parameters) - own)
print(json.dumps([read(client.messages.create), read(client.beta.messages.create), read(client.messages.count_tokens), read(client.beta.messages.count_tokens)]))`;
  const { code, stdout, output } = await run(python, ['-c', script]);
  expect(code, output).toBe(0);
  expect(names.map((name) => [...(listMessageParams(name, true) ?? [])].sort())).toEqual(
    JSON.parse(stdout),
  );
});
