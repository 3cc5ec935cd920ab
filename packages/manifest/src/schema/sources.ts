/** sources.yaml: the pages and packages that claims cite, each once for each day it was read. */
import * as z from 'zod';
import { date, describeText, link, version } from './values.ts';

export const SourceList = z.strictObject({
  sources: z
    .array(
      z.union([
        z.strictObject({
          id: z.string(),
          url: link,
          checked: date.describe('The day on which it was read'),
          copy: link.describe('A stored copy, if the page itself is gone or changes').optional(),
        }),
        z.strictObject({
          id: z.string(),
          package: describeText('An npm package, such as @anthropic-ai/sdk'),
          version,
          checked: date.optional(),
        }),
        z.strictObject({
          id: z.string(),
          internal: describeText('In an overlay only: a document or message, in words'),
          checked: date.optional(),
        }),
      ]),
    )
    .min(1),
});

/** An entry of sources.yaml. */
export type SourceEntry = z.infer<typeof SourceList>['sources'][number];
