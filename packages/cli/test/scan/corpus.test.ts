/** Precision and recall of the scanner on the frozen corpus. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure, readSnippets } from './corpus.ts';

const folder = new URL('../scan-corpus/', import.meta.url);
const snippets = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => readSnippets(new URL(name, folder)));

describe('the scanner on the labelled corpus', () => {
  it('finds what is labelled, and nothing else', () => {
    const measured = measure(snippets);
    const { precision, recall, level, column, fixable, count, mistakes } = measured;
    console.log(
      `scan corpus: ${snippets.length} snippets, ${count} findings, ` +
        `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ` +
        `level ${level.toFixed(4)}, column ${column.toFixed(4)}, fixable ${fixable.toFixed(4)}`,
    );
    for (const mistake of mistakes) console.log(`  ${mistake}`);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.97);
    expect(level).toBeGreaterThanOrEqual(0.98);
    expect(column).toBeGreaterThanOrEqual(0.98);
    expect(fixable).toBeGreaterThanOrEqual(0.98);
  });
});

describe('the scanner on further shapes', () => {
  const cases = readSnippets(new URL('./cases.yaml', import.meta.url));

  it('has at least 40 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it('finds what is labelled, and nothing else', () => {
    const { mistakes, precision, recall } = measure(cases);
    console.log(
      `scan cases: ${cases.length}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
    );
    expect(mistakes).toEqual([]);
  });
});
