/** The output of `show --json`. */
import { BETA_PLACEMENTS, STAGES } from '@beta-headers/grammar';
import * as z from 'zod';

const Claim = z.strictObject({
  status: z.string(),
  for: z.string().describe('The condition in words; absent: in general').optional(),
  until: z.string().optional(),
  needs: z.array(z.string()).optional(),
  confidence: z.string().optional(),
  instead: z.array(z.strictObject({ for: z.string(), send: z.string() })).optional(),
});

const OnPlatform = z.strictObject({
  platform: z.string(),
  wire: z.enum(BETA_PLACEMENTS).describe('The place of the betas in a request'),
  claims: z.array(Claim).describe('The first that applies counts'),
});

const Source = z.strictObject({
  id: z.string(),
  address: z.string().describe('A URL, or a package and its version'),
  checked: z.string().describe('The day on which it was read').optional(),
  says: z.string().optional(),
});

/** A beta, a feature or a value that is no beta. */
export const ShowOutput = z.strictObject({
  kind: z.enum(['beta', 'feature', 'no-beta']),
  name: z.string(),
  title: z.string().optional(),
  summary: z.string().optional(),
  need: z.string().describe('The answer to "Do you need it?"'),
  stage: z.enum(STAGES).optional(),
  feature: z.string().optional(),
  betas: z.array(z.string()).describe('The betas of a feature').optional(),
  default: z.string().optional(),
  use: z.string().describe('The value to write in its place').optional(),
  requires: z.array(z.string()).describe('What needs the beta, in words'),
  uses: z.array(z.string()).describe('What uses the feature, in words'),
  platforms: z.array(OnPlatform),
  dates: z.array(z.strictObject({ event: z.string(), date: z.string() })),
  docs: z.string().optional(),
  sources: z.array(Source),
});

/** The output of `show --json`. */
export type ShowOutput = z.infer<typeof ShowOutput>;
