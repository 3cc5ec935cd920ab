/** The Catalog as JSON, its JSON Schema, and the JSON Schemas of the authored files. */
import { schemas } from '@beta-headers/manifest';
import { CatalogData } from '@beta-headers/manifest/data-schema';
import * as z from 'zod';
import type { Emitter } from '../../emitter.ts';

export const emitData: Emitter = ({ catalog }) => [
  { path: 'packages/manifest/data.json', content: toJson(catalog) },
  emitSchema('data', z.toJSONSchema(CatalogData)),
  ...Object.entries(schemas).map(([name, schema]) =>
    emitSchema(name, z.toJSONSchema(schema, { io: 'input' })),
  ),
];

const emitSchema = (name: string, schema: unknown) => ({
  path: `packages/manifest/schema/${name}.schema.json`,
  content: toJson(schema),
});

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
