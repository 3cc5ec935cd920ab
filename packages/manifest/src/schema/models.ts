/** models.yaml: the model ids that rules and claims may name. */
import * as z from 'zod';
import { date, evidence, Platform } from './values.ts';

export const ModelList = z.strictObject({
  models: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        ids: z
          .record(Platform, z.string())
          .describe('Its name on the platforms whose documentation lists it')
          .optional(),
        retires: date
          .describe('The announced end of life. The model may still answer after it')
          .optional(),
        retired: date
          .describe('The day on which it ended on the platforms that Anthropic operates')
          .optional(),
        evidence,
      }),
    )
    .min(1),
});

/** An entry of models.yaml. */
export type ModelSource = z.infer<typeof ModelList>['models'][number];
