/** Checks the form of the scanner's corpus, not the scanner. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = new URL('./scan-corpus/', import.meta.url);
const LEVELS: Readonly<Record<string, string>> = {
  graduated: 'warn',
  superseded: 'warn',
  retired: 'error',
  misspelt: 'error',
  invented: 'error',
  unavailable: 'error',
  current: 'info',
  unknown: 'info',
};

interface Expectation {
  readonly beta: string;
  readonly line: number;
  readonly column?: number;
  readonly kind: string;
  readonly level: string;
  readonly fixable?: boolean;
}

interface Snippet {
  readonly id: string;
  readonly language: string;
  readonly file: string;
  readonly platforms?: readonly string[];
  readonly text: string;
  readonly expect: readonly Expectation[];
}

const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const snippets = files.flatMap((name) => {
  const list = parse(readFileSync(new URL(name, folder), 'utf8')) as Snippet[];
  return list.map((snippet) => ({ ...snippet, name }));
});

describe('the corpus of the scanner', () => {
  it('has at least 320 snippets, and 17 for each of 19 languages', () => {
    expect(snippets.length).toBeGreaterThanOrEqual(320);
    expect(files).toHaveLength(19);
    for (const name of files) {
      const own = snippets.filter((snippet) => snippet.name === name);
      expect([name, own.length >= 17]).toEqual([name, true]);
      expect(own.every(({ language }) => `${language}.yaml` === name)).toBe(true);
    }
  });

  it('has unique ids that begin with the language', () => {
    expect(new Set(snippets.map(({ id }) => id)).size).toBe(snippets.length);
    for (const { id, language } of snippets) expect(id.startsWith(`${language}-`)).toBe(true);
  });

  it('has each value at its line and column', () => {
    for (const { id, text, expect: expectations } of snippets) {
      const lines = text.split('\n');
      for (const { beta, line, column } of expectations) {
        const rest = lines[line - 1]?.slice((column ?? 1) - 1) ?? '';
        expect([id, column === undefined || rest.startsWith(beta)]).toEqual([id, true]);
      }
    }
  });

  it('lists the values in order and none twice at one place', () => {
    for (const { id, expect: expectations } of snippets) {
      const places = expectations.map(({ line, column }) => line * 1e6 + (column ?? 0));
      expect([id, places]).toEqual([id, [...new Set(places)].sort((a, b) => a - b)]);
    }
  });

  it('has the level of the kind, or info with no fix', () => {
    for (const { id, expect: expectations } of snippets) {
      for (const { kind, level, fixable } of expectations) {
        expect([id, kind, LEVELS[kind] === level || level === 'info']).toEqual([id, kind, true]);
        if (level === 'info') expect([id, fixable]).toEqual([id, false]);
      }
    }
  });

  it('has many snippets in which nothing is wrong', () => {
    const clean = snippets.filter(({ expect: list }) => list.every((one) => one.level === 'info'));
    expect(clean.length).toBeGreaterThan(snippets.length / 3);
  });
});
