/** The output of `env --json`. */
import * as z from 'zod';
import { Platform } from './parts.ts';

const Variable = z.strictObject({
  name: z.string(),
  value: z.string(),
  purpose: z.string(),
  cost: z.string().describe('The price of setting it').optional(),
  source: z
    .strictObject({ url: z.string(), read: z.string().describe('The day, as 2026-11-30') })
    .describe('The page that documents it'),
});

/** The variables of a client on a platform. */
export const EnvOutput = z.strictObject({
  client: z.string(),
  platform: Platform,
  url: z.string().describe('The address of the gateway').optional(),
  set: z.array(Variable),
  unset: z.array(z.string()).describe('Variables that would choose another platform'),
  own: z.array(Variable).describe('To set to values of your own; the value is an example'),
  optional: z.array(Variable).describe('For use without a gateway, if the platform refuses'),
});

/** The output of `env --json`. */
export type EnvOutput = z.infer<typeof EnvOutput>;
