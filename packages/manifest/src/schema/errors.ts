/** errors.yaml: every known wording of an error about betas. */
import { ERROR_ADVICE, ERROR_KINDS } from '@beta-headers/grammar';
import * as z from 'zod';
import { describeText, evidence } from './values.ts';

export const ErrorList = z.strictObject({
  errors: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z
          .enum([...ERROR_KINDS, 'unrelated'])
          .describe('`unrelated`: not about betas, and no later row is tried'),
        pattern: describeText(
          'A case-insensitive regular expression in RE2 syntax. `{name}` is a term. A group ' +
            'marks how the beta is named: list, feature, path, tag, value, allowed, limit, leaked',
        ),
        unless: describeText('The same; if it matches, the row does not').optional(),
        per: z
          .literal('sentence')
          .describe('The sentences are read one by one, not the message as a whole')
          .optional(),
        named: z.literal(true).describe('The row applies only if the text names a beta').optional(),
        betas: z
          .array(z.string())
          .min(1)
          .describe('The betas that the wording is about')
          .optional(),
        advice: z
          .enum(ERROR_ADVICE)
          .describe('The advice, if it differs from that of the kind')
          .optional(),
        platforms: z
          .array(z.string())
          .min(1)
          .describe('The platforms on which it was observed')
          .optional(),
        status: z.array(z.number().int().min(400).max(599)).min(1).optional(),
        language: z.string().describe('BCP 47, if the wording is not English').optional(),
        example: describeText('A message as observed'),
        evidence,
      }),
    )
    .min(1),
});

/** An entry of errors.yaml. */
export type ErrorSource = z.infer<typeof ErrorList>['errors'][number];
