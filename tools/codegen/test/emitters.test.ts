import { loadManifest } from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { emitAll } from '../src/emit.ts';

const catalog = loadManifest();
const files = emitAll(catalog, { version: '1.2.3', sdkVersion: '2.3.4' });
const content = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

it('marks the constants of superseded, graduated and retired betas as deprecated', () => {
  const text = content('packages/constants/src/generated/betas.ts');
  const ended = catalog.betas.filter(({ stage }) =>
    ['superseded', 'graduated', 'retired'].includes(stage),
  );
  expect(new Set(ended.map(({ stage }) => stage)).size).toBe(3);
  for (const { constant, stage } of catalog.betas) {
    const end = text.indexOf(`export const ${constant} =`);
    const doc = text.slice(text.lastIndexOf('/**', end), end);
    const isEnded = ended.some((beta) => beta.constant === constant);
    expect(doc.includes('@deprecated'), `${constant} (${stage})`).toBe(isEnded);
  }
});

it('emits the patterns of errors in the syntax of JavaScript', () => {
  expect(catalog.errors.some(({ pattern }) => pattern.includes('(?P<'))).toBe(true);
  const text = content('packages/core/src/generated/errors.ts');
  expect(text).toContain('(?<list>');
  expect(text).not.toContain('(?P<');
});

it('emits schemas of the files as authors write them, without defaults', () => {
  const { required } = JSON.parse(content('packages/manifest/schema/feature.schema.json')) as {
    required: string[];
  };
  expect(required).toContain('betas');
  expect(required).not.toContain('uses');
});

it('emits the unconditional rules as types, and no other', () => {
  const text = content('packages/core/src/generated/catalog.ts');
  const types = text.slice(text.indexOf('export interface RuleTypes'));
  expect(types).toContain("beta: 'advisor-tool-2026-03-01'");
  const isConditional = (beta: (typeof catalog.betas)[number]): boolean =>
    beta.requires.length > 0 &&
    beta.requires.every(({ endpoint, model, unless }) => endpoint ?? model ?? unless);
  const conditional = catalog.betas.filter(isConditional);
  expect(conditional.length).toBeGreaterThan(0);
  for (const { id } of conditional) expect(types).not.toContain(`'${id}'`);
});

describe('the builders', () => {
  const modules = files.filter(({ path }) => path.startsWith('packages/node/src/features/'));

  it('take no fields if the type requires none', () => {
    expect(content('packages/node/src/features/web-search.ts')).toContain(
      "fields: Omit<BetaWebSearchTool20250305, 'type' | 'name'> = {},",
    );
    expect(content('packages/node/src/features/mcp-client.ts')).toContain(
      "fields: Omit<BetaRequestMCPServerURLDefinition, 'type'>,",
    );
  });

  it('make only objects of messages', () => {
    const elsewhere = catalog.betas.filter(({ requires }) =>
      requires.every(({ endpoint = [] }) =>
        endpoint.some((one) => !one.startsWith('POST /v1/messages')),
      ),
    );
    expect(elsewhere.some(({ requires }) => requires.some(({ at }) => at))).toBe(true);
    for (const { id, requires } of elsewhere)
      if (requires.length > 0)
        for (const { path, content: text } of modules)
          expect(text, path).not.toContain(`needs \`${id}\``);
  });

  it('have examples with a model that the claims of the feature allow', () => {
    const usual = 'claude-opus-5-5';
    const { availability } = catalog.features.find(({ name }) => name === 'computer-use') ?? {};
    const claim = availability?.['claude-api']?.find(({ models }) => models?.includes(usual));
    expect(claim?.status).toBe('unavailable');
    const text = content('packages/node/src/features/computer-use.ts');
    expect(text).toMatch(/^ \*\s+model: 'claude-/m);
    expect(text).not.toContain(usual);
  });
});
