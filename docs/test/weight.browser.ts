/** The size of a page with everything that it loads, compressed with gzip. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECK_EXAMPLES } from '../src/lib/checker/examples.ts';
import { openReader, type Reader, type Visit } from './browser.ts';
import { dist } from './built.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const measureGzip = (path: string): number =>
  gzipSync(readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path))).length;
/** Lists the files that a page requested, each once, with their size. */
const weigh = ({ requests }: Visit): { path: string; bytes: number }[] =>
  [
    ...new Set(
      requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).pathname),
    ),
  ].map((path) => ({ path, bytes: measureGzip(path) }));
const total = (files: readonly { bytes: number }[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

describe('page one', () => {
  it.each(['/', '/id/'])('at %s loads at most 60 kB', async (path) => {
    await reader.visit(path, { alone: true }, async (visit) => {
      await visit.page.waitForLoadState('networkidle');
      const files = weigh(visit);
      console.info(`${path}: ${total(files)} bytes in ${files.length} files`);
      expect(total(files), JSON.stringify(files, undefined, 1)).toBeLessThanOrEqual(60_000);
    });
  });
});

describe('a page of a beta', () => {
  it.each([
    '/betas/mcp-client-2025-11-20/',
    '/id/betas/advanced-tool-use-2025-11-20/',
    '/id/features/structured-outputs/',
  ])('at %s loads at most 50 kB, of which at most 35 kB are scripts', async (path) => {
    await reader.visit(path, { alone: true }, async (visit) => {
      await visit.page.waitForLoadState('networkidle');
      const files = weigh(visit);
      const scripts = files.filter((file) => file.path.endsWith('.js'));
      const sizes = `${total(files)} bytes, ${total(scripts)} of them in scripts`;
      console.info(`${path}: ${sizes}`);
      expect(files.some((file) => file.path === path)).toBe(true);
      expect(files.some((file) => file.path.endsWith('.css'))).toBe(true);
      expect(scripts.length).toBeGreaterThan(0);
      expect(total(files), JSON.stringify(files, undefined, 1)).toBeLessThanOrEqual(50_000);
      expect(total(scripts), JSON.stringify(scripts, undefined, 1)).toBeLessThanOrEqual(35_000);
    });
  });
});

describe('the list of changes', () => {
  it.each(['/changes/', '/id/changes/'])('at %s loads at most 50 kB', async (path) => {
    await reader.visit(path, { alone: true }, async (visit) => {
      await visit.page.waitForLoadState('networkidle');
      const files = weigh(visit);
      console.info(`${path}: ${total(files)} bytes in ${files.length} files`);
      expect(total(files), JSON.stringify(files, undefined, 1)).toBeLessThanOrEqual(50_000);
    });
  });
});

describe('a script', () => {
  it('has at most 60 kB, so that none imports the catalog', () => {
    const files = globSync('_astro/*.js', { cwd: dist }).map((path) => ({
      path,
      bytes: measureGzip(path),
    }));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(({ bytes }) => bytes > 60_000)).toEqual([]);
  });
});

/** Texts of each kind that readers paste. Each is the first that a page checks. */
const PASTED: Readonly<Record<string, string>> = {
  ...CHECK_EXAMPLES,
  JSON: JSON.stringify({
    model: 'claude-opus-5-5',
    max_tokens: 1024,
    messages: [{ role: 'user', content: 'Hello' }],
  }),
  'an error in JSON': JSON.stringify({
    type: 'error',
    error: {
      type: 'invalid_request_error',
      message: 'Unexpected value(s) `files-api-2025-04-14` for the `anthropic-beta` header',
    },
  }),
  'an error that names no beta':
    '400 Unexpected value(s) `citations-2024-11-06` for the `anthropic-beta` header',
  'raw HTTP': `POST /v1/messages HTTP/1.1
Host: api.anthropic.com
anthropic-version: 2023-06-01
anthropic-beta: files-api-2025-04-14

{"model": "claude-opus-5-5", "max_tokens": 9, "messages": []}`,
  Python: `client = anthropic.Anthropic()
message = client.beta.messages.create(
    model="claude-opus-5-5",
    max_tokens=1024,
    betas=["files-api-2025-04-14"],
    messages=[{"role": "user", "content": "Hello"}],
)
print(message.content[0].text)`,
  TypeScript: `const client = new Anthropic();
const message = await client.beta.messages.create({
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  betas: ['files-api-2025-04-14'],
  messages: [{ role: 'user', content: 'Hello' }],
});
console.log(message.content);`,
  boto3: `client = boto3.client("bedrock-runtime")
response = client.invoke_model(
    modelId="anthropic.claude-opus-5-5",
    body=json.dumps({
        "anthropic_version": "bedrock-2023-05-31",
        "anthropic_beta": ["context-1m-2025-08-07"],
        "max_tokens": 1024,
        "messages": [{"role": "user", "content": "Hello"}],
    }),
)`,
  requests: `headers = {"anthropic-version": "2023-06-01", "anthropic-beta": "files-api-2025-04-14"}
body = {"model": "claude-opus-5-5", "max_tokens": 9, "messages": []}
response = requests.post("https://api.anthropic.com/v1/messages", headers=headers, json=body)`,
  'http.client': `connection = http.client.HTTPSConnection("api.anthropic.com")
headers = {"anthropic-version": "2023-06-01", "anthropic-beta": "files-api-2025-04-14"}
body = '{"model": "claude-opus-5-5", "max_tokens": 9, "messages": []}'
connection.request("POST", "/v1/messages", body, headers)`,
  LangChain: `llm = ChatAnthropic(
    model="claude-opus-5-5",
    betas=["files-api-2025-04-14"],
    max_tokens=1024,
)`,
  Go: `message, err := client.Beta.Messages.New(context.TODO(), anthropic.BetaMessageNewParams{
	Model:     anthropic.ModelClaudeOpus5_5,
	MaxTokens: 1024,
	Betas:     []anthropic.AnthropicBeta{"files-api-2025-04-14"},
	Messages:  []anthropic.BetaMessageParam{},
})
fmt.Println(message.Content)`,
  Java: `MessageCreateParams params = MessageCreateParams.builder()
    .model("claude-opus-5-5")
    .maxTokens(1024L)
    .addBeta("files-api-2025-04-14")
    .addUserMessage("Hello")
    .build();
BetaMessage message = client.beta().messages().create(params);`,
  'C#': `var request = new HttpRequestMessage(HttpMethod.Post, "https://api.anthropic.com/v1/messages");
request.Headers.Add("anthropic-beta", "files-api-2025-04-14");
request.Content = JsonContent.Create(new {
  model = "claude-opus-5-5",
  max_tokens = 1024,
  messages = new[] { new { role = "user", content = "Hello" } },
});
var response = await client.SendAsync(request);`,
  Ruby: `message = client.beta.messages.create(
  model: "claude-opus-5-5",
  max_tokens: 1024,
  betas: ["files-api-2025-04-14"],
  messages: [{role: "user", content: "Hello"}]
)
puts message.content`,
  PHP: `<?php
$message = $client->beta->messages->create(
    model: 'claude-opus-5-5',
    maxTokens: 1024,
    betas: ['files-api-2025-04-14'],
    messages: [['role' => 'user', 'content' => 'Hello']],
);`,
  PowerShell: `$headers = @{ 'anthropic-beta' = 'files-api-2025-04-14' }
$body = '{"model": "claude-opus-5-5", "max_tokens": 9, "messages": []}'
Invoke-RestMethod -Method Post -Uri https://api.anthropic.com/v1/messages -Headers $headers -Body $body`,
};

describe('the checker', () => {
  const CASES = ['/check/', '/id/check/'].flatMap((path) =>
    Object.entries(PASTED).map(([name, text]) => ({ path, name, text })),
  );
  it.each(CASES)('at $path loads at most 110 kB for: $name', async ({ path, name, text }) => {
    await reader.visit(path, { alone: true }, async (visit) => {
      await visit.page.locator('#check-text').fill(text);
      await visit.page.locator('[data-out=answer] .check-actions').waitFor();
      await visit.page.waitForLoadState('networkidle');
      const files = weigh(visit);
      console.info(`${path} (${name}): ${total(files)} bytes in ${files.length} files`);
      expect(files.some((file) => /worker/.test(file.path))).toBe(true);
      expect(total(files), JSON.stringify(files, undefined, 1)).toBeLessThanOrEqual(110_000);
    });
  });
});
