import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { createGateway } from '../../../src/index.ts';
import { readConfig } from './support.ts';

const ENV = { AWS_REGION: 'us-east-1', VALKEY_URL: 'redis://valkey:6379' };

const readText = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** Reads the configuration inside the ConfigMap. */
function readConfigMap(): string {
  const [map] = parseAllDocuments(readText('deploy/kubernetes.yaml'));
  return String(map?.toJS().data['gateway.yaml']);
}

/** Reads the example of the README. */
const readReadme = (): string =>
  /```yaml\n(upstreams:[\s\S]*?)```/.exec(readText('README.md'))?.[1] ?? '';

describe('the example', () => {
  it.each([
    ['of the folder deploy', () => readText('deploy/gateway.yaml')],
    ['of Kubernetes', readConfigMap],
    ['of the README', readReadme],
  ])('%s is valid, and a gateway can be made of it', async (_name, read) => {
    const config = await readConfig(read(), ENV);
    expect(config.warnings).toEqual([]);
    expect(createGateway(config.gateway)).toBeTypeOf('function');
  });
});

describe('createGateway', () => {
  it.each([
    'platform: claude-api',
    'platform: claude-on-aws\nregion: us-east-1\nworkspace: w\nauth: { sign: aws }',
    'platform: claude-on-google-cloud\nproject: p\nworkspace: w\nauth: { sign: google }',
    'platform: bedrock\nregion: us-east-1\nauth: { replace: { bearer: " key " } }',
    'platform: bedrock-mantle\nregion: us-east-1\nauth: { sign: aws }',
    'platform: vertex\nproject: p\nlocation: eu\nauth: { sign: google }',
    'platform: foundry\nurl: https://r.services.ai.azure.com\nauth: { sign: azure }',
    'platform: foundry-azure\nresource: r\nauth: { replace: { header: Api-Key, value: key } }',
  ])('takes the upstream %j', async (keys) => {
    const yaml = `upstreams:\n  - name: main\n    ${keys.replaceAll('\n', '\n    ')}\n`;
    const { gateway } = await readConfig(yaml);
    expect(createGateway(gateway)).toBeTypeOf('function');
  });
});
