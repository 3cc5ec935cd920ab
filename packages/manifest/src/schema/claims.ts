/** The claims about a platform: the availability of a feature, the acceptance of a value. */
import { ACCEPTANCE_STATUSES, AVAILABILITY_STATUSES } from '@beta-headers/grammar';
import * as z from 'zod';
import {
  betaId,
  date,
  describeNames,
  describeText,
  endpoint,
  Localized,
  maybeEvidence,
} from './values.ts';

const claim = {
  models: describeNames('Only for these models (ids of models.yaml)').optional(),
  endpoint: endpoint.optional(),
  until: date.describe('The last day on which this holds').optional(),
  confidence: z
    .enum(['high', 'medium', 'low'])
    .describe('high: an official source says so explicitly; low: a single observation')
    .optional(),
  disputed: Localized.describe('The contradicting statements of the sources').optional(),
  note: Localized.optional(),
  evidence: maybeEvidence,
};

/** A claim about a feature on a platform. In a list, the first claim that applies counts. */
export const AvailabilityClaim = z.strictObject({
  status: z
    .enum(AVAILABILITY_STATUSES)
    .describe('no-effect: the request is accepted, and the feature is silently ignored'),
  ...claim,
  shape: describeNames(
    'Only for these forms of the feature, by the `shape` of its uses',
  ).optional(),
  needs: z
    .array(z.enum(['entitlement', 'org-policy']))
    .min(1)
    .describe('Further requirements for an organization')
    .optional(),
  label: z
    .enum(['ga', 'beta', 'preview'])
    .describe("The label on the platform's own page, for display only")
    .optional(),
  fix: describeText('A code of fixes.yaml: what to do instead').optional(),
});

/** A claim about a header value on a platform. In a list, the first claim that applies counts. */
export const AcceptanceClaim = z.strictObject({
  status: z.enum(ACCEPTANCE_STATUSES),
  ...claim,
  instead: z
    .array(
      z.strictObject({
        for: describeText('The name of a feature that the request uses'),
        send: betaId.describe('The value that the platform accepts for it'),
      }),
    )
    .min(1)
    .describe('The values that the platform accepts instead, by feature')
    .optional(),
});

/** Allows one claim, or a list of them. */
export const allowList = <S extends z.ZodType>(schema: S) =>
  z
    .union([schema, z.array(schema).min(1)])
    .describe('One claim, or a list in which the first match counts');

export type AvailabilityClaim = z.infer<typeof AvailabilityClaim>;
export type AcceptanceClaim = z.infer<typeof AcceptanceClaim>;
/** A feature's claims as they are written: one, or a list. */
export type Authored<C> = Readonly<Record<string, C | C[]>>;
