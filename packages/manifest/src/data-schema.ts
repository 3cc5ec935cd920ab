/** The shape of data.json, from which its JSON Schema is generated. */
import * as z from 'zod';
import {
  AcceptanceClaim,
  ApiVersionList,
  Audience,
  AvailabilityClaim,
  ClientList,
  Condition,
  Constraint,
  Effect,
  ErrorList,
  Event,
  Evidence,
  Family,
  Feature,
  Localized,
  ModelList,
  NotBetaList,
  PlatformList,
  Rule,
  SdkList,
  SourceList,
  Stage,
  Substitute,
  Use,
} from './schema/index.ts';

const nameSchema = <S extends z.ZodType>(id: string, schema: S): S => schema.meta({ id }) as S;
const describeList = <S extends z.ZodType>(what: string, schema: S) =>
  z.array(schema).describe(what);

const Text = nameSchema('Localized', z.strictObject(Localized.shape));
const Citation = nameSchema('Evidence', z.strictObject(Evidence.shape));
const evidence = describeList(
  'The sources of the fact; `source` is the id of an entry of `sources`',
  Citation,
);
const endpoint = describeList('METHOD /v1/path/{id}, any of these', z.string());
const describeIds = (what: string) => describeList(what, z.string());

const condition = { ...Condition.shape, endpoint: endpoint.optional() };
const PlainCondition = nameSchema('Condition', z.strictObject(condition));
const unless = PlainCondition.describe('The rule is not met if the request meets this').optional();
const UseRule = nameSchema(
  'Use',
  z.strictObject({ ...Use.shape, ...condition, unless, note: Text.optional() }),
);
const RequiresRule = nameSchema(
  'Rule',
  z.strictObject({ ...Rule.shape, ...condition, unless, note: Text.optional() }),
);

const derivedFrom = z
  .string()
  .describe('The platform from which the claim was copied, because of `like`')
  .optional();
const claim = {
  endpoint: endpoint.optional(),
  disputed: Text.optional(),
  note: Text.optional(),
  evidence,
  derivedFrom,
};
const Availability = nameSchema(
  'Availability',
  z.strictObject({ ...AvailabilityClaim.shape, ...claim }),
);
const Acceptance = nameSchema('Acceptance', z.strictObject({ ...AcceptanceClaim.shape, ...claim }));
const describeByPlatform = <S extends z.ZodType>(schema: S) =>
  z
    .record(z.string(), z.array(schema).min(1))
    .describe('By platform, for every platform. The first claim that applies counts');

const dated = nameSchema(
  'Event',
  z.strictObject({ ...Event.shape, note: Text.optional(), evidence }),
).optional();

const DataBeta = z.strictObject({
  id: z.string().describe('The exact header value'),
  feature: z.string().describe('The name of its feature'),
  date: z.string().describe('The date in the id, YYYY-MM-DD'),
  constant: z.string().describe('MCP_CLIENT_2025_11_20'),
  stage: Stage.describe('The stage on the Claude API'),
  undocumented: z.boolean(),
  independent: z.boolean().describe('No other date of its feature can replace it'),
  title: Text,
  summary: Text,
  docs: z.string(),
  supersededBy: z.string().optional(),
  supersedes: describeIds('The betas that name this one in `supersededBy`'),
  chosenFor: describeIds('The betas whose rules accept this one as a choice'),
  released: dated,
  graduated: dated,
  retired: dated,
  sdk: z.strictObject({
    since: z.record(z.string(), z.string()).describe('The first release that has it, by language'),
    deprecated: z.string().optional(),
    sends: describeIds('Endpoints to which the TypeScript SDK sends it although nothing needs it'),
  }),
  requires: describeList('A request that meets one of these rules needs the beta', RequiresRule),
  selects: Text.describe('The older response shape that it selects').optional(),
  selectsAt: describeIds('The endpoints whose answers have that shape'),
  acceptance: describeByPlatform(Acceptance),
  migration: z.string().optional(),
  notes: Text.optional(),
  review: describeIds('Open questions for a person to decide; empty in a release'),
  evidence,
  overlay: z
    .boolean()
    .describe("True if a user's overlay defines it, and not the published manifest"),
});

const constraintPart = z.union([
  PlainCondition,
  z.strictObject({ beta: z.string().describe('The request carries this value') }),
  z.strictObject({ absent: PlainCondition.describe('The request does not meet this') }),
]);

