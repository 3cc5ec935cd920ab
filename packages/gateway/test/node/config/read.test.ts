import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeConfig, readGatewayConfig } from '../../../src/node/config/index.ts';
import { readConfig, withUpstream, writeConfig } from './support.ts';

const REGIONAL = withUpstream('platform: bedrock\nregion: eu-west-1\nauth: { sign: aws }');

describe('readGatewayConfig', () => {
  it('fills in the defaults', async () => {
    const config = await readConfig(withUpstream('platform: claude-api'));
    expect(config).toMatchObject({
      listen: { host: '127.0.0.1', port: 8080 },
      gateway: {
        upstreams: [
          {
            name: 'main',
            platform: 'claude-api',
            url: 'https://api.anthropic.com',
            auth: { mode: 'passthrough' },
          },
        ],
        mode: 'gateway',
        dryRun: false,
        errors: 'verbatim',
        maxBodyBytes: 33_554_432,
        pingMs: 15_000,
      },
      recovery: { enabled: true, maxRetries: 2, memory: 'process' },
      limits: { headerBytes: 65_536, timeouts: { connectMs: 10_000 } },
      logs: { format: 'text', level: 'info' },
      metrics: true,
      warnings: [],
    });
    expect(config.gateway).not.toHaveProperty('catalog');
  });

  it('reads every setting', async () => {
    const config = await readConfig(
      withUpstream(
        'platform: bedrock\nregion: eu-west-1\nauth: { sign: { aws: { profile: dev } } }\n' +
          'models: { claude-opus-5: eu.anthropic.claude-opus-5-v1:0 }',
        [
          'listen: { host: 0.0.0.0, port: 9000, allowedHosts: [gateway.internal] }',
          'planning: { mode: strict, policy: { unknownBeta: drop } }',
          'overlay: { betas: { acme-search-2026-12-01: { acceptance: { bedrock: accepted } } } }',
          'recovery: { enabled: false, maxRetries: 1, memory: { redis: "redis://cache:6379" } }',
          'dryRun: on',
          'errors: verbatim',
          'limits: { maxBodyBytes: 1024, connections: 5, timeouts: { idleMs: 1000 } }',
          'pingMs: 2000',
          'logs: { format: json, level: debug }',
          'metrics: off',
        ].join('\n'),
      ),
    );
    expect(config).toMatchObject({
      listen: { host: '0.0.0.0', port: 9000, allowedHosts: ['gateway.internal'] },
      gateway: {
        mode: 'strict',
        policy: { unknownBeta: 'drop' },
        dryRun: true,
        errors: 'verbatim',
        maxBodyBytes: 1024,
        pingMs: 2000,
      },
      recovery: { enabled: false, maxRetries: 1, memory: { redis: 'redis://cache:6379' } },
      limits: { connections: 5, timeouts: { idleMs: 1000 } },
      logs: { format: 'json', level: 'debug' },
      metrics: false,
    });
    expect(config.gateway.upstreams[0]).toMatchObject({
      url: 'https://bedrock-runtime.eu-west-1.amazonaws.com',
      auth: { mode: 'sign' },
      models: { 'claude-opus-5': 'eu.anthropic.claude-opus-5-v1:0' },
    });
    expect(config.gateway.catalog).toBeDefined();
  });

  it.each([
    ['127.0.0.2', 'verbatim'],
    ['localhost', 'verbatim'],
    ['"::1"', 'verbatim'],
    ['0.0.0.0', 'classified'],
    ['"::"', 'classified'],
    ['127.example.com', 'classified'],
  ])('listening on %s, shows errors %s by default', async (host, errors) => {
    const config = await readConfig(`listen: { host: ${host} }\n${REGIONAL}`);
    expect(config.gateway.errors).toBe(errors);
  });

  it('reads an overlay from a file beside the configuration', async () => {
    const yaml = withUpstream('platform: claude-api', 'overlay: data/overlay.yaml');
    const overlay = 'features: { mcp-client: { availability: { bedrock: available } } }';
    const config = await readConfig(yaml, {}, { 'data/overlay.yaml': overlay });
    expect(config.gateway.catalog).toBeDefined();
  });

  it.each([
    ['claude-on-aws', 'region: us-west-2', 'https://aws-external-anthropic.us-west-2.api.aws'],
    [
      'claude-on-google-cloud',
      'project: p\nworkspace: w',
      'https://claude.googleapis.com/v1/projects/p/locations/global/workspaces/w/invoke',
    ],
    ['bedrock', 'region: cn-north-1', 'https://bedrock-runtime.cn-north-1.amazonaws.com.cn'],
    ['bedrock-mantle', 'region: us-east-1', 'https://bedrock-mantle.us-east-1.api.aws/anthropic'],
    [
      'vertex',
      'project: p\nlocation: us-east5',
      'https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5',
    ],
    [
      'vertex',
      'url: https://proxy.internal/v1/\nproject: p\nlocation: global',
      'https://proxy.internal/v1/projects/p/locations/global',
    ],
    ['foundry', 'resource: my-resource', 'https://my-resource.services.ai.azure.com/anthropic'],
    ['claude-api', 'url: https://proxy.internal/claude/', 'https://proxy.internal/claude'],
    ['claude-api', 'url: http://127.0.0.1:9999', 'http://127.0.0.1:9999'],
    ['claude-api', 'url: http://proxy.internal\nallowInsecure: true', 'http://proxy.internal'],
  ])('makes the address of %s from its keys (%j)', async (platform, keys, url) => {
    const config = await readConfig(withUpstream(`platform: ${platform}\n${keys}`));
    expect(config.gateway.upstreams[0]?.url).toBe(url);
  });

  it('accepts a file with a byte order mark', async () => {
    const file = writeConfig('');
    writeFileSync(file, `\ufeff${REGIONAL}`);
    const config = await readGatewayConfig(file, { env: {} });
    expect(config.gateway.upstreams).toHaveLength(1);
  });
});

describe('describeConfig', () => {
  it('prints the settings in effect without secrets', async () => {
    const text = describeConfig(
      await readConfig(
        [
          'upstreams:',
          `  - { name: a, platform: claude-api, auth: { replace: { api-key: "\${KEY}" } } }`,
          '  - name: b',
          '    platform: foundry',
          '    resource: r',
          `    auth: { replace: { bearer: "\${file:token}" } }`,
          '  - name: c',
          '    platform: vertex',
          '    url: https://proxy.internal/v1/projects/p/locations/global',
          '    auth: { replace: { header: x-key, value: planted-literal } }',
          'recovery: { memory: { redis: "rediss://me:planted-password@cache:6380/1?x=planted" } }',
        ].join('\n'),
        { KEY: 'planted-key' },
        { token: 'planted-token\n' },
      ),
    );
    expect(text).not.toContain('planted');
    expect(text).toContain(`value: \${KEY}`);
    expect(text).toContain(`value: Bearer \${file:token}`);
    expect(text).toContain('value: "[hidden]"');
    expect(text).toContain('redis: rediss://[hidden]@cache:6380/1');
    expect(text).toContain('port: 8080');
    expect(text).toContain('connections: 10000');
    expect(text).toContain('writeMs: 300000');
  });
});
