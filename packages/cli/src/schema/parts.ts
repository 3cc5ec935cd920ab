/** Parts that several outputs have. */
import { PLATFORMS } from '@beta-headers/constants';
import * as z from 'zod';

/** A place in a text. */
export const Place = z.strictObject({
  line: z.int().describe('Counts from 1'),
  column: z.int().describe('Counts from 1, in UTF-16 units'),
  start: z.int().describe('The offset from 0, in UTF-16 units'),
  end: z.int(),
});

/** The id of a platform. */
export const Platform = z.enum(PLATFORMS);

/** The reason why a text is no request. */
export const NonePart = z.strictObject({
  code: z.string(),
  why: z.string(),
  hint: z.string(),
  at: Place.optional(),
});

/** A place in a text. */
export type PlaceOutput = z.infer<typeof Place>;

/** The verdict of the scanner about a value, or about a comment that ignores one. */
export const FindingKind = z.enum([
  'graduated',
  'superseded',
  'retired',
  'misspelt',
  'invented',
  'unavailable',
  'ending',
  'current',
  'unknown',
  'unused-ignore',
  'ignore-without-reason',
]);

/** The level of a finding of the scanner. */
export const FindingLevel = z
  .enum(['error', 'warn', 'info'])
  .describe('info: nothing has to change');
