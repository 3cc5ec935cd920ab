/** The shapes of the published files and their JSON Schemas, made from the shape of data.json. */
import type { Catalog } from '@beta-headers/manifest';
import { CatalogData } from '@beta-headers/manifest/data-schema';
import * as z from 'zod';

const { features, betas, platforms, models, sources, fixes, notBetas, errors } = CatalogData.shape;
const envelope = {
  version: z.string().describe('The version of the packages that this was published with'),
  schemaVersion: CatalogData.shape.schemaVersion,
};

/**
 * Each published file by name, `/data/v2/<name>.json`, and what the pages of one beta and of one
 * feature are as JSON.
 */
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
  beta: z.strictObject({ ...envelope, beta: betas.element, sources }),
  feature: z.strictObject({ ...envelope, feature: features.element, betas, sources }),
};
export type DataName = keyof typeof shapes;
export const DATA_NAMES: readonly DataName[] = Object.keys(shapes) as DataName[];

/** What the Catalog is to the compiler, the schema must be too. */
type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Loose<T[K]> }
    : T;
type CatalogFitsSchema = Catalog extends Loose<z.infer<typeof CatalogData>> ? true : never;
void (true satisfies CatalogFitsSchema);

/** The JSON Schema (2020-12) of a published file. */
export function makeJsonSchema(name: DataName, address: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(shapes[name], {
    reused: 'ref',
    io: 'output',
  }) as Record<string, unknown>;
  return { $schema, $id: address, title: `beta-headers ${name}`, ...schema };
}

/** The keys of an entry of the data, with what the schema says about each. */
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

/** The lists of data.json and the parts that they share, key by key. */
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
