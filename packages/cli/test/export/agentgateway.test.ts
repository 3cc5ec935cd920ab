import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { emitAgentgateway } from '../../src/export/index.ts';
import { EVIDENCE, readStatus, WITHOUT_EVIDENCE } from './fixtures.ts';

/** Reads an env file as `docker run --env-file` does: lines of `#` are comments, no quotes. */
function readEnvFile(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/**
 * Reads the variable as agentgateway does: split at commas, trimmed; `default` stands for the
 * built-in list. See ALLOWED_BETA_HEADERS in
 * https://github.com/agentgateway/agentgateway/blob/main/crates/llm/src/conversion/bedrock.rs
 */
function readList(text: string): string[] {
  const value = readEnvFile(text)['AGENTGATEWAY_BEDROCK_ANTHROPIC_BETA_HEADERS'] ?? '';
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

describe('emitAgentgateway', () => {
  const text = emitAgentgateway(catalog, { version: '2.3.4', platform: 'bedrock' });

  it('sets one variable and nothing else', () => {
    expect(Object.keys(readEnvFile(text))).toEqual(['AGENTGATEWAY_BEDROCK_ANTHROPIC_BETA_HEADERS']);
    expect(readList(text)).not.toContain('default');
  });

  it('lists what the evidence says that Bedrock accepts', () => {
    const list = readList(text);
    for (const [id, name] of Object.entries(EVIDENCE['bedrock'] ?? {})) {
      expect([id, list.includes(id)]).toEqual([id, name === id]);
    }
    for (const id of WITHOUT_EVIDENCE['bedrock'] ?? []) expect(list).not.toContain(id);
  });

  it('uses the answers of Converse by default, which its releases call', () => {
    const list = readList(emitAgentgateway(catalog, { version: '1.0.0' }));
    // litellm-beta-headers: bedrock_converse, passed on and null.
    expect(list).toContain('structured-outputs-2025-11-13');
    expect(list).not.toContain('web-search-2025-03-05');
    for (const id of list) expect(readStatus(id, 'bedrock-converse')).toBe('accepted');
  });

  it('names the version, the day, renamed and unknown values in comments', () => {
    expect(text).toMatch(/^# .* manifest 2\.3\.4, newest source of 20\d\d-\d\d-\d\d\.\n/);
    expect(text).toContain(
      '\n#   advanced-tool-use-2025-11-20 -> tool-search-tool-2025-10-19 + tool-examples-2025-10-29\n',
    );
    const unknown = catalog.betas.filter(({ id }) => readStatus(id, 'bedrock') === 'unknown');
    expect(text).toContain(`# Unknown, therefore left out (${unknown.length}):\n`);
    for (const { id } of unknown) expect(text).toContain(`\n#   ${id}\n`);
  });

  it('is sorted and the same every time', () => {
    expect(readList(text)).toEqual([...readList(text)].sort());
    const again = { version: '2.3.4', platform: 'bedrock' };
    expect(emitAgentgateway(structuredClone(catalog), again)).toBe(text);
  });

  it('has no list for another cloud', () => {
    expect(() => emitAgentgateway(catalog, { version: '1.0.0', platform: 'vertex' })).toThrow(
      'no table for vertex; platforms with one: bedrock-converse, bedrock',
    );
  });
});