const DataFeature = z.strictObject({
  name: Feature.shape.feature,
  title: Text,
  summary: Text,
  family: Family,
  audience: Audience,
  docs: z.string(),
  notes: Text.optional(),
  betas: describeIds('Ids, oldest first'),
  default: Feature.shape.default,
  latest: z.string().describe('The newest beta that people may use'),
  uses: describeList(
    'A request that meets one of these rules uses the feature, with or without a header',
    UseRule,
  ),
  removal: Feature.shape.removal,
  availability: describeByPlatform(Availability),
  constraints: describeList(
    'Conditions that together are refused or have no effect',
    z.strictObject({
      ...Constraint.shape,
      all: z.array(constraintPart).min(1),
      note: Text.optional(),
      evidence,
    }),
  ),
  substitutes: describeList(
    'An equivalent request for platforms that refuse the original',
    z.strictObject({
      ...Substitute.shape,
      when: PlainCondition,
      unless: PlainCondition.optional(),
      note: Text.optional(),
      evidence,
    }),
  ),
  models: z
    .strictObject({ only: describeIds('Ids of `models`'), note: Text.optional(), evidence })
    .describe('The models that the documentation lists')
    .optional(),
  zdr: z
    .strictObject({ eligible: z.boolean(), note: Text.optional(), evidence })
    .describe('Eligibility under zero data retention')
    .optional(),
  effects: describeList(
    'Changes that a client must expect in the response',
    z.strictObject({ ...Effect.shape, text: Text, evidence }),
  ),
  apiVersion: z
    .strictObject({
      from: z.string().describe('The first anthropic-version that has it, YYYY-MM-DD'),
      note: Text.optional(),
      evidence,
    })
    .describe('The first anthropic-version with the feature, or with its form without a header')
    .optional(),
  overlay: z
    .boolean()
    .describe("True if a user's overlay defines it, and not the published manifest"),
});

const platform = PlatformList.shape.platforms.element.shape;
const DataPlatform = z.strictObject({
  ...platform,
  summary: Text,
  wireNote: Text.optional(),
  hosts: describeIds('Host names of the platform; * matches one label or a part of one'),
  bases: describeIds('Prefixes of its paths before /v1; {name} is any one segment'),
  endpoints: describeList(
    'The endpoints of the Claude API that exist there; the first match counts',
    z.strictObject({
      endpoint: endpoint.optional(),
      status: z.enum(['available', 'unavailable', 'unknown']),
      note: Text.optional(),
      evidence,
      derivedFrom,
    }),
  ),
  like: z
    .strictObject({ platform: z.string(), note: Text.optional(), evidence })
    .describe('Follows another platform where nothing else is claimed')
    .optional(),
  evidence,
});

const { also: _, ...notBeta } = NotBetaList.shape.notBetas.element.shape;
const DataNotBeta = z.strictObject({
  ...notBeta,
  id: z.string().describe('The value as published'),
  note: Text.describe('Advice on what to write instead, if `means` does not give it').optional(),
  evidence,
});

const apiVersion = ApiVersionList.shape.versions.element.shape;
const client = ClientList.shape.clients.element.shape;
const DataClient = z.strictObject({
  ...client,
  variables: describeList(
    'Environment variables that change which betas are sent',
    z.strictObject({
      ...client.variables.element.shape,
      effect: Text.describe('The change in the requests'),
      cost: Text.describe('What no longer works').optional(),
      evidence,
    }),
  ),
  sends: describeList(
    'The values that it sends, as far as public sources know',
    z.strictObject({
      ...client.sends.element.shape,
      when: Text.describe('When it is sent, if not always').optional(),
      loss: Text.describe('What stops working without it, if a source says so').optional(),
      evidence,
    }),
  ),
  evidence,
});

/** The schema of data.json. */
export const CatalogData = z
  .strictObject({
    schemaVersion: z.literal(2).describe('Increases when the meaning of a key changes'),
    features: describeList('By name', DataFeature),
    betas: describeList('By feature, then oldest first', DataBeta),
    platforms: describeList('In the order of platforms.yaml', DataPlatform),
    models: describeList(
      'By id',
      z.strictObject({ ...ModelList.shape.models.element.shape, evidence }),
    ),
    sources: describeList('By id', SourceList.shape.sources.element),
    fixes: describeList('By code', z.strictObject({ code: z.string(), text: Text })),
    notBetas: describeList('Values that look like betas and are not, by id', DataNotBeta),
    sdks: describeList(
      'The official SDKs in other languages, with the newest release that was read for `since`',
      z.strictObject({ ...SdkList.shape.sdks.element.shape, evidence }),
    ),
    clients: describeList(
      'Programs that send betas by themselves, in the order of clients.yaml',
      DataClient,
    ),
    apiVersions: describeList(
      'The values of anthropic-version, newest first',
      z.strictObject({
        ...apiVersion,
        note: Text.describe('Conditions on the other platforms').optional(),
        changes: describeList(
          'What a request or an answer under it must not have any more, or has now',
          z.strictObject({ text: Text, evidence }),
        ),
        evidence,
      }),
    ),
    errors: describeList(
      'The first row whose pattern matches counts',
      z.strictObject({ ...ErrorList.shape.errors.element.shape, evidence }),
    ),
    surface: z
      .strictObject({
        params: describeList('Keys of the body', z.string()),
        tools: describeList('Values of `tools[].type`', z.string()),
        blocks: describeList('Values of `type` in content, at any depth', z.string()),
      })
      .describe('Names that message params may have besides those in rules'),
    sdkReleases: describeList(
      'The releases of the TypeScript SDK that a beta names, with the days in its changelog',
      z.strictObject({ version: z.string(), date: z.string() }),
    ),
  })
  .describe('The manifest of the Claude API betas, version 2: data.json of @beta-headers/manifest');
