import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GatewayConfig, readGatewayConfig } from '../../../src/node/config/index.ts';
import { readConfig, readProblems, withUpstream, writeConfig } from './support.ts';

const WITH_KEY = (key: string): string =>
  withUpstream(`platform: claude-api\nauth: { replace: { api-key: "${key}" } }`);

/** Reads the value of the first upstream's header. */
async function readValue({ gateway }: GatewayConfig): Promise<string | undefined> {
  const auth = gateway.upstreams[0]?.auth;
  if (auth?.mode !== 'replace') return undefined;
  return typeof auth.value === 'string' ? auth.value : auth.value();
}

describe('references in values', () => {
  it.each([
    [`\${KEY}`, { KEY: 'secret' }, 'secret'],
    [`a-\${KEY}-\${OTHER}`, { KEY: '1', OTHER: '2' }, 'a-1-2'],
    [`\${KEY:-fallback}`, {}, 'fallback'],
    [`\${KEY:-fallback}`, { KEY: '' }, 'fallback'],
    [`\${KEY:-a:-b}`, {}, 'a:-b'],
    [`\${KEY:-fallback}`, { KEY: 'set' }, 'set'],
    [`$\${KEY}`, { KEY: 'secret' }, `\${KEY}`],
    ['$KEY', { KEY: 'secret' }, '$KEY'],
  ])('reads %s', async (text, env, value) => {
    expect(await readValue(await readConfig(WITH_KEY(text), env))).toBe(value);
  });

  it('removes one line break at the end of a file', async () => {
    const files = { 'keys/main': 'secret\r\n' };
    const config = await readConfig(WITH_KEY(`\${file:keys/main}`), {}, files);
    expect(await readValue(config)).toBe('secret');
  });

  it('reads a key file again after it was replaced', async () => {
    const file = writeConfig(WITH_KEY(`\${file:key}`), { key: 'first' });
    const config = await readGatewayConfig(file, { env: {} });
    expect(await readValue(config)).toBe('first');
    const key = join(dirname(file), 'key');
    writeFileSync(`${key}.new`, 'second\n');
    renameSync(`${key}.new`, key);
    expect(await readValue(config)).toBe('second');
  });

  it('checks a key file again after it was replaced', async () => {
    const file = writeConfig(WITH_KEY(`\${file:key}`), { key: 'first' });
    const config = await readGatewayConfig(file, { env: {} });
    writeFileSync(join(dirname(file), 'key'), 'planted\nplanted');
    const failure = await readValue(config).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'CredentialError', code: 'key-file-invalid' });
    expect((failure as Error).message).not.toContain('planted');
  });

  it('converts a variable to a number or a switch where the setting is one', async () => {
    const yaml = `listen: { port: "\${PORT}" }\nmetrics: \${METRICS}\ndryRun: \${DRY:-on}\n`;
    const env = { PORT: '9000', METRICS: 'false' };
    const config = await readConfig(`${yaml}${withUpstream('platform: claude-api')}`, env);
    expect(config).toMatchObject({
      listen: { port: 9000 },
      metrics: false,
      gateway: { dryRun: true },
    });
  });

  it('does not let a variable add YAML or another reference', async () => {
    const value = 'a", "header": "x: y';
    const env = { KEY: value, NESTED: `\${KEY}` };
    expect(await readValue(await readConfig(WITH_KEY(`\${KEY}`), env))).toBe(value);
    expect(await readValue(await readConfig(WITH_KEY(`\${NESTED}`), env))).toBe(`\${KEY}`);
  });

  it('leaves an inline overlay unchanged', async () => {
    const rule = `requires: [{ at: acme, is: "\${NOT_SET}" }]`;
    const overlay = `overlay: { betas: { acme-2026-12-01: { ${rule} } } }`;
    const config = await readConfig(withUpstream('platform: claude-api', overlay));
    expect(config.gateway.catalog).toBeDefined();
  });
});

describe('references that cannot be replaced', () => {
  const place = 'gateway.yaml:4:34';
  it.each([
    [
      `\${KEY}`,
      'the variable KEY is not set; set it in the environment of the gateway, such as with ' +
        `\`export KEY=…\`, or give a default: \${KEY:-…}`,
    ],
    [`\${file:missing}`, 'the file missing does not exist; create it, or correct the path'],
    [`\${file:folder}`, 'folder is a folder; give the path of a file'],
    [`\${file:empty}`, 'the file empty is empty; write the key'],
    [`\${file:}`, `the path is missing; write \${file:path}`],
    [
      `\${sk-ant-planted}`,
      `this is none of the forms \${VAR}, \${VAR:-default} or \${file:path}; write \`$\${\` for the ` +
        `text \`\${\``,
    ],
    [
      `\${KEY`,
      'the brace of a reference is not closed; add `}`, or write two `$` for the text itself',
    ],
  ])('reports the place of %s', async (reference, message) => {
    const files = { 'folder/x': '', empty: '\n' };
    expect(await readProblems(WITH_KEY(reference), {}, files)).toEqual([`${place}: ${message}`]);
  });

  it('reports the place of the reference inside a longer value', async () => {
    const [problem] = await readProblems(WITH_KEY(`prefix-\${A}-\${B}`), { A: 'x' });
    expect(problem).toMatch(/^gateway\.yaml:4:46: the variable B is not set;/);
  });

  it('reports a variable with the name of a property of all objects', async () => {
    const [problem] = await readProblems(WITH_KEY(`\${constructor}`));
    expect(problem).toContain('the variable constructor is not set');
  });

  it('reports an empty variable', async () => {
    const [problem] = await readProblems(WITH_KEY(`\${KEY}`), { KEY: '' });
    expect(problem).toContain('the variable KEY is empty; set it');
  });

  it('reports every missing variable once, with the other problems', async () => {
    const yaml = withUpstream(
      `platform: claude-api\nurl: \${URL}`,
      `listen: { port: "\${PORT}" }\nlogs: { level: loud }\n`,
    );
    const problems = await readProblems(yaml);
    expect(problems.map((text) => text.slice(0, 45))).toEqual([
      'gateway.yaml:4:10: the variable URL is not se',
      'gateway.yaml:5:18: the variable PORT is not s',
      'gateway.yaml:6:16: logs.level is "loud"; it m',
    ]);
  });
});
