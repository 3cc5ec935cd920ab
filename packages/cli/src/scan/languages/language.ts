/** The form of a language's support. */
import type { FindSite } from '../frame.ts';
import type { Candidate } from '../types.ts';

/** Reads the surroundings of literals in one language. */
export interface Language {
  readonly name: string;
  /** Programs, of which tests and fixtures are informational. */
  readonly isCode: boolean;
  /** A native parser reads it, whose stack a text can exhaust. */
  readonly hasParser?: true;
  /**
   * Prepares the search for sites in a text.
   * @param isParsable - the text was parsed before, or must not be parsed
   */
  readonly open: (
    text: string,
    path: string,
    candidates: readonly Candidate[],
    isParsable?: boolean,
  ) => FindSite;
}
