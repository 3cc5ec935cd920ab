/** The shape of data.json, for readers in any language: the JSON Schema is made from it. */
import * as z from 'zod';
import {
  AcceptanceClaim,
  Audience,
  AvailabilityClaim,
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
} from './schema.ts';

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
const unless = PlainCondition.describe('Not met where the request meets this').optional();
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
  .describe('The platform whose claim this is; it holds here because of `like`')
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
    .describe('By platform, every platform: of the list the first claim that applies counts');

const dated = nameSchema(
  'Event',
  z.strictObject({ ...Event.shape, note: Text.optional(), evidence }),
).optional();

const DataBeta = z.strictObject({
  id: z.string().describe('The exact header value'),
  feature: z.string().describe('The name of its feature'),
  date: z.string().describe('The date in the id, YYYY-MM-DD'),
  constant: z.string().describe('MCP_CLIENT_2025_11_20'),
  stage: Stage.describe('How far it has come on the Claude API'),
  undocumented: z.boolean(),
  independent: z.boolean().describe('Another date of its feature does not do instead'),
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
    since: z.record(z.string(), z.string()).describe('By language: the first release that has it'),
    deprecated: z.string().optional(),
    sends: describeIds('Endpoints that the TypeScript SDK sends it to without need'),
  }),
  requires: describeList('What needs it', RequiresRule),
  selects: Text.describe('The older response shape that it selects').optional(),
  selectsAt: describeIds('The endpoints whose answers have that shape'),
  acceptance: describeByPlatform(Acceptance),
  migration: z.string().optional(),
  notes: Text.optional(),
  review: describeIds('What a person must still decide; empty in a release'),
  evidence,
  overlay: z.boolean().describe('A folder of the user, not the published manifest, defines it'),
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
    'What uses the feature, header or not: what is written, then all `requires`',
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
    'An equivalent way where a platform refuses the first',
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
    .describe('Whether the feature may be used under zero data retention')
    .optional(),
  effects: describeList(
    'What a client must expect in the answer',
    z.strictObject({ ...Effect.shape, text: Text, evidence }),
  ),
  apiVersion: z
    .strictObject({
      from: z.string().describe('The first anthropic-version that has it, YYYY-MM-DD'),
      note: Text.optional(),
      evidence,
    })
    .describe('The feature, or its form without a header, exists from this anthropic-version on')
    .optional(),
  overlay: z.boolean().describe('A folder of the user, not the published manifest, defines it'),
});

const platform = PlatformList.shape.platforms.element.shape;
const DataPlatform = z.strictObject({
  ...platform,
  summary: Text,
  wireNote: Text.optional(),
  hosts: describeIds('Host names that are this platform; * stands for one label or a part of one'),
  bases: describeIds('What comes before /v1 in its paths; {name} is any one segment'),
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
  id: z.string().describe('The value as it is shown'),
  note: Text.describe('What to write instead, where `means` does not say it').optional(),
  evidence,
});

/** The schema of data.json. */
export const CatalogData = z
  .strictObject({
    schemaVersion: z.literal(2).describe('Grows when the meaning of a key changes'),
    features: describeList('By name', DataFeature),
    betas: describeList('By feature, then oldest first', DataBeta),
    platforms: describeList('In the order of platforms.yaml', DataPlatform),
    models: describeList(
      'By id',
      z.strictObject({ ...ModelList.shape.models.element.shape, evidence }),
    ),
    sources: describeList('By id', SourceList.shape.sources.element),
    fixes: describeList('By code', z.strictObject({ code: z.string(), text: Text })),
    notBetas: describeList('By id: values that look like betas and are none', DataNotBeta),
    sdks: describeList(
      'The official SDKs in other languages, and the release up to which `since` was looked for',
      z.strictObject({ ...SdkList.shape.sdks.element.shape, evidence }),
    ),
    errors: describeList(
      'The first whose pattern matches counts',
      z.strictObject({ ...ErrorList.shape.errors.element.shape, evidence }),
    ),
    surface: z
      .strictObject({
        params: describeList('Keys of the body', z.string()),
        tools: describeList('Values of `tools[].type`', z.string()),
        blocks: describeList('Values of `type` in content, at any depth', z.string()),
      })
      .describe('What message params may have, beside what rules name'),
  })
  .describe('The manifest of the Claude API betas, version 2: data.json of @beta-headers/manifest');
