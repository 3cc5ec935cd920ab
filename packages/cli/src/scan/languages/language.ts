/** The form of a language's support. */
import type { FindSite } from '../frame.ts';
import type { Candidate } from '../types.ts';

/** Reads the surroundings of literals in one language. */
export interface Language {
  readonly name: string;
  /** Programs, of which tests and fixtures are informational. */
  readonly isCode: boolean;
  /** Prepares the search for sites in a text. */
  readonly open: (text: string, path: string, candidates: readonly Candidate[]) => FindSite;
}
