/** platforms.yaml: the platforms on which Claude can be called. A new platform is an entry here. */
import { BETA_PLACEMENTS } from '@beta-headers/grammar';
import * as z from 'zod';
import {
  describeNames,
  describeText,
  endpoint,
  evidence,
  Localized,
  link,
  maybeEvidence,
} from './values.ts';

export const PlatformList = z.strictObject({
  platforms: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
        title: z.string(),
        summary: Localized,
        docs: link,
        operator: describeText('The operator: anthropic, aws, google, microsoft'),
        wire: z
          .enum(BETA_PLACEMENTS)
          .describe(
            'The place of betas: the anthropic-beta header, `anthropic_beta` of the body, or ' +
              '`additionalModelRequestFields.anthropic_beta`',
          ),
        wireNote: Localized.optional(),
        hosts: describeNames(
          'Host names of the platform; * matches one label or a part of one',
        ).optional(),
        bases: z
          .array(z.string().regex(/^(?:\/(?:[\w.-]+|\{\w+\}))+$/, 'write a path: /name/{variable}'))
          .min(1)
          .describe('Prefixes of its paths before /v1; {name} is any one segment. Default: none')
          .optional(),
        short: describeText('A short name for table headings').optional(),
        client: z
          .strictObject({
            package: describeText('The npm package of the official client'),
            name: describeText('Its class'),
            python: describeText('The class of the Python SDK'),
          })
          .describe('The official clients')
          .optional(),
        call: z
          .strictObject({
            base: describeText('The prefix of its own paths, with shell variables'),
            organization: describeText(
              'The same for /v1/organizations and /v1/user_profiles, if it differs',
            ).optional(),
            headers: describeNames('Authentication headers, with shell variables').optional(),
            signed: describeText(
              'The service name for AWS Signature Version 4, if requests are signed',
            ).optional(),
          })
          .describe('The address and authentication for calls without a client')
          .optional(),
        endpoints: z
          .array(
            z.strictObject({
              endpoint: endpoint.optional(),
              status: z.enum(['available', 'unavailable', 'unknown']),
              note: Localized.optional(),
              evidence: maybeEvidence,
            }),
          )
          .min(1)
          .describe(
            'The endpoints of the Claude API that exist there; the first match counts. With ' +
              '`like` the last entry may have a condition: the rest follows the other platform',
          )
          .optional(),
        like: z
          .strictObject({ platform: z.string(), note: Localized.optional(), evidence })
          .describe('Follows another platform where nothing else is claimed')
          .optional(),
        evidence,
      }),
    )
    .min(1),
});

/** An entry of platforms.yaml. */
export type PlatformSource = z.infer<typeof PlatformList>['platforms'][number];
