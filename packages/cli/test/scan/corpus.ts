/** Measures the scanner against labelled snippets. */
import { readFileSync } from 'node:fs';
import { isPlatform, type Platform } from '@beta-headers/core';
import { parse } from 'yaml';
import { type Finding, scanText } from '../../src/scan/index.ts';

/** A label of the corpus. */
export interface Expectation {
  readonly beta: string;
  readonly line: number;
  readonly column?: number;
  readonly kind: string;
  readonly level: string;
  readonly fixable?: boolean;
}

/** A snippet of the corpus. */
export interface Snippet {
  readonly id: string;
  readonly language: string;
  readonly file: string;
  readonly platforms?: readonly string[];
  readonly text: string;
  readonly expect: readonly Expectation[];
}

/** Reads the snippets of a file. */
export function readSnippets(url: URL): Snippet[] {
  return parse(readFileSync(url, 'utf8')) as Snippet[];
}

/** Scans a snippet on its platforms. */
function scanSnippet({ text, file, platforms }: Snippet): Finding[] {
  const known = platforms?.filter(isPlatform) as readonly Platform[] | undefined;
  return scanText(text, { path: file, ...(known && { platforms: known }) });
}

/** The counts of a comparison, and its mistakes as lines. */
export interface Measured {
  readonly precision: number;
  readonly recall: number;
  readonly count: number;
  /** The share of matched values with the right level, column, and fix. */
  readonly level: number;
  readonly column: number;
  readonly fixable: number;
  readonly mistakes: readonly string[];
}

const matters = ({ level }: { readonly level: string }): boolean => level !== 'info';
const keyOf = ({ beta, line, kind }: Pick<Expectation, 'beta' | 'line' | 'kind'>): string =>
  `${beta}@${line} ${kind}`;

/** Compares findings with labels: `error` and `warn` by value, line and kind. */
export function measure(snippets: readonly Snippet[]): Measured {
  const mistakes: string[] = [];
  const counts = { right: 0, wrong: 0, missed: 0 };
  const rates = { level: new Rate(), column: new Rate(), fixable: new Rate() };
  for (const snippet of snippets) {
    const findings = scanSnippet(snippet);
    const expected = snippet.expect.filter(matters).map(keyOf);
    for (const finding of findings.filter(matters)) {
      const index = expected.indexOf(keyOf(finding));
      if (index >= 0) expected.splice(index, 1);
      if (index >= 0) counts.right++;
      else {
        counts.wrong++;
        mistakes.push(`${snippet.id}: wrong ${keyOf(finding)} ${finding.place}`);
      }
    }
    counts.missed += expected.length;
    mistakes.push(...expected.map((key) => `${snippet.id}: missed ${key}`));
    mistakes.push(...compareDetails(snippet, findings, rates));
  }
  return {
    precision: counts.right / (counts.right + counts.wrong),
    recall: counts.right / (counts.right + counts.missed),
    count: counts.right + counts.missed,
    level: rates.level.value,
    column: rates.column.value,
    fixable: rates.fixable.value,
    mistakes,
  };
}

class Rate {
  private right = 0;
  private all = 0;

  add(isRight: boolean): boolean {
    this.all++;
    if (isRight) this.right++;
    return isRight;
  }

  get value(): number {
    return this.right / this.all;
  }
}

function compareDetails(
  { id, expect }: Snippet,
  findings: readonly Finding[],
  rates: { readonly level: Rate; readonly column: Rate; readonly fixable: Rate },
): string[] {
  const rest = [...findings];
  return expect.flatMap(({ beta, line, column, level, fixable }) => {
    const problems: string[] = [];
    const index = rest.findIndex(
      (one) => one.beta === beta && one.line === line && (!column || one.column === column),
    );
    const near = rest.findIndex((one) => one.beta === beta && one.line === line);
    const [found] = near < 0 ? [] : rest.splice(index < 0 ? near : index, 1);
    // An informational value need not be found.
    if (!found && level === 'info') return [];
    if (!rates.level.add(found?.level === level)) problems.push(`level ${found?.level}`);
    if (!found) return [];
    if (!rates.column.add(index >= 0)) problems.push(`column ${found.column}`);
    const isFixable = found.fix !== undefined;
    if (fixable !== undefined && !rates.fixable.add(isFixable === fixable))
      problems.push(`fixable ${isFixable}`);
    return problems.map((problem) => `${id}: ${beta}@${line} ${problem} (${found.place})`);
  });
}
