/**
 * The shape of what people write: one YAML file a feature, and the three lists beside them.
 * Everything that can be computed (dates in ids, constant names, order, reverse links) is absent here on purpose.
 */
import * as z from 'zod';
import { FAMILIES, PLATFORMS, STAGES } from './vocabulary.ts';

export { FAMILIES, PLATFORMS, STAGES };

/** Where a request goes. */
export const Platform = z.enum(PLATFORMS);

/** How far a beta has come. */
export const Stage = z.enum(STAGES);

/** What a feature is about, for grouping. */
export const Family = z.enum(FAMILIES);

const text = (what: string) => z.string().trim().min(1).describe(what);
/** One text in both languages of the site. */
export const Localized = z
  .strictObject({ en: text('English'), id: text('Indonesian') })
  .describe('The same text in English and in Indonesian. The two may not be equal.');

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as YYYY-MM-DD')
  .describe('A calendar date, YYYY-MM-DD');
const version = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, 'write an SDK version as MAJOR.MINOR.PATCH')
  .describe('A version of @anthropic-ai/sdk');
const link = z
  .url({ protocol: /^https$/, error: 'write an https link that anyone can open' })
  .describe('An https link that anyone can open');
const betaId = z.string().describe('The exact header value, such as mcp-client-2025-11-20');

/** A public page, and the day it was read. */
export const PageEvidence = z.strictObject({
  url: link,
  checked: date.describe('The day somebody read this source'),
  says: text(
    'What the source says, in our own words; add it wherever the link alone is not obvious',
  ).optional(),
});
/** A symbol or a changelog section of a published SDK release. */
export const SdkEvidence = z
  .strictObject({
    sdk: version,
    package: text(
      'Another package than @anthropic-ai/sdk that shows it, such as @anthropic-ai/bedrock-sdk',
    ).optional(),
    symbol: text(
      'A declaration, such as MessageCreateParamsBase.mcp_servers or AnthropicBeta',
    ).optional(),
    changelog: version.describe('The section of CHANGELOG.md that says so').optional(),
    says: text('What it says, in our own words').optional(),
  })
  .refine(
    (e) => e.symbol !== undefined || e.changelog !== undefined,
    'name the symbol or the changelog section that shows it',
  );
/** Where a fact comes from. */
export const Evidence = z.union([PageEvidence, SdkEvidence]);
const evidence = z.array(Evidence).min(1).describe('Where this comes from; at least one source');

/** A rule: what in a request needs the beta. */
export const Rule = z
  .strictObject({
    at: text(
      'A path into the JSON body: names joined by dots, [] for every element, ** for any depth of nested content. On a GET or DELETE endpoint: a parameter of the query',
    ).optional(),
    is: z
      .union([z.string(), z.number(), z.boolean()])
      .describe('The value there is exactly this')
      .optional(),
    in: z
      .array(z.union([z.string(), z.number()]))
      .min(2)
      .describe('The value there is one of these')
      .optional(),
    nonEmpty: z.literal(true).describe('The list, object or text there is not empty').optional(),
    above: z.number().describe('The number there is greater than this').optional(),
    endpoint: z
      .union([z.string(), z.array(z.string()).min(1)])
      .describe(
        'METHOD /v1/path/{id}. "* /v1/agents/**" is every method on that path and below. A rule with `at` and no endpoint is about ' +
          'message params: POST /v1/messages, POST /v1/messages/count_tokens and each item of POST /v1/messages/batches',
      )
      .optional(),
    model: z
      .array(z.string())
      .min(1)
      .describe(
        'Only for these models (ids of models.yaml); dated and platform forms of an id count as it',
      )
      .optional(),
    platform: z.array(Platform).min(1).describe('Only on these platforms').optional(),
    apiVersion: date.describe('Only under this anthropic-version or an earlier one').optional(),
    choice: z
      .array(betaId)
      .min(2)
      .describe(
        'Any one of these betas satisfies the rule; the first that the platform accepts is added when the caller sent none',
      )
      .optional(),
    note: Localized.optional(),
  })
  .refine(
    (r) => r.at !== undefined || r.endpoint !== undefined,
    'a rule needs `at`, `endpoint` or both',
  )
  .refine(
    (r) => [r.is, r.in, r.nonEmpty, r.above].filter((t) => t !== undefined).length <= 1,
    'use at most one of is, in, nonEmpty, above',
  )
  .refine(
    (r) =>
      r.at !== undefined ||
      r.endpoint === undefined ||
      [r.is, r.in, r.nonEmpty, r.above].every((t) => t === undefined),
    'is, in, nonEmpty and above need `at`',
  );

/** What one platform does with the header value. */
export const PlatformClaim = z.strictObject({
  accepts: z
    .union([
      z.boolean(),
      z.literal('unknown'),
      z.strictObject({ as: betaId.describe('The name that this platform knows it under') }),
      z.strictObject({
        models: z
          .array(z.string())
          .min(1)
          .describe('Accepted with these models (ids of models.yaml), rejected with others'),
      }),
    ])
    .describe('true, false, unknown, { as: other-beta } or { models: [...] }'),
  confidence: z
    .enum(['high', 'medium', 'low'])
    .describe('high: an official source says so in words; low: one observation')
    .optional(),
  disputed: Localized.describe('Sources contradict each other: what each of them says').optional(),
  note: Localized.optional(),
  evidence: z.array(Evidence),
});

