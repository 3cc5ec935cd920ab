/** fixes.yaml: advice for refused requests, by code. */
import * as z from 'zod';
import { Localized } from './values.ts';

export const FixList = z.strictObject({
  fixes: z.array(z.strictObject({ code: z.string(), text: Localized })).min(1),
});

/** An entry of fixes.yaml. */
export type FixSource = z.infer<typeof FixList>['fixes'][number];
