import { loadManifest } from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { emitMarkdown } from '../src/markdown/index.ts';

describe('emitMarkdown', () => {
  const HOSTILE = '<script>x</script> | [y](javascript:z) ` <img src=q onerror=w>';
  const URL = 'javascript:alert(1)';

  /** Replaces every text of the Catalog, and every address. */
  function replaceTexts<T>(value: T, key = ''): T {
    if (Array.isArray(value)) return value.map((item) => replaceTexts(item, key)) as T;
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      return Object.fromEntries(entries.map(([name, one]) => [name, replaceTexts(one, name)])) as T;
    }
    if (['en', 'says', 'at'].includes(key)) return HOSTILE as T;
    return (['docs', 'migration', 'url'].includes(key) ? URL : value) as T;
  }

  const pages = emitMarkdown(replaceTexts(loadManifest())).filter(({ path }) =>
    path.includes('/docs/en/'),
  );

  it('writes no HTML and no link from the texts of the manifest', () => {
    expect(pages.length).toBeGreaterThan(100);
    for (const { path, content } of pages) {
      const plain = content.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
      expect(plain, path).not.toMatch(/(?<!\\)<(?!!-- Generated)/);
      expect(plain, path).not.toMatch(/(?<!\\)\]\((?!\.\.\/|\w+[\w/.-]*\.md\))/);
    }
  });

  it('keeps the columns of tables', () => {
    for (const { path, content } of pages)
      for (const row of content.match(/^\|.*\|$/gm) ?? [])
        expect(row.match(/(?<!\\)\|/g), path).toHaveLength(6);
  });
});
