/** not-betas.yaml: values that public code or pages use as betas although they are not. */
import * as z from 'zod';
import { NOT_BETA_REASONS } from '../enums.ts';
import { betaId, describeNames, evidence, Localized } from './values.ts';

/** The reason why a value is no beta. */
export const NotBetaReason = z
  .enum(NOT_BETA_REASONS)
  .describe(
    'invented: no beta has this name; misspelt: a beta has it with another date or spelling; ' +
      'withdrawn: it was a beta in the past; other-product: it belongs to another product ' +
      'or field; unconfirmed: programs send it, but no official source documents it',
  );

export const NotBetaList = z.strictObject({
  notBetas: z
    .array(
      z
        .strictObject({
          id: betaId.describe('The value as published; entries are sorted by id'),
          also: describeNames('Other values of the same kind, sorted').optional(),
          reason: NotBetaReason,
          means: betaId.describe('The beta that was probably meant').optional(),
          note: Localized.describe(
            'Advice on what to write instead, if `means` does not give it',
          ).optional(),
          evidence,
        })
        .refine(
          ({ means, note }) => means !== undefined || note !== undefined,
          'say what to write instead: `means`, `note` or both',
        ),
    )
    .min(1),
});

/** The reason why a value is no beta. */
export type NotBetaReason = z.infer<typeof NotBetaReason>;
/** An entry of not-betas.yaml. */
export type NotBetaSource = z.infer<typeof NotBetaList>['notBetas'][number];