const Event = z.strictObject({ date: date.optional(), note: Localized.optional(), evidence });

/** Two betas that an endpoint refuses together. */
export const Conflict = z.strictObject({
  with: betaId,
  endpoint: z.string().optional(),
  answer: z.number().int().min(400).max(599).describe('The HTTP status that the API answers'),
  note: Localized.optional(),
  evidence,
});

/** A combination in the body that the API refuses even with the header. */
export const Trap = z.strictObject({
  at: z.string().describe('The path of what is refused'),
  is: z.union([z.string(), z.number(), z.boolean()]).optional(),
  together: z.string().describe('The path of what it may not stand beside').optional(),
  model: z.array(z.string()).min(1).optional(),
  platform: z.array(Platform).min(1).optional(),
  answer: z.number().int().min(400).max(599).optional(),
  note: Localized,
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
      'Another mechanism than the other dates of its feature: a caller who sent one of those still needs this one',
    )
    .optional(),
  title: Localized.describe('Only where it differs from the title of the feature').optional(),
  summary: Localized.describe('What this date adds or changes, two to four sentences').optional(),
  docs: link.describe('Only where it differs from the page of the feature').optional(),
  released: Event.describe('When the header value began to work').optional(),
  graduated: Event.describe('When the feature stopped needing the header').optional(),
  retired: Event.describe('When the value stopped doing anything at all').optional(),
  sdk: z
    .strictObject({
      since: version
        .describe('The first release whose AnthropicBeta union has the value')
        .optional(),
      deprecated: version.describe('The release whose changelog deprecates it').optional(),
      sends: z
        .array(z.string())
        .min(1)
        .describe('Endpoints whose SDK method still sends it by default though nothing needs it')
        .optional(),
    })
    .optional(),
  opens: z.array(Rule).min(1).optional(),
  formerly: z
    .array(Rule)
    .min(1)
    .describe(
      'What it opened before it graduated, or opens for official clients alone: no request is told to carry it, yet errors still speak of it',
    )
    .optional(),
  selects: Localized.describe(
    'legacy-shape only: the response shape that the header selects',
  ).optional(),
  selectsAt: z
    .array(z.string())
    .min(1)
    .describe('legacy-shape only: the endpoints whose shape it selects')
    .optional(),
  models: z
    .strictObject({ only: z.array(z.string()).min(1), note: Localized.optional(), evidence })
    .describe('Models that know the feature, where it matters')
    .optional(),
  platforms: z.partialRecord(Platform, PlatformClaim).optional(),
  conflicts: z.array(Conflict).min(1).optional(),
  traps: z.array(Trap).min(1).optional(),
  migration: link.optional(),
  notes: Localized.optional(),
  review: z
    .array(z.string())
    .min(1)
    .describe('What a person must still decide; blocks a release')
    .optional(),
  evidence,
});

export const Feature = z.strictObject({
  feature: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
    .describe('The name of the feature; the file has the same name'),
  title: Localized,
  summary: Localized.describe('Two to four sentences: what it is for and what it gives'),
  family: Family,
  docs: link,
  notes: Localized.optional(),
  betas: z.array(Beta).min(1).describe('Oldest first'),
});

/** models.yaml: the model ids that rules and claims may name. */
export const ModelList = z.strictObject({
  models: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        retires: date
          .describe('The end of life that was announced; past it the model may still answer')
          .optional(),
        retired: date
          .describe('The day it ended on the platforms that Anthropic operates')
          .optional(),
        evidence,
      }),
    )
    .min(1),
});

/** platforms.yaml: what a reader should know of each platform. */
export const PlatformList = z.strictObject({
  platforms: z
    .array(
      z.strictObject({
        id: Platform,
        title: z.string(),
        summary: Localized,
        docs: link,
        placement: z.enum(['header', 'body']).describe('Where the betas go on the wire'),
        placementNote: Localized.optional(),
        evidence,
      }),
    )
    .length(PLATFORMS.length),
});

/** surface-ignore.yaml: what beta params have, GA params have not, and no rule covers. */
export const SurfaceIgnore = z.strictObject({
  ignore: z.array(
    z.strictObject({
      entry: z.string(),
      reason: text('Why no header is needed, or why it cannot be told from the request'),
    }),
  ),
});

/** The schema of each kind of authored file, by the name of the JSON Schema that is published from it. */
export const schemas = {
  feature: Feature,
  models: ModelList,
  platforms: PlatformList,
  'surface-ignore': SurfaceIgnore,
};

export type Platform = z.infer<typeof Platform>;
export type Stage = z.infer<typeof Stage>;
export type Family = z.infer<typeof Family>;
export type Localized = z.infer<typeof Localized>;
export type Evidence = z.infer<typeof Evidence>;
export type Rule = z.infer<typeof Rule>;
export type PlatformClaim = z.infer<typeof PlatformClaim>;
export type Conflict = z.infer<typeof Conflict>;
export type Trap = z.infer<typeof Trap>;
/** A beta as it is written in a feature file. */
export type BetaSource = z.infer<typeof Beta>;
/** A feature file as it is written. */
export type FeatureSource = z.infer<typeof Feature>;
