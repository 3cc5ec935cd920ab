import { describe, expect, it } from 'vitest';
import { readText } from '../src/index.ts';

const listBetas = (text: string): string[] => {
  const reading = readText(text);
  return reading.kind === 'betas' ? reading.betas.map(({ beta }) => beta) : [reading.kind];
};

describe('constants of SDKs', () => {
  it.each([
    ['MCPClient2025_04_04', 'mcp-client-2025-04-04'],
    ['PDFs2024_09_25', 'pdfs-2024-09-25'],
    ['Context1m2025_08_07', 'context-1m-2025-08-07'],
    ['FilesAPI2025_04_14', 'files-api-2025-04-14'],
    ['MessageBatches2024_09_24', 'message-batches-2024-09-24'],
    ['Output128k2025_02_19', 'output-128k-2025-02-19'],
    ['ExtendedCacheTTL2025_04_11', 'extended-cache-ttl-2025-04-11'],
  ])('reads AnthropicBeta%s of the SDK for Go', (name, beta) => {
    const text = `package main\n\nvar b = []anthropic.AnthropicBeta{anthropic.AnthropicBeta${name}}`;
    expect(listBetas(text)).toEqual([beta]);
  });

  it('reads a constant of the SDK for Java, with its place', () => {
    const text = 'builder.addBeta(AnthropicBeta.MCP_CLIENT_2025_11_20)';
    const reading = readText(text);
    expect(reading).toMatchObject({
      kind: 'betas',
      betas: [{ beta: 'mcp-client-2025-11-20', at: { line: 1, column: 17 } }],
    });
  });

  it('leaves out a name without a date', () => {
    expect(listBetas('import com.anthropic.models.AnthropicBeta')).toEqual(['none']);
  });
});

describe('an error of Bedrock in words', () => {
  it.each([
    'We send anthropic-beta: skills-2025-10-02, fast-mode-2026-02-01 to Bedrock and it answers "invalid beta flag".',
    'ValidationException: invalid beta flag (anthropic-beta=skills-2025-10-02,fast-mode-2026-02-01)',
    'I use skills-2025-10-02 and fast-mode-2026-02-01 and get 400 invalid beta flag',
  ])('reports the betas as sent and not as named: %s', (text) => {
    const reading = readText(text);
    expect(reading).toMatchObject({
      kind: 'error',
      text: 'invalid beta flag',
      isAboutBetas: true,
      sent: ['skills-2025-10-02', 'fast-mode-2026-02-01'],
    });
  });

  it.each(['invalid beta flag: skills-2025-10-02', 'skills-2025-10-02: invalid beta flag'])(
    'keeps a value that the error names: %s',
    (text) => {
      const reading = readText(text);
      expect(reading).toMatchObject({ kind: 'error', text });
      expect(reading).not.toHaveProperty('sent');
    },
  );
});

describe('a question in words', () => {
  it.each([
    'Apakah header prompt-caching-2024-07-31 masih diperlukan di Bedrock?',
    'Does the anthropic-beta header require prompt-caching-2024-07-31 for caching?',
    'Why is prompt-caching-2024-07-31 not supported on Vertex?',
  ])('is no error: %s', (text) => {
    expect(listBetas(text)).toEqual(['prompt-caching-2024-07-31']);
  });

  it.each([
    'What means 400 invalid beta flag?',
    'Why is the answer: anthropic-beta: unsupported value skills-2025-10-02?',
  ])('is one if it quotes an error: %s', (text) => {
    expect(readText(text)).toMatchObject({ kind: 'error', isAboutBetas: true });
  });

  it('finds an error in a code span, beside a beta', () => {
    const error =
      "400 tools.0: Input tag 'web_fetch_20250910' found using 'type' does not match any of the expected tags: 'custom'";
    const text = `Hi, I get \`${error}\` from Vertex, header web-fetch-2025-09-10`;
    expect(readText(text)).toMatchObject({ kind: 'error', text: error, isAboutBetas: true });
  });
});
