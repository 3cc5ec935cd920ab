/** clients.yaml: programs that send betas by themselves, and variables that change which ones. */
import * as z from 'zod';
import { betaId, describeNames, describeText, evidence, Localized, link } from './values.ts';

export const ClientList = z.strictObject({
  clients: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
        title: z.string(),
        docs: link,
        variables: z
          .array(
            z.strictObject({
              name: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'the name of an environment variable'),
              value: describeText('The value that has the effect'),
              effect: Localized.describe('The change in the requests'),
              cost: Localized.describe('What no longer works').optional(),
              evidence,
            }),
          )
          .min(1)
          .describe('Environment variables that change which betas are sent'),
        sends: z
          .array(
            z.strictObject({
              beta: betaId,
              when: Localized.describe('When it is sent, if not always').optional(),
              loss: Localized.describe(
                'What stops working without it. Absent if no public source says so',
              ).optional(),
              off: describeNames(
                'The variables of this client that keep it from being sent',
              ).optional(),
              evidence,
            }),
          )
          .min(1)
          .describe(
            'The values that public sources saw it send, or that its documentation implies',
          ),
        evidence,
      }),
    )
    .min(1),
});

/** An entry of clients.yaml. */
export type ClientSource = z.infer<typeof ClientList>['clients'][number];
