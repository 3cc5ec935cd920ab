/** The output of `list --json`. */
import { BETA_PLACEMENTS, STAGES } from '@beta-headers/grammar';
import * as z from 'zod';

const statuses = z
  .record(z.string(), z.string())
  .describe('The general status by platform: models and endpoints may differ');

const BetaEntry = z.strictObject({
  id: z.string(),
  feature: z.string(),
  stage: z.enum(STAGES),
  date: z.string(),
  title: z.string(),
  acceptance: statuses,
});

const FeatureEntry = z.strictObject({
  name: z.string(),
  title: z.string(),
  audience: z.string(),
  default: z.string().describe('The beta that the name means').optional(),
  betas: z.array(z.string()),
  availability: statuses,
});

const PlatformEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  wire: z.enum(BETA_PLACEMENTS).describe('The place of the betas in a request'),
  hosts: z.array(z.string()),
  docs: z.string(),
});

const ModelEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  retires: z.string().optional(),
  retired: z.string().optional(),
});

/** The entries of one kind; the other lists are absent. */
export const ListOutput = z.strictObject({
  betas: z.array(BetaEntry).optional(),
  features: z.array(FeatureEntry).optional(),
  platforms: z.array(PlatformEntry).optional(),
  models: z.array(ModelEntry).optional(),
});

/** The output of `list --json`. */
export type ListOutput = z.infer<typeof ListOutput>;
