/** api-versions.yaml: the values of the header anthropic-version. */
import * as z from 'zod';
import { SDK_LANGUAGES } from '../enums.ts';
import { date, evidence, Localized, link, Platform, version } from './values.ts';

export const ApiVersionList = z.strictObject({
  versions: z
    .array(
      z.strictObject({
        version: date,
        docs: link,
        platforms: z
          .array(Platform)
          .min(1)
          .describe('Where it can be sent. Absent if no source lists them')
          .optional(),
        note: Localized.describe('Conditions on the other platforms').optional(),
        sdk: z
          .partialRecord(z.enum(SDK_LANGUAGES), version)
          .describe('The first release of each official SDK that sends it by default')
          .optional(),
        changes: z
          .array(z.strictObject({ text: Localized, evidence }))
          .min(1)
          .describe('What a request or an answer under it must not have any more, or has now'),
        evidence,
      }),
    )
    .min(1),
});

/** An entry of api-versions.yaml. */
export type ApiVersionSource = z.infer<typeof ApiVersionList>['versions'][number];
