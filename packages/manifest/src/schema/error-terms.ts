/** error-terms.yaml: expressions that the patterns of errors.yaml share. */
import * as z from 'zod';
import { describeText } from './values.ts';

export const TermList = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z-]*$/, 'write a name of lower-case letters and hyphens'),
        means: describeText('A description of what it matches'),
        pattern: describeText('A regular expression in RE2 syntax; `{name}` is a term above it'),
      }),
    )
    .min(1),
});

/** An entry of error-terms.yaml. */
export type TermSource = z.infer<typeof TermList>['terms'][number];
