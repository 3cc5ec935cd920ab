/** The output of `explain --json`. */
import * as z from 'zod';
import { ErrorOutput } from './error.ts';
import { HeaderOutput } from './header.ts';
import { NonePart, Place, Platform } from './parts.ts';

const Decision = z.strictObject({
  beta: z.string().optional(),
  feature: z.string().optional(),
  reason: z.string().describe('The reason for the action, such as `needed`'),
  level: z.enum(['error', 'warn', 'debug']),
  action: z.enum([
    'sent',
    'added',
    'missing',
    'dropped',
    'stripped',
    'substituted',
    'refused',
    'ignored',
  ]),
  at: z.array(z.string()).describe('JSON pointers into the body').optional(),
  confidence: z.enum(['high', 'medium', 'low', 'disputed', 'unknown']).optional(),
  sends: z.string().describe('The value that is sent in its place, or the nearest name').optional(),
  conflictsWith: z.string().optional(),
  replaces: z.string().optional(),
  fix: z.string().describe('The code of the fix').optional(),
  dependsOn: z.enum(['model', 'form', 'form-and-model', 'endpoint']).optional(),
  until: z.string().optional(),
  docs: z.string().optional(),
  text: z.string().describe('The decision in words'),
  note: z.string().describe('What is known about a value that is no beta').optional(),
  places: z.array(Place).describe('The places of the decision in the text'),
});

const Corrected = z.strictObject({
  method: z.string(),
  url: z.string(),
  headers: z
    .array(z.tuple([z.string(), z.string()]))
    .describe('Credentials are replaced by [hidden]'),
  body: z.unknown().describe('The JSON body. Credentials are replaced by [hidden]').optional(),
});

const Plan = z.strictObject({
  platform: Platform,
  platformFrom: z
    .enum(['option', 'host', 'path', 'client', 'body', 'model', 'id', 'assumed'])
    .describe('The origin of the platform'),
  verdict: z.enum(['works', 'refused', 'unverified']),
  changed: z.boolean().describe('True if the header or the body has to change'),
  betas: z.array(z.string()),
  header: z.string().describe('The value of anthropic-beta; absent: send none').optional(),
  decisions: z.array(Decision),
  corrected: Corrected.describe('The request to send, if it has to change').optional(),
});

const Request = z.strictObject({
  format: z.string().describe('The format of the text, such as curl'),
  api: z.enum(['messages', 'batches', 'converse', 'openai', 'other']),
  method: z.string(),
  url: z.string(),
  at: Place,
  unknown: z
    .array(
      z.strictObject({
        part: z.string(),
        why: z.enum(['variable', 'file', 'stdin', 'form', 'missing']),
        at: Place.optional(),
      }),
    )
    .describe('The parts of the request that the text does not have'),
  plans: z.array(Plan).describe('One for each platform that was requested'),
  byPlatform: z
    .array(
      z.strictObject({
        platform: Platform,
        answer: z.enum(['works', 'changed', 'refused', 'unverified']),
      }),
    )
    .describe('The answer of every platform, if nothing in the text shows the platform')
    .optional(),
});

/** The kind of a text, and the answer of the engine. */
export const ExplainOutput = z.strictObject({
  kind: z.enum(['request', 'requests', 'betas', 'error', 'log', 'none']),
  findings: z.boolean().describe('True if something is refused or has to change'),
  requests: z.array(Request),
  more: z.int().describe('The number of requests that were left out').optional(),
  others: z.int().describe('The number of requests that go elsewhere').optional(),
  header: HeaderOutput.describe('The betas of a text without a request').optional(),
  error: ErrorOutput.optional(),
  none: NonePart.describe('The reason why the text is no request').optional(),
});

/** The output of `explain --json`. */
export type ExplainOutput = z.infer<typeof ExplainOutput>;
/** One request in it. */
export type RequestOutput = z.infer<typeof Request>;
/** The plan for one platform. */
export type PlanOutput = z.infer<typeof Plan>;
/** A decision of a plan. */
export type DecisionOutput = z.infer<typeof Decision>;
/** A request to send. */
export type CorrectedOutput = z.infer<typeof Corrected>;
