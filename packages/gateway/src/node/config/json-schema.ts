/** Makes the JSON schema of the configuration file, which editors use. */
import * as z from 'zod';
import { ConfigFile } from './schema.ts';

/** A text with a variable or a file, in place of any value. */
const REFERENCE: z.core.JSONSchema.BaseSchema = { type: 'string', pattern: '\\$\\{' };

/** Returns the JSON schema, as it is in `schema/gateway.schema.json`. */
export function makeJsonSchema(): object {
  const schema = z.toJSONSchema(ConfigFile, {
    io: 'input',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      const { type } = zodSchema._zod.def;
      const isLimited = jsonSchema.pattern !== undefined;
      if (!isLimited && type !== 'number' && type !== 'boolean' && type !== 'enum') return;
      const limits: z.core.JSONSchema.BaseSchema = {};
      for (const key of ['type', 'enum', 'minimum', 'maximum', 'pattern'] as const) {
        if (jsonSchema[key] !== undefined) Object.assign(limits, { [key]: jsonSchema[key] });
        delete jsonSchema[key];
      }
      jsonSchema.anyOf = [
        limits,
        // YAML reads `on` and `off` as texts.
        ...(type === 'boolean' ? [{ enum: ['on', 'off'] }] : []),
        REFERENCE,
      ];
    },
  });
  return { title: 'Configuration of the gateway of beta-headers', ...schema };
}
