/** The report of a scan, which every format prints. */
import type { Platform } from '@beta-headers/constants';
import type { Finding, Kind, Level } from '../types.ts';

/** A finding with its file. */
export interface Reported extends Finding {
  readonly path: string;
  /** The line of the text, for fingerprints. */
  readonly lineText: string;
}

/** The result of a scan, without the texts of files. */
export interface Report {
  readonly version: string;
  readonly platforms: readonly Platform[];
  /** The number of files that were read. */
  readonly fileCount: number;
  /** In the order of paths and places. */
  readonly findings: readonly Reported[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** A kind of finding, as a rule of SARIF and for the help. */
export interface Rule {
  readonly kind: Kind;
  readonly level: Level;
  readonly summary: string;
}

/** Every kind, with the level that it has where a value is sent. */
export const RULES: readonly Rule[] = [
  {
    kind: 'graduated',
    level: 'warn',
    summary: 'The feature is generally available, and the header does nothing any more.',
  },
  { kind: 'superseded', level: 'warn', summary: 'The beta has a successor.' },
  { kind: 'retired', level: 'error', summary: 'The beta has ended.' },
  { kind: 'misspelt', level: 'error', summary: 'The value is a misspelling of a beta.' },
  { kind: 'invented', level: 'error', summary: 'The value was never a beta.' },
  {
    kind: 'unavailable',
    level: 'error',
    summary: 'No platform of the project accepts the value or has its feature.',
  },
  { kind: 'ending', level: 'warn', summary: 'The beta ends soon.' },
  { kind: 'current', level: 'info', summary: 'The beta has an effect.' },
  { kind: 'unknown', level: 'info', summary: 'The manifest does not know the value.' },
  { kind: 'unused-ignore', level: 'warn', summary: 'A comment ignores nothing.' },
  { kind: 'ignore-without-reason', level: 'error', summary: 'A comment ignores without a reason.' },
];

/** The page about the scanner. */
export const DOCS = 'https://beta-headers.github.io/beta-headers/guides/scan/';
