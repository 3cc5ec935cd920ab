/**
 * The shape of the authored files: one YAML file per feature, and the lists beside them. Values
 * that can be computed (dates in ids, constant names, order, reverse links) are not authored.
 */
import * as z from 'zod';
import { AUDIENCES, FAMILIES, NOT_BETA_REASONS, REMOVALS, SDK_LANGUAGES, STAGES } from './enums.ts';

const describeText = (what: string) => z.string().trim().min(1).describe(what);
const describeNames = (what: string) => z.array(z.string().min(1)).min(1).describe(what);

/** One text in both languages of the site. */
export const Localized = z
  .strictObject({ en: describeText('English'), id: describeText('Indonesian') })
  .describe('The same text in English and in Indonesian. Indonesian is optional in an overlay.');

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as YYYY-MM-DD')
  .describe('A calendar date, YYYY-MM-DD');
const version = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, 'write a version as MAJOR.MINOR.PATCH')
  .describe('A version, MAJOR.MINOR.PATCH');
/** A name before the host can pose as a host, and the other characters can end an attribute. */
const PLAIN_LINK = /^https?:\/\/[^\s\p{Cc}"'`<>\\@/?#]+(?:[/?#][^\s\p{Cc}"'`<>\\]*)?$/u;
const LINK_ADVICE =
  'write an https link that anyone can open, without a user name, quotes, < >, \\, spaces and line breaks';
const link = z
  .string()
  .check(
    // `url` alone would remove line breaks.
    z.regex(PLAIN_LINK, { error: LINK_ADVICE, abort: true }),
    z.url({ protocol: /^https?$/, error: LINK_ADVICE }),
  )
  .describe('An https link that anyone can open; in an overlay also http and hosts of your own');
const betaId = z.string().describe('The exact header value, such as mcp-client-2025-11-20');

/** The id of a platform, as platforms.yaml lists it. */
export const Platform = z.string().describe('The id of a platform in platforms.yaml');
/** The stage of a beta on the Claude API. */
export const Stage = z.enum(STAGES);
/** The subject of a feature, for grouping. */
export const Family = z.enum(FAMILIES);
/** The audience of a feature, by which lists are ordered. */
export const Audience = z.enum(AUDIENCES);

/** A citation: a source of sources.yaml, the place in it, and what it says there. */
export const Evidence = z.strictObject({
  source: describeText('The id of an entry of sources.yaml'),
  at: describeText(
    'The place in it: an anchor, a declaration of an SDK, a section of a changelog',
  ).optional(),
  says: describeText('A summary of what it says there, in your own words').optional(),
});
const evidence = z.array(Evidence).min(1).describe('The sources of this, at least one');
const maybeEvidence = z.array(Evidence).describe('The sources of this, empty only for unknown');

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const endpoint = z
  .union([z.string(), z.array(z.string()).min(1)])
  .describe(
    'METHOD /v1/path/{id}. "* /v1/agents/**" is every method on that path and below. Without it, ' +
      'a rule with `at` is about message params: POST /v1/messages, POST ' +
      '/v1/messages/count_tokens and each item of POST /v1/messages/batches',
  );

const place = {
  at: describeText(
    'A path into the JSON body: names joined by dots, [] for every element, ** for any depth of ' +
      'nested content. On a GET or DELETE endpoint: a parameter of the query',
  ).optional(),
  is: scalar.describe('The value there is exactly this').optional(),
  in: z.array(scalar).min(2).describe('The value there is one of these').optional(),
  nonEmpty: z.literal(true).describe('The list, object or text there is not empty').optional(),
  above: z.number().describe('The number there is greater than this').optional(),
  where: z
    .record(z.string(), scalar)
    .describe('Siblings of the last name of `at`: each must have exactly this value')
    .optional(),
  endpoint: endpoint.optional(),
  model: describeNames(
    'Only for these models (ids of models.yaml); dated and platform forms count too',
  ).optional(),
  platform: z.array(Platform).min(1).describe('Only on these platforms').optional(),
  apiVersion: date.describe('Only under this anthropic-version or an earlier one').optional(),
};

type Place = { [key in keyof typeof place]?: unknown };
const hasPlace = (rule: Place): boolean => rule.at !== undefined || rule.endpoint !== undefined;
const listTests = (rule: Place): unknown[] =>
  [rule.is, rule.in, rule.nonEmpty, rule.above].filter((test) => test !== undefined);
const hasOneTest = (rule: Place): boolean => listTests(rule).length <= 1;
const hasPlaceForTests = (rule: Place): boolean =>
  rule.at !== undefined ||
  !hasPlace(rule) ||
  (listTests(rule).length === 0 && rule.where === undefined);
const NEEDS_PLACE = 'a rule needs `at`, `endpoint` or both';
const ONE_TEST = 'use at most one of is, in, nonEmpty, above';
const TEST_NEEDS_AT = 'is, in, nonEmpty, above and where need `at`';

/** A condition on a request, without a beta. */
export const Condition = z
  .strictObject(place)
  .refine(hasPlace, NEEDS_PLACE)
  .refine(hasOneTest, ONE_TEST)
  .refine(hasPlaceForTests, TEST_NEEDS_AT);

/** A rule of `uses`: the request uses the feature. Every rule of `requires` is a use as well. */
export const Use = z
  .strictObject({
    ...place,
    unless: Condition.describe('Not a use where the request meets this').optional(),
    shape: describeText(
      'A name for this form of the feature, for claims to refer to. Default: the literal value ' +
        'that was found',
    ).optional(),
    note: Localized.optional(),
  })
  .refine(hasPlace, NEEDS_PLACE)
  .refine(hasOneTest, ONE_TEST)
  .refine(hasPlaceForTests, TEST_NEEDS_AT);

/** A rule of `requires`: a request that meets it needs the beta. */
export const Rule = z
  .strictObject({
    ...place,
    unless: Condition.describe('Not needed where the request meets this').optional(),
    choice: z
      .array(betaId)
      .min(2)
      .describe(
        'Any of these betas satisfies the rule. One that is sent or required anyway does; else ' +
          'the first that the platform accepts is added',
      )
      .optional(),
    shape: describeText('A name for this form of the feature, for claims to refer to').optional(),
    note: Localized.optional(),
  })
  .refine(hasPlace, NEEDS_PLACE)
  .refine(hasOneTest, ONE_TEST)
  .refine(hasPlaceForTests, TEST_NEEDS_AT);

const claim = {
  models: describeNames('Only for these models (ids of models.yaml)').optional(),
  endpoint: endpoint.optional(),
  until: date.describe('The last day on which this holds').optional(),
  confidence: z
    .enum(['high', 'medium', 'low'])
    .describe('high: an official source says so explicitly; low: a single observation')
    .optional(),
  disputed: Localized.describe('The contradicting statements of the sources').optional(),
  note: Localized.optional(),
  evidence: maybeEvidence,
};

/** A claim about a feature on a platform. In a list, the first claim that applies counts. */
export const AvailabilityClaim = z.strictObject({
  status: z
    .enum(['available', 'unavailable', 'no-effect', 'unknown'])
    .describe('no-effect: the request is accepted, and the feature is silently ignored'),
  ...claim,
  shape: describeNames(
    'Only for these forms of the feature, by the `shape` of its uses',
  ).optional(),
  needs: z
    .array(z.enum(['entitlement', 'org-policy']))
    .min(1)
    .describe('Further requirements for an organization')
    .optional(),
  label: z
    .enum(['ga', 'beta', 'preview'])
    .describe("The label on the platform's own page, for display only")
    .optional(),
  fix: describeText('A code of fixes.yaml: what to do instead').optional(),
});

/** A claim about a header value on a platform. In a list, the first claim that applies counts. */
export const AcceptanceClaim = z.strictObject({
  status: z.enum(['accepted', 'ignored', 'rejected', 'unknown']),
  ...claim,
  instead: z
    .array(
      z.strictObject({
        for: describeText('The name of a feature that the request uses'),
        send: betaId.describe('The value that the platform accepts for it'),
      }),
    )
    .min(1)
    .describe('The values that the platform accepts instead, by feature')
    .optional(),
});

const allowList = <S extends z.ZodType>(schema: S) =>
  z
    .union([schema, z.array(schema).min(1)])
    .describe('One claim, or a list in which the first match counts');

/** A dated event in the life of a beta. */
export const Event = z.strictObject({
  date: date.optional(),
  note: Localized.optional(),
  evidence,
});

/** Conditions that together are refused, or have no effect. */
export const Constraint = z.strictObject({
  all: z
    .array(
      z.union([
        Condition,
        z.strictObject({ beta: betaId.describe('The request carries this value') }),
        z.strictObject({ absent: Condition.describe('The request does not meet this') }),
      ]),
    )
    .min(1),
  outcome: z.union([z.literal(400), z.literal('no-effect')]),
  fix: describeText('A code of fixes.yaml').optional(),
  note: Localized.optional(),
  evidence,
});

/** An equivalent request for platforms that refuse the original. */
export const Substitute = z.strictObject({
  on: z.array(Platform).min(1),
  when: Condition,
  unless: Condition.optional(),
  remove: describeText('The path to remove from the body'),
  send: betaId,
  note: Localized.optional(),
  evidence,
});

/** A change that a client must expect in the response if a feature is used. */
export const Effect = z.strictObject({
  at: describeText(
    'A path into the response, as in rules: content[].type. Omit it if the whole changes',
  ).optional(),
  text: Localized.describe('The change, in a sentence or two'),
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

export const Feature = z.strictObject({
  feature: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
    .describe('The name of the feature; the file has the same name'),
  title: Localized,
  summary: Localized.describe('Two to four sentences on its purpose and its effect'),
  family: Family.describe('The group on pages; optional in an overlay'),
  audience: Audience.describe('The audience; optional in an overlay').optional(),
  docs: link,
  notes: Localized.optional(),
  default: betaId
    .describe(
      "The beta that betas('feature') means. It changes only in a major release. Default in an " +
        'overlay: the newest',
    )
    .optional(),
  removal: z
    .enum(REMOVALS)
    .describe(
      'The effect of removing the feature from a request: only cost or speed, a different ' +
        'answer, or an error',
    )
    .optional(),
  uses: z
    .array(Use)
    .min(1)
    .describe('Rules for requests that use the feature and need no header')
    .optional(),
  availability: z.record(z.string(), allowList(AvailabilityClaim)).optional(),
  constraints: z.array(Constraint).min(1).optional(),
  substitutes: z.array(Substitute).min(1).optional(),
  models: z
    .strictObject({
      only: describeNames('Ids of models.yaml'),
      note: Localized.optional(),
      evidence,
    })
    .describe('The models that the documentation lists for the feature')
    .optional(),
  zdr: z
    .strictObject({ eligible: z.boolean(), note: Localized.optional(), evidence })
    .describe('Eligibility under zero data retention')
    .optional(),
  effects: z
    .array(Effect)
    .min(1)
    .describe(
      'Changes that a client must expect in the response: a new block, a field, a stop_reason',
    )
    .optional(),
  apiVersion: z
    .strictObject({
      from: date.describe('The first anthropic-version that has it'),
      note: Localized.optional(),
      evidence,
    })
    .describe('The first anthropic-version with the feature, or with its form without a header')
    .optional(),
  betas: z.array(Beta).min(1).describe('Oldest first'),
});

/** models.yaml: the model ids that rules and claims may name. */
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

/** platforms.yaml: the platforms on which Claude can be called. A new platform is an entry here. */
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
          .enum(['header', 'body', 'converse'])
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

/** sources.yaml: the pages and packages that claims cite, each once for each day it was read. */
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

/** fixes.yaml: advice for refused requests, by code. */
export const FixList = z.strictObject({
  fixes: z.array(z.strictObject({ code: z.string(), text: Localized })).min(1),
});

/** The reason why a value is no beta. */
export const NotBetaReason = z
  .enum(NOT_BETA_REASONS)
  .describe(
    'invented: no beta has this name; misspelt: a beta has it with another date or spelling; ' +
      'withdrawn: it was a beta in the past; other-product: it belongs to another product ' +
      'or field; unconfirmed: programs send it, but no official source documents it',
  );

/** not-betas.yaml: values that public code or pages use as betas although they are not. */
export const NotBetaList = z.strictObject({
  notBetas: z
    .array(
      z
        .strictObject({
          id: betaId.describe('The value as published; entries are sorted by id'),
          also: describeNames('Other values of the same kind, sorted').optional(),
          reason: NotBetaReason,
          means: betaId.describe('The beta that was probably meant').optional(),
          note: Localized.describe(
            'Advice on what to write instead, if `means` does not give it',
          ).optional(),
          evidence,
        })
        .refine(
          ({ means, note }) => means !== undefined || note !== undefined,
          'say what to write instead: `means`, `note` or both',
        ),
    )
    .min(1),
});

/** error-terms.yaml: expressions that the patterns of errors.yaml share. */
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

/** errors.yaml: every known wording of an error about betas. */
export const ErrorList = z.strictObject({
  errors: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z
          .enum([
            'unsupported',
            'unsupported-unnamed',
            'missing',
            'not-enrolled',
            'empty-header',
            'conflict',
            'limited',
            'unrelated',
          ])
          .describe('`unrelated`: not about betas, and no later row is tried'),
        pattern: describeText(
          'A case-insensitive regular expression in RE2 syntax. `{name}` is a term. A group ' +
            'marks how the beta is named: list, feature, path, tag, value, allowed, limit, leaked',
        ),
        unless: describeText('The same; if it matches, the row does not').optional(),
        per: z
          .literal('sentence')
          .describe('The sentences are read one by one, not the message as a whole')
          .optional(),
        named: z.literal(true).describe('The row applies only if the text names a beta').optional(),
        betas: z
          .array(z.string())
          .min(1)
          .describe('The betas that the wording is about')
          .optional(),
        advice: z
          .enum(['unused', 'leaked', 'token', 'method', 'renamed', 'policy', 'all'])
          .describe('The advice, if it differs from that of the kind')
          .optional(),
        platforms: z
          .array(z.string())
          .min(1)
          .describe('The platforms on which it was observed')
          .optional(),
        status: z.array(z.number().int().min(400).max(599)).min(1).optional(),
        language: z.string().describe('BCP 47, if the wording is not English').optional(),
        example: describeText('A message as observed'),
        evidence,
      }),
    )
    .min(1),
});

