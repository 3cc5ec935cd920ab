/** What was found in an error, before it is told. */
import type { KnownFeature } from '../catalog/types.ts';
import type { BetaErrorKind } from './info.ts';
import type { RowAdvice } from './row.ts';

/** What was found in an error. */
export interface Found {
  readonly kind: BetaErrorKind;
  readonly betas: readonly string[];
  readonly suspects?: readonly string[];
  /** The place in the body, as the error names it. */
  readonly field?: string;
  /** The advice, where it is not that of the kind. */
  readonly advice?: RowAdvice | 'unavailable' | 'headerless' | 'nobody' | 'above' | 'value';
  /** The text names the feature, in words; any of its betas may be meant. */
  readonly isFeature?: true;
  /** The features that own the place. */
  readonly features?: readonly KnownFeature[];
  /** How names begin that the text leaves open, `agent-memory-*`. */
  readonly beginnings?: readonly string[];
  /** The row that matched. */
  readonly row?: string;
  /** The first place where it matched. */
  readonly match?: FoundMatch;
}

/** A place in an error where a row matched. */
export interface FoundMatch {
  /** The text before it, of the same message or sentence. */
  readonly before: string;
  readonly words: string;
}

/** What makes a bearer token count. */
export const OAUTH = 'oauth-2025-04-20';
