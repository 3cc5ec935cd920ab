/** The output of `scan --format json`. */
import * as z from 'zod';
import { FindingKind, FindingLevel } from './parts.ts';

const count = z.int().nonnegative();
const position = z.int().positive();

const Finding = z.strictObject({
  path: z.string().describe('With forward slashes'),
  line: position,
  column: position.describe('In UTF-16 units'),
  endColumn: position,
  kind: FindingKind,
  level: FindingLevel,
  beta: z.string().describe('The value; absent for a comment that ignores').optional(),
  place: z
    .enum([
      'sent',
      'value',
      'key',
      'table',
      'type',
      'comparison',
      'comment',
      'prose',
      'changelog',
      'output',
      'test',
      'ignore-comment',
    ])
    .describe('The use of the value'),
  message: z.string(),
  instead: z.string().describe('The value to consider in its place').optional(),
  docs: z.string().optional(),
  fixable: z.boolean(),
  fix: z
    .strictObject({ start: count, end: count, text: z.string() })
    .describe('The edit of --fix; offsets count UTF-16 units from 0')
    .optional(),
});

/** The findings of a scan. */
export const ScanOutput = z.strictObject({
  schemaVersion: z.literal(1),
  version: z.string().describe('The version of beta-headers'),
  platforms: z.array(z.string()).describe('The platforms of the project'),
  fileCount: count.describe('The number of files that were read'),
  findings: z.array(Finding),
  skipped: z.array(
    z.strictObject({ path: z.string(), reason: z.enum(['too-large', 'binary', 'not-utf8']) }),
  ),
});

/** The findings of a scan. */
export type ScanOutput = z.infer<typeof ScanOutput>;