/** sdks.yaml: the official SDKs in other languages, as far as their releases were read. */
export const SdkList = z.strictObject({
  sdks: z
    .array(
      z.strictObject({
        language: z.enum(SDK_LANGUAGES).exclude(['typescript']),
        package: describeText('The package that people install'),
        newest: version.describe(
          'The newest release that was read for `sdk.since`. It lacks the values without a version',
        ),
        evidence,
      }),
    )
    .min(1),
});

/** clients.yaml: programs that send betas by themselves, and variables that change which ones. */
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

/** api-versions.yaml: the values of the header anthropic-version. */
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

/** surface-ignore.yaml: names of the beta params that the GA params lack and no rule covers. */
export const SurfaceIgnore = z.strictObject({
  ignore: z.array(
    z.strictObject({
      entry: z.string(),
      reason: describeText(
        'The reason why no header is needed, or why the request does not show it',
      ),
    }),
  ),
});

/**
 * surface-known.yaml: names that message params may have although the SDK does not declare them,
 * and endpoints that neither a method of the SDK nor a platform has.
 */
export const SurfaceKnown = z.strictObject({
  known: z
    .array(
      z.strictObject({
        name: describeText(
          'A key of the body, a value of `tools[].type`, a `type` of content, or an endpoint',
        ),
        kind: z
          .enum(['param', 'tool', 'block', 'endpoint'])
          .describe('endpoint: METHOD /v1/path, which no method of the SDK and no platform has'),
        evidence,
      }),
    )
    .min(1),
});

