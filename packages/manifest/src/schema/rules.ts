/** The one form of a rule: a condition on a request. */
import * as z from 'zod';
import {
  betaId,
  date,
  describeNames,
  describeText,
  endpoint,
  Localized,
  Platform,
} from './values.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const place = {
  at: describeText(
    'A path into the JSON body: names joined by dots, [] for every element, ** for any depth of ' +
      'nested content. On a GET or DELETE endpoint: a parameter of the query',
  ).optional(),
  is: scalar.describe('The value there is exactly this').optional(),
  in: z.array(scalar).min(2).describe('The value there is one of these').optional(),
  nonEmpty: z.literal(true).describe('The list, object or text there is not empty').optional(),
  above: z.number().describe('The number there is greater than this').optional(),
  where: z
    .record(z.string(), scalar)
    .describe('Siblings of the last name of `at`: each must have exactly this value')
    .optional(),
  endpoint: endpoint.optional(),
  model: describeNames(
    'Only for these models (ids of models.yaml); dated and platform forms count too',
  ).optional(),
  platform: z.array(Platform).min(1).describe('Only on these platforms').optional(),
  apiVersion: date.describe('Only under this anthropic-version or an earlier one').optional(),
};

type Place = { [key in keyof typeof place]?: unknown };
const hasPlace = (rule: Place): boolean => rule.at !== undefined || rule.endpoint !== undefined;
const listTests = (rule: Place): unknown[] =>
  [rule.is, rule.in, rule.nonEmpty, rule.above].filter((test) => test !== undefined);
const hasOneTest = (rule: Place): boolean => listTests(rule).length <= 1;
const hasPlaceForTests = (rule: Place): boolean =>
  rule.at !== undefined ||
  !hasPlace(rule) ||
  (listTests(rule).length === 0 && rule.where === undefined);
const NEEDS_PLACE = 'a rule needs `at`, `endpoint` or both';
const ONE_TEST = 'use at most one of is, in, nonEmpty, above';
const TEST_NEEDS_AT = 'is, in, nonEmpty, above and where need `at`';

/** A condition on a request, without a beta. */
export const Condition = z
  .strictObject(place)
  .refine(hasPlace, NEEDS_PLACE)
  .refine(hasOneTest, ONE_TEST)
  .refine(hasPlaceForTests, TEST_NEEDS_AT);

/** A rule of `uses`: the request uses the feature. Every rule of `requires` is a use as well. */
export const Use = z
  .strictObject({
    ...place,
    unless: Condition.describe('Not a use where the request meets this').optional(),
    shape: describeText(
      'A name for this form of the feature, for claims to refer to. Default: the literal value ' +
        'that was found',
    ).optional(),
    note: Localized.optional(),
  })
  .refine(hasPlace, NEEDS_PLACE)
  .refine(hasOneTest, ONE_TEST)
  .refine(hasPlaceForTests, TEST_NEEDS_AT);

/** A rule of `requires`: a request that meets it needs the beta. */
export const Rule = z
  .strictObject({
    ...place,
    unless: Condition.describe('Not needed where the request meets this').optional(),
    choice: z
      .array(betaId)
      .min(2)
      .describe(
        'Any of these betas satisfies the rule. One that is sent or required anyway does; else ' +
          'the first that the platform accepts is added',
      )
      .optional(),
    shape: describeText('A name for this form of the feature, for claims to refer to').optional(),
    note: Localized.optional(),
  })
  .refine(hasPlace, NEEDS_PLACE)
  .refine(hasOneTest, ONE_TEST)
  .refine(hasPlaceForTests, TEST_NEEDS_AT);

export type Condition = z.infer<typeof Condition>;
export type Use = z.infer<typeof Use>;
export type Rule = z.infer<typeof Rule>;
