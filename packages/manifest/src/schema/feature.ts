/** A feature file: the feature, and its betas. */
import * as z from 'zod';
import { AUDIENCES, FAMILIES, REMOVALS } from '../enums.ts';
import { Beta } from './beta.ts';
import { AvailabilityClaim, allowList } from './claims.ts';
import { Condition, Use } from './rules.ts';
import {
  betaId,
  date,
  describeNames,
  describeText,
  evidence,
  Localized,
  link,
  Platform,
} from './values.ts';

/** The subject of a feature, for grouping. */
export const Family = z.enum(FAMILIES);
/** The audience of a feature, by which lists are ordered. */
export const Audience = z.enum(AUDIENCES);

/** Conditions that together are refused, or have no effect. */
export const Constraint = z.strictObject({
  all: z
    .array(
      z.union([
        Condition,
        z.strictObject({ beta: betaId.describe('The request carries this value') }),
        z.strictObject({ absent: Condition.describe('The request does not meet this') }),
      ]),
    )
    .min(1),
  outcome: z.union([z.literal(400), z.literal('no-effect')]),
  fix: describeText('A code of fixes.yaml').optional(),
  note: Localized.optional(),
  evidence,
});

/** An equivalent request for platforms that refuse the original. */
export const Substitute = z.strictObject({
  on: z.array(Platform).min(1),
  when: Condition,
  unless: Condition.optional(),
  remove: describeText('The path to remove from the body'),
  send: betaId,
  note: Localized.optional(),
  evidence,
});

/** A change that a client must expect in the response if a feature is used. */
export const Effect = z.strictObject({
  at: describeText(
    'A path into the response, as in rules: content[].type. Omit it if the whole changes',
  ).optional(),
  text: Localized.describe('The change, in a sentence or two'),
  evidence,
});

export const Feature = z.strictObject({
  feature: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
    .describe('The name of the feature; the file has the same name'),
  title: Localized,
  summary: Localized.describe('Two to four sentences on its purpose and its effect'),
  family: Family.describe('The group on pages; optional in an overlay'),
  audience: Audience.describe('The audience; optional in an overlay').optional(),
  docs: link,
  notes: Localized.optional(),
  default: betaId
    .describe(
      "The beta that betas('feature') means. It changes only in a major release. Default in an " +
        'overlay: the newest',
    )
    .optional(),
  removal: z
    .enum(REMOVALS)
    .describe(
      'The effect of removing the feature from a request: only cost or speed, a different ' +
        'answer, or an error',
    )
    .optional(),
  uses: z
    .array(Use)
    .min(1)
    .describe('Rules for requests that use the feature and need no header')
    .optional(),
  availability: z.record(z.string(), allowList(AvailabilityClaim)).optional(),
  constraints: z.array(Constraint).min(1).optional(),
  substitutes: z.array(Substitute).min(1).optional(),
  models: z
    .strictObject({
      only: describeNames('Ids of models.yaml'),
      note: Localized.optional(),
      evidence,
    })
    .describe('The models that the documentation lists for the feature')
    .optional(),
  zdr: z
    .strictObject({ eligible: z.boolean(), note: Localized.optional(), evidence })
    .describe('Eligibility under zero data retention')
    .optional(),
  effects: z
    .array(Effect)
    .min(1)
    .describe(
      'Changes that a client must expect in the response: a new block, a field, a stop_reason',
    )
    .optional(),
  apiVersion: z
    .strictObject({
      from: date.describe('The first anthropic-version that has it'),
      note: Localized.optional(),
      evidence,
    })
    .describe('The first anthropic-version with the feature, or with its form without a header')
    .optional(),
  betas: z.array(Beta).min(1).describe('Oldest first'),
});

export type Family = z.infer<typeof Family>;
export type Audience = z.infer<typeof Audience>;
export type Constraint = z.infer<typeof Constraint>;
export type Substitute = z.infer<typeof Substitute>;
/** A feature file as it is written. */
export type FeatureSource = z.infer<typeof Feature>;
