import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, configForPlatform } from '../../../src/node/config/index.ts';
import { readConfig } from './support.ts';

const VALID = [
  `listen: { host: 127.0.0.1, port: "\${PORT:-8080}" }`,
  'upstreams:',
  '  - name: main',
  '    platform: claude-api',
  `    auth: { replace: { api-key: "\${KEY}" } }`,
  '  - name: aws',
  '    platform: bedrock',
  '    region: us-east-1',
  '    auth: { sign: { aws: { profile: dev } } }',
  '    models: { claude-opus-5: anthropic.claude-opus-5-v1:0 }',
  'planning: { mode: gateway, policy: { unknownBeta: drop } }',
  'recovery: { memory: { redis: "redis://:planted-secret@cache:6379" } }',
  'overlay: { betas: { acme-2026-12-01: { acceptance: { bedrock: accepted } } } }',
].join('\n');
const ENV = { KEY: 'sk-ant-planted-secret', PORT: 'planted-secret' };

/** One edit: replaces some characters at a place by others. */
const edit = fc.record({
  at: fc.nat(VALID.length),
  length: fc.nat(12),
  text: fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      '\n',
      '\n  ',
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      `\${`,
      '}',
      '&a ',
      '*a',
      '!x ',
    ),
    fc.constantFrom(`\${KEY}`, `\${PORT}`, `\${file:.}`, 'null', '[]', '{}', 'true', '1e999'),
  ),
});

const apply = (text: string, edits: readonly { at: number; length: number; text: string }[]) =>
  edits.reduce((now, { at, length, text: more }) => {
    return now.slice(0, at) + more + now.slice(at + length);
  }, text);

describe('any file', () => {
  it('is read, or is reported without a secret', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const config = await readConfig(apply(VALID, edits), ENV).catch((error: unknown) => error);
        if (!(config instanceof ConfigError)) {
          expect(config).toHaveProperty('gateway.upstreams');
          expect(JSON.stringify((config as { effective: unknown }).effective)).not.toContain(
            'planted-secret@',
          );
          return;
        }
        expect(config.message).toMatch(/gateway\.yaml/);
        expect(config.message).not.toContain('planted-secret');
      }),
      { numRuns: 150, seed: 16 },
    );
  });
});

describe('any address', () => {
  it('is used, or is reported without its text', () => {
    const secret = fc.constantFrom('planted-secret', '', '/v1', '?a', '#a', ':x', '@host', '//');
    const start = fc.constantFrom('https://', 'http://', 'HTTPS://a.test', 'ftp:', '', 'https:/');
    fc.assert(
      fc.property(start, fc.array(secret, { maxLength: 5 }), (scheme, parts) => {
        const url = `${scheme}${parts.join('')}`;
        try {
          const [upstream] = configForPlatform('claude-api', url, {}).gateway.upstreams;
          const { protocol, username, password, search, hash } = new URL(upstream?.url ?? '');
          expect([protocol, username, password, search, hash]).toEqual(['https:', '', '', '', '']);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          expect((error as ConfigError).message).not.toContain('planted-secret');
        }
      }),
      { numRuns: 2000, seed: 16 },
    );
  });
});
