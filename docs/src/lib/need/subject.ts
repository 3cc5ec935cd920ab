/** The beta or the feature that a page answers "Do you need it?" about. */
import { type CatalogBeta, type CatalogFeature, getBeta } from '../catalog.ts';
import type { Locale } from '../site.ts';
import type { Need } from './answer.ts';

export type NeedSubject = CatalogBeta | CatalogFeature;

/** The properties of each part of the answer. */
export interface NeedProps {
  readonly need: Need;
  readonly subject: NeedSubject;
  readonly locale: Locale;
}

/** The beta that is sent for the subject, or was. */
export const getSentBeta = (subject: NeedSubject): CatalogBeta =>
  'betas' in subject ? getBeta(subject.default) : subject;
