/** The output of `error --json`. */
import { ERROR_KINDS } from '@beta-headers/grammar';
import * as z from 'zod';
import { Platform } from './parts.ts';

/** The meaning of an error. */
export const ErrorOutput = z.strictObject({
  isAboutBetas: z.boolean(),
  kind: z.enum(ERROR_KINDS).optional(),
  betas: z.array(z.string()).describe('The betas that the error is about'),
  suspects: z.array(z.string()).describe('The betas that it may be about'),
  advice: z.string().optional(),
  misspelt: z
    .array(z.strictObject({ value: z.string(), means: z.string() }))
    .describe('The values of --sent that are no beta, with the nearest beta')
    .optional(),
  docs: z.string().optional(),
  platform: Platform.optional(),
  neededOn: z
    .array(Platform)
    .describe('The only platforms that need a missing beta; absent: all that have the feature')
    .optional(),
  absentOn: z
    .array(Platform)
    .describe('The platforms that do not have the feature of a missing beta')
    .optional(),
  status: z.int().optional(),
  row: z.string().describe('The wording of the manifest that matched').optional(),
});

/** The output of `error --json`. */
export type ErrorOutput = z.infer<typeof ErrorOutput>;
