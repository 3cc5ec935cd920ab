/** The Catalog as JSON, and the JSON Schemas that complete the authored YAML in an editor. */
import * as z from 'zod';
import { Feature, ModelList, PlatformList, SurfaceIgnore } from '../../../../../packages/manifest/src/schema.ts';
import type { Emitter } from '../../emitter.ts';

const SCHEMAS = { feature: Feature, models: ModelList, platforms: PlatformList, 'surface-ignore': SurfaceIgnore };

export const emitData: Emitter = ({ catalog }) => [
  { path: 'packages/manifest/data.json', content: json(catalog) },
  ...Object.entries(SCHEMAS).map(([name, schema]) => ({
    path: `packages/manifest/schema/${name}.schema.json`,
    content: json(z.toJSONSchema(schema, { io: 'input' })),
  })),
];

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
