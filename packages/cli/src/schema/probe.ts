/** The output of `probe --json`. */
import * as z from 'zod';
import { Platform } from './parts.ts';

const Result = z.strictObject({
  kind: z.enum(['beta', 'feature']),
  name: z.string(),
  betas: z.array(z.string()).describe('The betas that were sent'),
  endpoint: z.string().describe('The endpoint of the Claude API, whatever the path'),
  answer: z
    .enum(['accepted', 'rejected', 'unclear'])
    .describe('accepted: not refused; a platform may ignore what it accepts'),
  status: z.int().describe('The HTTP status; 0: no answer'),
  class: z.string().describe('The kind of the answer, such as unsupported'),
  row: z.string().describe('The wording of the manifest that matched').optional(),
  message: z.string().describe('The message, without ids and keys').optional(),
});

/** The answers of a platform. */
export const ProbeOutput = z.strictObject({
  platform: Platform,
  model: z.string(),
  day: z.string(),
  requests: z.int().describe('The number of requests that were sent'),
  results: z.array(Result),
  skipped: z.array(z.strictObject({ name: z.string(), why: z.string() })),
  stopped: z.string().describe('The reason, if it stopped early').optional(),
});

/** The output of `probe --json`. */
export type ProbeOutput = z.infer<typeof ProbeOutput>;
/** The answer about one name. */
export type ProbeResult = z.infer<typeof Result>;
