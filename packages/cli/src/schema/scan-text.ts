/** The output of the tool `scan_text`. */
import * as z from 'zod';
import { FindingKind, FindingLevel } from './parts.ts';

const Finding = z.strictObject({
  kind: FindingKind.describe('The verdict about the value'),
  level: FindingLevel,
  beta: z.string(),
  line: z.int(),
  column: z.int(),
  endColumn: z.int(),
  start: z.int().describe('The offset from 0, in UTF-16 units'),
  end: z.int(),
  place: z.string().describe('The use of the value, such as sent or comment'),
  message: z.string(),
  instead: z.string().describe('The value to write in its place').optional(),
  docs: z.string().optional(),
  fix: z
    .strictObject({ start: z.int(), end: z.int(), text: z.string() })
    .describe('An edit that is safe')
    .optional(),
});

/** The betas in a text. */
export const ScanTextOutput = z.strictObject({
  findings: z.array(Finding),
  problems: z.int().describe('The number of findings that are errors or warnings'),
});

/** The betas in a text. */
export type ScanTextOutput = z.infer<typeof ScanTextOutput>;
