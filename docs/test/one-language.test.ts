/** A worker of the checker has the texts of one language. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ERROR_ROWS, PLATFORM_TITLES } from '../../packages/core/src/generated/errors.ts';
import { keepOneLanguage } from '../integrations/one-language.ts';

const find = (path: string): string =>
  fileURLToPath(new URL(`../../packages/${path}`, import.meta.url));
const load = (language: string, path: string): string | undefined => {
  const plugin = keepOneLanguage();
  plugin.buildStart({ input: [`/x/check-worker.${language}.ts`] });
  return plugin.load(find(path));
};

describe('the worker of a language', () => {
  it('has the advice of that language alone', () => {
    const path = 'core/src/errors/advice-texts.ts';
    expect(load('en', path)).toMatch(/\b(?:the|leave)\b/);
    expect(load('en', path)).not.toMatch(/\b(?:dan|atau)\b/);
    expect(load('id', path)).toMatch(/\b(?:dan|atau)\b/);
    expect(load('id', path)).not.toMatch(/ (?:the|your|that) /);
  });

  it('has no fixes, which are facts of the page', () => {
    expect(load('en', 'core/src/generated/fixes.ts')).toBe('export const FIXES = {};');
  });

  it('has the same patterns of errors in a third of their length', async () => {
    const path = 'core/src/generated/errors.ts';
    const code = load('en', path) ?? '';
    const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(module).toEqual(expect.objectContaining({ ERROR_ROWS, PLATFORM_TITLES }));
    expect(code.length).toBeLessThan(JSON.stringify(ERROR_ROWS).length / 3);
  });

  it('has the texts of `explain` under both names', () => {
    expect(load('en', 'core/src/explain/id.ts')).toContain("{ en as id } from './en.ts'");
    expect(load('id', 'core/src/explain/en.ts')).toContain("{ id as en } from './id.ts'");
    expect(load('en', 'core/src/explain/en.ts')).toBeUndefined();
  });

  it('has the reasons why a text is no request in that language alone', () => {
    expect(load('en', 'reader/src/none-texts-en.ts')).toBeUndefined();
    expect(load('id', 'reader/src/none-texts-en.ts')).not.toMatch(/text/i);
    expect(load('id', 'reader/src/none-texts-id.ts')).toBeUndefined();
  });

  it('leaves other builds as they are', () => {
    expect(load('fr', 'core/src/generated/fixes.ts')).toBeUndefined();
    expect(load('en', 'core/src/plan.ts')).toBeUndefined();
  });
});
