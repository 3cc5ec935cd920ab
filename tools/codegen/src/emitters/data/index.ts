/** The Catalog as JSON, and the JSON Schemas that complete the authored YAML in an editor. */
import { schemas } from '@beta-headers/manifest';
import * as z from 'zod';
import type { Emitter } from '../../emitter.ts';

export const emitData: Emitter = ({ catalog }) => [
  { path: 'packages/manifest/data.json', content: json(catalog) },
  ...Object.entries(schemas).map(([name, schema]) => ({
    path: `packages/manifest/schema/${name}.schema.json`,
    content: json(z.toJSONSchema(schema, { io: 'input' })),
  })),
];

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
