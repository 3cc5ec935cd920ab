/** The shape of the published data, made from the shapes that people write, and its JSON Schemas. */
import { type Catalog, PLATFORMS, schemas } from '@beta-headers/manifest';
import * as z from 'zod';

const authored = schemas.feature.shape;
const source = authored.betas.element.shape;
const rule = source.opens.unwrap().element.shape;
const claim = source.platforms.unwrap().valueType;
const released = source.released;
const ids = z.array(z.string());

const Rule = z
  .strictObject({ ...rule, endpoint: z.array(z.string()).min(1).optional() })
  .describe('What in a request needs the beta');

const Beta = z
  .strictObject({
    id: source.id,
    feature: z.string().describe('The name of its feature'),
    date: z.string().describe('The date in the id, YYYY-MM-DD'),
    constant: z.string().describe('The name of its constant, MCP_CLIENT_2025_11_20'),
    stage: source.stage,
    undocumented: z.boolean(),
    independent: z.boolean(),
    title: authored.title,
    summary: authored.summary,
    docs: authored.docs,
    supersededBy: z.string().optional(),
    supersedes: ids.describe('The betas that name this one in `supersededBy`'),
    chosenFor: ids.describe('The betas whose rules accept this one as a choice'),
    released,
    graduated: source.graduated,
    retired: source.retired,
    sdk: z.strictObject({ ...source.sdk.unwrap().shape, sends: ids }),
    opens: z.array(Rule),
    formerly: z.array(Rule).optional(),
    selects: source.selects,
    selectsAt: ids,
    models: source.models,
    platforms: z.strictObject(
      Object.fromEntries(PLATFORMS.map((platform) => [platform, claim])) as Record<
        (typeof PLATFORMS)[number],
        typeof claim
      >,
    ),
    conflicts: z.array(source.conflicts.unwrap().element),
    traps: z.array(source.traps.unwrap().element),
    migration: source.migration,
    notes: source.notes,
    review: ids,
    evidence: source.evidence,
    overlay: z.boolean(),
  })
  .describe('A beta: one dated value of the anthropic-beta header');

const Feature = z
  .strictObject({
    name: authored.feature,
    title: authored.title,
    summary: authored.summary,
    family: authored.family,
    docs: authored.docs,
    notes: authored.notes,
    betas: ids.describe('Ids, oldest first'),
    latest: z.string().describe('The newest beta that people may use'),
    overlay: z.boolean(),
  })
  .describe('A feature: the capability that a row of betas opens');

const platform = schemas.platforms.shape.platforms.element;
const model = schemas.models.shape.models.element;
const envelope = {
  version: z.string().describe('The version of the packages that this was published with'),
  schemaVersion: z.literal(1),
};

const Whole = z
  .strictObject({
    ...envelope,
    features: z.array(Feature),
    betas: z.array(Beta),
    platforms: z.array(platform),
    models: z.array(model),
  })
  .describe('Everything that the manifest says');

/** Each published file by name, `/data/v1/<name>.json`, and what one beta's and one feature's page is as JSON. */
const shapes = {
  catalog: Whole,
  betas: z.strictObject({ ...envelope, betas: z.array(Beta) }),
  features: z.strictObject({ ...envelope, features: z.array(Feature) }),
  platforms: z.strictObject({ ...envelope, platforms: z.array(platform) }),
  models: z.strictObject({ ...envelope, models: z.array(model) }),
  beta: z.strictObject({ ...envelope, beta: Beta }),
  feature: z.strictObject({ ...envelope, feature: Feature, betas: z.array(Beta) }),
};
export type DataName = keyof typeof shapes;
export const DATA_NAMES: readonly DataName[] = Object.keys(shapes) as DataName[];

/** What the Catalog is to the compiler, the schema must be too. */
type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Loose<T[K]> }
    : T;
type CatalogFitsSchema =
  Catalog extends Loose<Omit<z.infer<typeof Whole>, 'version'>> ? true : never;
void (true satisfies CatalogFitsSchema);

/** The JSON Schema (2020-12) of a published file. */
export function jsonSchema(name: DataName, address: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(shapes[name], {
    reused: 'ref',
    io: 'output',
  }) as Record<string, unknown>;
  return { $schema, $id: address, title: `beta-headers ${name}`, ...schema };
}
