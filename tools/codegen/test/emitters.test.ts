import { loadManifest } from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { emitAll } from '../src/emit.ts';
import { findBuilders } from '../src/emitters/helpers/builders.ts';
import type { SdkTypes } from '../src/sdk/types.ts';

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
  it('take no fields if the type requires none', () => {
    expect(content('packages/node/src/features/web-search.ts')).toContain(
      "fields: Omit<BetaWebSearchTool20250305, 'type' | 'name'> = {},",
    );
    expect(content('packages/node/src/features/mcp-client.ts')).toContain(
      "fields: Omit<BetaRequestMCPServerURLDefinition, 'type'>,",
    );
  });

  it('are not made for objects of other endpoints', () => {
    const [beta] = catalog.betas;
    const object = { name: 'BetaThing', literals: {}, needsFields: false };
    const sdk = { findObjects: () => [object] } as unknown as SdkTypes;
    const find = (endpoint: string) =>
      findBuilders([{ ...beta, requires: [{ at: 'thing', endpoint: [endpoint] }] }] as never, sdk);
    expect(find('POST /v1/messages').map(({ name }) => name)).toEqual(['thing']);
    expect(find('POST /v1/files')).toEqual([]);
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
