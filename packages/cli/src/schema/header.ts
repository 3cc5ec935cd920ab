/** The output of `header --json`. */
import { ACCEPTANCE_STATUSES, STAGES } from '@beta-headers/grammar';
import * as z from 'zod';
import { Place, Platform } from './parts.ts';

const Value = z.strictObject({
  value: z.string(),
  at: Place.optional(),
  status: z
    .enum([...STAGES, 'no-beta', 'misspelt', 'unknown', 'malformed'])
    .describe('The stage on the Claude API, or the reason why it has none'),
  isFinding: z.boolean(),
  feature: z.string().optional(),
  use: z.string().describe('The value to write in its place').optional(),
  advice: z.string(),
  docs: z.string().optional(),
  acceptance: z
    .record(z.string(), z.enum(ACCEPTANCE_STATUSES))
    .describe('By platform, in general: models and endpoints may differ')
    .optional(),
});

const PlatformResult = z.strictObject({
  platform: Platform,
  verdict: z.enum(['works', 'refused', 'unverified']),
  header: z.string().describe('The header to send there; absent: send none').optional(),
  changes: z.array(
    z.strictObject({
      beta: z.string(),
      action: z.string(),
      reason: z.string(),
      sends: z.string().optional(),
      text: z.string(),
    }),
  ),
});

/** The values of a header. */
export const HeaderOutput = z.strictObject({
  values: z.array(Value),
  merged: z.string().describe('All values once, in order; empty if there is none'),
  platforms: z.array(PlatformResult),
  findings: z.boolean(),
});

/** The output of `header --json`. */
export type HeaderOutput = z.infer<typeof HeaderOutput>;
/** A value of the header. */
export type HeaderValue = z.infer<typeof Value>;
