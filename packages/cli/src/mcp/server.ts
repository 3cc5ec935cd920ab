/** The server of the tools for agents. It reads no file and sends nothing. */
import type { Platform } from '@beta-headers/core';
import { PLATFORMS } from '@beta-headers/core';
import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { explainText } from '../explain/explain-text.ts';
import { formatExplanation } from '../explain/format.ts';
import { TEXTS } from '../explain/texts.ts';
import { createOutput } from '../output.ts';
import { ExplainOutput } from '../schema/explain.ts';
import { FindOutput } from '../schema/find.ts';
import { ScanTextOutput } from '../schema/scan-text.ts';
import { findSubjects, formatSubjects } from './find-subjects.ts';

/** The largest text that a tool takes, in UTF-16 units. */
const MAX_TEXT = 2_000_000;

const text = z
  .string()
  .max(MAX_TEXT)
  .describe('A JSON body, cURL command, code, HAR, raw HTTP, list of betas, error or log');
const platform = z.enum(PLATFORMS).describe('The platform; default: found in the text').optional();
const language = z.enum(['en', 'id']).describe('The language of the answer').default('en');

const ANNOTATIONS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

/** Options of the server. */
export interface ServerOptions {
  readonly version: string;
  /** Returns the current day. */
  readonly today: () => string;
}

/** Creates the server with its tools. */
export function createServer({ version, today }: ServerOptions): McpServer {
  const server = new McpServer(
    { name: 'beta-headers', title: 'Beta headers of the Claude API', version },
    {
      capabilities: { tools: {} },
      instructions:
        'Before you write an anthropic-beta header, look it up with find_beta: many names in ' +
        'public code were never betas, or need no header any more. explain_request says if a ' +
        'request works on its platform, and what makes it work. scan_text checks code. All are ' +
        'offline and read-only.',
    },
  );
  registerExplain(server, today);
  registerFind(server, today);
  registerScan(server, today);
  return server;
}

const ExplainInput = z.strictObject({
  text,
  platform,
  allPlatforms: z.boolean().describe('Answer for every platform').default(false),
  mode: z.enum(['repair', 'strict', 'observe', 'gateway']).default('repair'),
  language,
});

function registerExplain(server: McpServer, today: () => string): void {
  server.registerTool(
    'explain_request',
    {
      title: 'Explain a request to Claude',
      description:
        'Says if a request to Claude works on its platform (Claude API, Bedrock, Vertex, ' +
        'Foundry, …), which betas it needs, and what to change. Takes any text with a request, ' +
        'a list of betas or an error.',
      inputSchema: ExplainInput,
      outputSchema: ExplainOutput,
      annotations: { title: 'Explain a request to Claude', ...ANNOTATIONS },
    },
    async ({ allPlatforms, platform: given, mode, language: code, text: value }) => {
      if (allPlatforms && given !== undefined)
        return toFailure('Give either platform or allPlatforms, not both.');
      const requested: Platform | 'all' | undefined = allPlatforms ? 'all' : given;
      const settings = { platform: requested, mode, language: code, today: today() };
      const output = await explainText(value, settings);
      if (output.none)
        return toFailure(`${TEXTS[code].noRequest} ${output.none.why} ${output.none.hint}`);
      return toResult(output, formatExplanation(output, { language: code, colors: PLAIN }));
    },
  );
}

const FindInput = z.strictObject({
  query: z
    .string()
    .min(1)
    .max(200)
    .describe('The id of a beta, the name of a feature, or words: "fast mode"'),
  platform: z.enum(PLATFORMS).describe('Only what this platform accepts or has').optional(),
  limit: z.int().min(1).max(20).default(5),
});

function registerFind(server: McpServer, today: () => string): void {
  server.registerTool(
    'find_beta',
    {
      title: 'Find a beta of the Claude API',
      description:
        'Finds betas and features by id, name or words: if the header is needed, its stage, ' +
        'where it works, what to write instead, and the sources.',
      inputSchema: FindInput,
      outputSchema: FindOutput,
      annotations: { title: 'Find a beta of the Claude API', ...ANNOTATIONS },
    },
    ({ query, platform: given, limit }) => {
      const output = findSubjects(query, { platform: given, limit, today: today() });
      if (output.results.length > 0) return toResult(output, formatSubjects(output, PLAIN));
      const hint = output.nearest === undefined ? '' : ` Did you mean ${output.nearest}?`;
      return toFailure(`No beta and no feature matches ${JSON.stringify(query)}.${hint}`);
    },
  );
}

const ScanInput = z.strictObject({
  text: z.string().max(MAX_TEXT).describe('The content of one file'),
  path: z.string().min(1).max(1000).describe('The name of the file, which decides its language'),
  platforms: z
    .array(z.enum(PLATFORMS))
    .min(1)
    .describe('The platforms of the project; default: the Claude API')
    .optional(),
  failWithin: z
    .int()
    .min(0)
    .max(3650)
    .describe('Reports values that end within this number of days')
    .optional(),
});

function registerScan(server: McpServer, today: () => string): void {
  server.registerTool(
    'scan_text',
    {
      title: 'Scan code for betas',
      description:
        'Finds the betas in the text of one file (code, configuration, Markdown) and says which ' +
        'are out of date, misspelt, invented or not available on the platforms of the project.',
      inputSchema: ScanInput,
      outputSchema: ScanTextOutput,
      annotations: { title: 'Scan code for betas', ...ANNOTATIONS },
    },
    async ({ text: content, path, platforms, failWithin }) => {
      const [{ scanText, needsTrial }, { findLanguage }, { findParsable }] = await Promise.all([
        import('../scan/index.ts'),
        import('../scan/languages/index.ts'),
        import('../scan/node/try-parser.ts'),
      ]);
      if (!findLanguage(path))
        return toFailure(
          `The language of ${JSON.stringify(path)} is not known; give a name such as main.py.`,
        );
      const findings = scanText(content, {
        path,
        today: today(),
        ...(needsTrial(content, path) && {
          isParsable: findParsable([{ path, text: content }]).has(0),
        }),
        ...(platforms && { platforms }),
        ...(failWithin !== undefined && { failWithin }),
      });
      const problems = findings.filter(({ level }) => level !== 'info').length;
      const lines = findings.map(
        ({ line, column, level, beta, message }) =>
          `${line}:${column} ${level} ${beta}: ${message}`,
      );
      return toResult({ findings, problems }, lines.join('\n') || 'No beta was found.');
    },
  );
}

const SILENT = { write: () => {} };
const PLAIN = createOutput(SILENT, SILENT, {}).colors;

const toResult = (output: object, shown: string): CallToolResult => ({
  content: [{ type: 'text', text: shown }],
  structuredContent: output as Record<string, unknown>,
});

const toFailure = (message: string): CallToolResult => ({
  content: [{ type: 'text', text: message }],
  isError: true,
});