/** overlay.yaml: the names that the packages get which are built with an overlay. */
export const OverlaySettings = z.strictObject({
  scope: z
    .string()
    .regex(/^@[a-z0-9][a-z0-9._-]*$/, 'write a scope of npm, such as @acme')
    .refine((scope) => scope !== '@beta-headers', 'write a scope that your organization owns')
    .describe('The npm scope of your organization, such as @acme'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, 'write a version as MAJOR.MINOR.PATCH')
    .describe('The version of your packages, apart from the public one'),
  registry: z
    .url({ protocol: /^https?$/, error: 'write the address of a registry' })
    .describe('The only registry that npm publishes them to')
    .optional(),
});

/** The schema of each kind of authored file, by the name of the JSON Schema that is published. */
export const schemas = {
  feature: Feature,
  models: ModelList,
  platforms: PlatformList,
  sources: SourceList,
  fixes: FixList,
  'not-betas': NotBetaList,
  errors: ErrorList,
  'error-terms': TermList,
  sdks: SdkList,
  clients: ClientList,
  'api-versions': ApiVersionList,
  'surface-ignore': SurfaceIgnore,
  'surface-known': SurfaceKnown,
  overlay: OverlaySettings,
};

export type Platform = z.infer<typeof Platform>;
export type Stage = z.infer<typeof Stage>;
export type Family = z.infer<typeof Family>;
export type Audience = z.infer<typeof Audience>;
export type Localized = z.infer<typeof Localized>;
export type Evidence = z.infer<typeof Evidence>;
export type Condition = z.infer<typeof Condition>;
export type Use = z.infer<typeof Use>;
export type Rule = z.infer<typeof Rule>;
export type AvailabilityClaim = z.infer<typeof AvailabilityClaim>;
export type AcceptanceClaim = z.infer<typeof AcceptanceClaim>;
export type Constraint = z.infer<typeof Constraint>;
export type Substitute = z.infer<typeof Substitute>;
export type SdkLanguage = (typeof SDK_LANGUAGES)[number];
/** A beta as it is written in a feature file. */
export type BetaSource = z.infer<typeof Beta>;
/** A feature file as it is written. */
export type FeatureSource = z.infer<typeof Feature>;
/** A feature's claims as they are written: one, or a list. */
export type Authored<C> = Readonly<Record<string, C | C[]>>;
/** An entry of platforms.yaml. */
export type PlatformSource = z.infer<typeof PlatformList>['platforms'][number];
/** An entry of models.yaml. */
export type ModelSource = z.infer<typeof ModelList>['models'][number];
/** An entry of sources.yaml. */
export type SourceEntry = z.infer<typeof SourceList>['sources'][number];
/** An entry of fixes.yaml. */
export type FixSource = z.infer<typeof FixList>['fixes'][number];
/** The reason why a value is no beta. */
export type NotBetaReason = z.infer<typeof NotBetaReason>;
/** An entry of not-betas.yaml. */
export type NotBetaSource = z.infer<typeof NotBetaList>['notBetas'][number];
/** An entry of sdks.yaml. */
export type SdkSource = z.infer<typeof SdkList>['sdks'][number];
/** An entry of clients.yaml. */
export type ClientSource = z.infer<typeof ClientList>['clients'][number];
/** An entry of api-versions.yaml. */
export type ApiVersionSource = z.infer<typeof ApiVersionList>['versions'][number];
/** An entry of surface-known.yaml. */
export type KnownSource = z.infer<typeof SurfaceKnown>['known'][number];
/** The content of an overlay.yaml. */
export type OverlaySettings = z.infer<typeof OverlaySettings>;
/** An entry of error-terms.yaml. */
export type TermSource = z.infer<typeof TermList>['terms'][number];
/** An entry of errors.yaml. */
export type ErrorSource = z.infer<typeof ErrorList>['errors'][number];
