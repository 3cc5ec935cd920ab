/** The JSON Schemas of the published files, which are made from the schema of data.json. */
import type { Catalog } from '@beta-headers/manifest';
import { CatalogData } from '@beta-headers/manifest/data-schema';
import * as z from 'zod';
import { NEED_KINDS } from './need/answer.ts';
import { ANSWERS, LIMITS } from './need/placement.ts';

const { features, betas, platforms, models, sources, fixes, notBetas, errors } = CatalogData.shape;
const envelope = {
  version: z.string().describe('The version of the packages that this was published with'),
  schemaVersion: CatalogData.shape.schemaVersion,
};

const need = z
  .strictObject({
    kind: z.enum(NEED_KINDS),
    since: z.string().optional().describe('The day since which the value is not needed'),
    by: z.array(z.string()).describe('The betas that took its place, the nearest first'),
    text: z.strictObject({ en: z.string(), id: z.string() }),
  })
  .describe('Is the header needed?');
const placement = z
  .array(
    z.strictObject({
      platform: z.string(),
      answer: z.enum(ANSWERS),
      send: z
        .array(z.strictObject({ value: z.string(), for: z.string().optional() }))
        .describe('The values to send there'),
      in: z.enum(['header', 'body']).optional(),
      field: z.string().optional().describe('The header, or the path of the list in the body'),
      rejects: z.boolean().describe('The platform answers the value of this page with an error'),
      limitedBy: z.array(z.enum(LIMITS)).describe('It holds for some of these only'),
      models: z.array(z.string()).describe('The models with which the value is needed'),
      disputed: z.boolean().describe('Sources contradict each other'),
    }),
  )
  .describe('What to send on each platform, and in which part of the request');

/** The schemas of the files `/data/v2/<name>.json`, and of the JSON of one beta or feature. */
const shapes = {
  catalog: z
    .strictObject({ ...envelope, ...CatalogData.shape })
    .describe('Everything that the manifest says'),
  betas: z.strictObject({ ...envelope, betas }),
  features: z.strictObject({ ...envelope, features }),
  platforms: z.strictObject({ ...envelope, platforms }),
  models: z.strictObject({ ...envelope, models }),
  sources: z.strictObject({ ...envelope, sources }),
  fixes: z.strictObject({ ...envelope, fixes }),
  'not-betas': z.strictObject({ ...envelope, notBetas }),
  errors: z.strictObject({ ...envelope, errors }),
  beta: z.strictObject({ ...envelope, need, placement, beta: betas.element, sources }),
  feature: z.strictObject({
    ...envelope,
    need,
    placement,
    feature: features.element,
    betas,
    sources,
  }),
};
export type DataName = keyof typeof shapes;
export const DATA_NAMES: readonly DataName[] = Object.keys(shapes) as DataName[];

/** Makes the compiler check that the type of the Catalog fits the schema. */
type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Loose<T[K]> }
    : T;
type CatalogFitsSchema = Catalog extends Loose<z.infer<typeof CatalogData>> ? true : never;
void (true satisfies CatalogFitsSchema);

/** Makes the JSON Schema (2020-12) of a published file. */
export function makeJsonSchema(name: DataName, address: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(shapes[name], {
    reused: 'ref',
    io: 'output',
  }) as Record<string, unknown>;
  return { $schema, $id: address, title: `beta-headers ${name}`, ...schema };
}

/** The keys of an entry of the data, with their descriptions in the schema. */
export interface DocumentedKeys {
  readonly name: string;
  readonly keys: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly description: string | undefined;
  }[];
}

interface Node {
  readonly $ref?: string;
  readonly id?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly $defs?: Readonly<Record<string, Node>>;
}

/** Lists the keys of every entry of data.json, and of the parts that entries share. */
export function listDocumentedKeys(): DocumentedKeys[] {
  const schema = z.toJSONSchema(CatalogData, { io: 'output' }) as unknown as Node;
  const lists = Object.entries(schema.properties ?? {});
  const entries = lists.flatMap(([name, { items }]): [string, Node][] =>
    items?.properties ? [[`${name}[]`, items]] : [],
  );
  const parts = Object.entries(schema.$defs ?? {}).filter(([, { properties }]) => properties);
  return [['data.json', schema] as [string, Node], ...entries, ...parts].map(([name, node]) => ({
    name,
    keys: listKeys(node, schema.$defs ?? {}),
  }));
}

function listKeys(node: Node, parts: Readonly<Record<string, Node>>): DocumentedKeys['keys'] {
  return Object.entries(node.properties ?? {}).map(([name, value]) => ({
    name,
    required: node.required?.includes(name) ?? false,
    description: value.description ?? findPart(value, parts)?.description,
  }));
}

const findPart = ({ $ref, items }: Node, parts: Readonly<Record<string, Node>>): Node | undefined =>
  parts[($ref ?? items?.$ref ?? '').split('/').at(-1) ?? ''];
