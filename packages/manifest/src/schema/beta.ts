/** A beta of a feature file. */
import * as z from 'zod';
import { SDK_LANGUAGES, STAGES } from '../enums.ts';
import { AcceptanceClaim, allowList } from './claims.ts';
import { Rule } from './rules.ts';
import { betaId, date, describeNames, evidence, Localized, link, version } from './values.ts';

/** The stage of a beta on the Claude API. */
export const Stage = z.enum(STAGES);

/** A dated event in the life of a beta. */
export const Event = z.strictObject({
  date: date.optional(),
  note: Localized.optional(),
  evidence,
});

export const Beta = z.strictObject({
  id: betaId,
  stage: Stage,
  undocumented: z
    .literal(true)
    .describe('No official page or SDK symbol explains this value: claim nothing more')
    .optional(),
  supersededBy: betaId.optional(),
  independent: z
    .literal(true)
    .describe(
      'A different mechanism from the other dates of its feature: a caller that sends one of ' +
        'those still needs this one',
    )
    .optional(),
  title: Localized.describe('Only if it differs from the title of the feature').optional(),
  summary: Localized.describe('Two to four sentences on what this date adds or changes').optional(),
  docs: link.describe('Only if it differs from the page of the feature').optional(),
  released: Event.describe('When the header value began to work').optional(),
  graduated: Event.describe('When the feature stopped needing the header').optional(),
  retired: Event.describe('When the value stopped doing anything at all').optional(),
  sdk: z
    .strictObject({
      since: z
        .partialRecord(z.enum(SDK_LANGUAGES), version)
        .describe(
          'The first release of each official SDK that lists the value or, if none lists it, ' +
            'has it in its code',
        )
        .optional(),
      deprecated: version
        .describe('The release of @anthropic-ai/sdk whose changelog deprecates it')
        .optional(),
      sends: describeNames(
        'Endpoints whose SDK method still sends it by default although nothing needs it',
      ).optional(),
    })
    .optional(),
  requires: z.array(Rule).min(1).optional(),
  selects: Localized.describe(
    'legacy-shape only: the response shape that the header selects',
  ).optional(),
  selectsAt: describeNames('legacy-shape only: the endpoints whose shape it selects').optional(),
  acceptance: z.record(z.string(), allowList(AcceptanceClaim)).optional(),
  migration: link.optional(),
  notes: Localized.optional(),
  review: describeNames('Open questions for a person to decide; they block a release').optional(),
  evidence,
});

export type Stage = z.infer<typeof Stage>;
/** A beta as it is written in a feature file. */
export type BetaSource = z.infer<typeof Beta>;
