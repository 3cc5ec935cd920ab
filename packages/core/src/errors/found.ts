/** The results of the classifier, before they become advice. */
import type { ErrorAdvice } from '@beta-headers/grammar';
import type { KnownFeature } from '../catalog/types.ts';
import type { BetaErrorKind } from './info.ts';

/** The finding about an error. */
export interface Found {
  readonly kind: BetaErrorKind;
  readonly betas: readonly string[];
  readonly suspects?: readonly string[];
  /** The place in the body, as the error names it. */
  readonly field?: string;
  /** The advice, if it is not the default of the kind. */
  readonly advice?: ErrorAdvice | 'unavailable' | 'headerless' | 'unconfirmed' | 'above' | 'value';
  /** The text describes the feature in words, so any of its betas may be meant. */
  readonly isFeature?: true;
  /** The features that the place belongs to. */
  readonly features?: readonly KnownFeature[];
  /** The beginnings of names that the text abbreviates, `agent-memory-*`. */
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

/** The beta without which a bearer token is not accepted. */
export const OAUTH = 'oauth-2025-04-20';
