import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExplainOutput } from '../src/schema/explain.ts';
import { type Called, type CallOptions, callMain } from './support/call-main.ts';
import { makeFolder, writeTemporary } from './support/temporary.ts';

const explain = (
  stdin: string | Uint8Array,
  args: readonly string[] = [],
  options: CallOptions = {},
): Promise<Called> => callMain(['explain', ...args], { stdin, ...options });

const readOutput = ({ stdout }: Called): ExplainOutput => ExplainOutput.parse(JSON.parse(stdout));

const BODY = {
  model: 'claude-opus-5-5',
  max_tokens: 10,
  mcp_servers: [
    { type: 'url', url: 'https://x.example', name: 'x', authorization_token: 'S3CRET' },
  ],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
  messages: [{ role: 'user', content: 'hi' }],
};
const JSON_BODY = JSON.stringify(BODY, null, 2);
const PLAIN = JSON.stringify({
  model: 'claude-opus-5-5',
  max_tokens: 10,
  messages: [{ role: 'user', content: 'hi' }],
});
const CURL = `curl https://api.anthropic.com/v1/messages \\
  -H 'x-api-key: sk-ant-secret' \\
  -H 'anthropic-beta: mcp-client-2025-04-04' \\
  -d '${JSON.stringify(BODY)}'`;

describe('explain', () => {
  it('prints the verdict first, then the decisions with their places, then the request', async () => {
    const { code, stdout, stderr } = await explain(JSON_BODY, ['--platform', 'claude-api']);
    expect([code, stderr]).toEqual([1, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('claude-api (by --platform): works once it is changed');
    expect(lines[1]).toBe('POST /v1/messages, a request (json, 1:1)');
    expect(lines[2]).toBe('anthropic-beta: mcp-client-2025-11-20');
    expect(lines[3]).toMatch(/^\+ mcp-client-2025-11-20: added, the request needs it/);
    expect(lines[4]).toBe('    at 14:7');
    expect(stdout).toContain(
      '\nSend:\nPOST /v1/messages\nanthropic-beta: mcp-client-2025-11-20\n\n{',
    );
    expect(stdout).toContain('"mcp_server_name": "x"');
  });

  it('exits with 0 if the request works as it is, and prints no request to send', async () => {
    const { code, stdout } = await explain(PLAIN, ['--platform', 'claude-api']);
    expect(code).toBe(0);
    expect(stdout).toContain('claude-api (by --platform): works as it is');
    expect(stdout).not.toContain('Send:');
  });

  it('exits with 1 if the platform refuses the request, and says how to fix it', async () => {
    const { code, stdout } = await explain(JSON_BODY, ['--platform', 'bedrock']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^bedrock \(by --platform\): will be refused\n/);
    expect(stdout).toContain('→ Connect to the MCP server from your own code');
    expect(stdout).not.toContain('Send:');
  });

  it('answers in Indonesian', async () => {
    const args = ['--platform', 'bedrock', '--language', 'id'];
    const { stdout } = await explain(JSON_BODY, args);
    expect(stdout).toMatch(/^bedrock \(dari --platform\): akan ditolak\n/);
    expect(stdout).toContain('→ Hubungkan kode Anda sendiri ke server MCP');
  });

  it('plans for every platform', async () => {
    const called = await explain(JSON_BODY, ['--all-platforms', '--json']);
    const [request] = readOutput(called).requests;
    const verdicts = Object.fromEntries(
      request?.plans.map(({ platform, verdict }) => [platform, verdict]) ?? [],
    );
    expect(verdicts).toMatchObject({
      'claude-api': 'works',
      bedrock: 'refused',
      vertex: 'refused',
    });
    expect(Object.keys(verdicts)).toHaveLength(9);
    const text = (await explain(JSON_BODY, ['--all-platforms'])).stdout;
    expect(text).toMatch(/^claude-api: works once it is changed\n {4}anthropic-beta: mcp-/m);
    expect(text).toMatch(/^vertex: will be refused\n {4}! mcp-client: /m);
  });

  it('answers for every platform in short if nothing shows the platform', async () => {
    const { stdout } = await explain(JSON_BODY);
    expect(stdout).toMatch(/^claude-api \(assumed; give --platform\): it is not known/);
    expect(stdout).toMatch(/\nBy platform:\n {4}works once it is changed: claude-api, .*foundry/);
    expect(stdout).toMatch(/\n {4}will be refused: bedrock, .*vertex/);
    const [request] = readOutput(await explain(JSON_BODY, ['--json'])).requests;
    expect(request?.byPlatform).toContainEqual({ platform: 'vertex', answer: 'refused' });
    const [known] = readOutput(await explain(CURL, ['--json'])).requests;
    expect(known?.byPlatform).toBeUndefined();
  });

  it('refuses a request that every platform refuses', async () => {
    const params = { ...JSON.parse(PLAIN), fallbacks: [{ model: 'claude-opus-4-8' }] };
    const { code, stdout } = await explain(
      JSON.stringify({ requests: [{ custom_id: 'a', params }] }),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^claude-api \(assumed; give --platform\): will be refused\n/);
    expect(stdout).toContain('! server-side-fallback: refused');
    expect(stdout).toContain('    will be refused: claude-api, claude-on-aws');
    expect(stdout).not.toContain('\nSend:');
  });

  it('plans the request of one platform for another', async () => {
    const args = ['--platform', 'bedrock', '--json'];
    const [request] = readOutput(await explain(CURL, args)).requests;
    expect(request?.plans).toMatchObject([{ platform: 'bedrock', verdict: 'refused' }]);
    const invoke = {
      path: '/model/us.anthropic.claude-opus-5-5/invoke',
      method: 'POST',
      body: {
        anthropic_version: 'bedrock-2023-05-31',
        anthropic_beta: ['compact-2026-01-12'],
        max_tokens: 1,
        messages: [{ role: 'user', content: 'x' }],
        context_management: { edits: [{ type: 'compact_20260112' }] },
      },
    };
    const text = JSON.stringify(invoke);
    const [own] = readOutput(await explain(text, ['--json'])).requests;
    expect(own?.plans).toMatchObject([{ platform: 'bedrock', platformFrom: 'path' }]);
    const [moved] = readOutput(
      await explain(text, ['--platform', 'claude-api', '--json']),
    ).requests;
    expect(moved?.plans).toMatchObject([
      { platform: 'claude-api', verdict: 'works', betas: ['compact-2026-01-12'] },
    ]);
  });

  it('never shows a credential', async () => {
    for (const args of [[], ['--json'], ['--all-platforms'], ['--all-platforms', '--json']]) {
      const { stdout, stderr } = await explain(
        CURL.replace('/v1/messages', '/v1/messages?api_key=S3CRET').replace('://', '://u:S3CRET@'),
        args,
      );
      expect(stdout).not.toMatch(/S3CRET|sk-ant/);
      expect(stderr).not.toMatch(/S3CRET|sk-ant/);
    }
    const pasted = CURL.replace('mcp-client-2025-04-04', 'sk-ant-secret-0123456789');
    for (const args of [[], ['--json'], ['--platform', 'bedrock']])
      expect((await explain(pasted, args)).stdout).not.toContain('sk-ant');
    const { stdout } = await explain(CURL);
    expect(stdout).toContain('x-api-key: [hidden]');
    expect(stdout).toContain('"authorization_token": "[hidden]"');
  });

  it('gives no green answer if the text does not have what may use a feature', async () => {
    const url = 'https://api.anthropic.com/v1/messages';
    for (const curl of [
      `curl ${url} -d @body.json`,
      `curl ${url} -H "anthropic-beta: $B" -d '${PLAIN}'`,
    ]) {
      const { code, stdout } = await explain(curl);
      expect(code, curl).toBe(0);
      expect(stdout).toMatch(/^claude-api \(by the host\): it is not known if it works\n/);
      expect(stdout).toMatch(/Not in the text: (?:body \(in a file|header:anthropic-beta \(a var)/);
      expect(stdout).toContain('It may use more than the text shows');
    }
    const code = 'client.messages.create(model=MODEL, max_tokens=1, messages=history)';
    const python = `from anthropic import Anthropic\nclient = Anthropic()\n${code}`;
    const { stdout } = await explain(python, ['--platform', 'claude-api']);
    expect(stdout).toMatch(/works, as far as the text shows|not known/);
    expect(stdout).toContain('/messages (a variable');
  });

  it('says what is known about a value that is no beta', async () => {
    const curl = CURL.replace('mcp-client-2025-04-04', 'extended-thinking-2025-05-14');
    const { code, stdout } = await explain(curl);
    expect(code).toBe(1);
    expect(stdout).toContain('    No beta has this name. Extended thinking needs no header');
    expect(stdout).toContain('    at 3:23');
  });

  it('follows the mode and the day', async () => {
    const args = ['--platform', 'claude-api', '--json'];
    const strict = readOutput(await explain(JSON_BODY, [...args, '--mode', 'strict']));
    expect(strict.requests[0]?.plans[0]?.verdict).toBe('refused');
    const old = PLAIN.replace('claude-opus-5-5', 'claude-3-5-haiku');
    const verdicts = ['2026-01-01', '2026-11-30'].map(async (today) => {
      const output = readOutput(await explain(old, [...args, '--today', today]));
      return output.requests[0]?.plans[0]?.verdict;
    });
    expect(await Promise.all(verdicts)).toEqual(['works', 'refused']);
  });

  it('takes an address for a body without one', async () => {
    const url =
      'https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-opus-5-5/invoke';
    const called = await explain(PLAIN, ['--url', url, '--json']);
    expect(readOutput(called).requests[0]).toMatchObject({
      url,
      plans: [{ platform: 'bedrock', platformFrom: 'host' }],
    });
    const wrong = await explain(CURL, ['--url', 'https://example.com']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('the text has an address of its own in line 1');
  });

  it('reads several requests, lists, errors and logs', async () => {
    const many = await explain(`${CURL}\n\n${CURL}`, ['--json']);
    expect(readOutput(many)).toMatchObject({ kind: 'requests', requests: [{}, {}] });
    const request = { method: 'GET', url: 'https://api.anthropic.com/v1/models', headers: [] };
    const other = { ...request, url: 'https://example.com/' };
    const har = JSON.stringify({ log: { entries: [{ request }, { request: other }] } });
    const one = await explain(har);
    expect(one.stdout).toMatch(/^claude-api \(by the host\)[\s\S]*\n1 request goes elsewhere\.\n$/);
    const list = await explain('prompt-caching-2024-07-31, mcp-client-2025-11-20');
    expect(list.code).toBe(1);
    expect(list.stdout).toContain('prompt-caching-2024-07-31 (1:1): graduated');
    const error = await explain('{"message":"invalid beta flag"}');
    expect(error.code).toBe(1);
    expect(error.stdout).toMatch(/^A value in the anthropic-beta header is not accepted here/);
    const log = await explain(`${CURL}\n\nHTTP/1.1 400\n\n{"message":"invalid beta flag"}`);
    expect(log.stdout).toContain('POST https://api.anthropic.com/v1/messages');
  });

  it('takes the betas around an error that names none for those that were sent', async () => {
    const betas = ['claude-code-20250219', 'mcp-client-2025-11-20'];
    for (const text of [
      `We send anthropic-beta: ${betas.join(',')} to Bedrock and get "invalid beta flag".`,
      `anthropic-beta: ${betas.join(',')}\nHTTP/1.1 400 Bad Request\n{"message":"invalid beta flag"}`,
    ]) {
      const called = await callMain(['error', '--json'], { stdin: text });
      expect(JSON.parse(called.stdout)).toMatchObject({
        kind: 'unsupported-unnamed',
        betas: [],
        suspects: betas,
      });
    }
  });

  it('names the platforms on which a missing beta matters', async () => {
    const text = 'tools.3.custom.defer_loading: Extra inputs are not permitted';
    const { stdout } = await explain(text);
    expect(stdout).toContain(
      'Only these platforms need the value: bedrock, bedrock-mantle, vertex',
    );
    expect(stdout).toContain('or without a value: bedrock-converse');
    expect(readOutput(await explain(text, ['--json'])).error).toMatchObject({
      neededOn: ['bedrock', 'bedrock-mantle', 'vertex'],
      absentOn: ['bedrock-converse'],
    });
    const everywhere = await explain('context_management: Extra inputs are not permitted');
    expect(everywhere.stdout).not.toContain('platforms');
  });

  it('takes the platform of a log from the address that was called', async () => {
    const log = (status: string): string =>
      [
        "DEBUG:anthropic._base_client:Request options: {'method': 'post', 'url': '/v1/messages', " +
          "'headers': {'anthropic-beta': 'files-api-2025-04-15'}, 'json_data': " +
          "{'max_tokens': 9, 'messages': [{'role': 'user', 'content': 'hi'}], 'model': 'claude-opus-5'}}",
        `DEBUG:httpx:HTTP Request: POST https://api.anthropic.com/v1/messages "HTTP/1.1 ${status}"`,
      ].join('\n');
    const refused = readOutput(await explain(log('400 Bad Request'), ['--json']));
    expect(refused.requests[0]?.plans[0]).toMatchObject({
      platform: 'claude-api',
      platformFrom: 'host',
    });
    // The status alone does not show if the error is about betas.
    expect(refused.error).toBeUndefined();
    const named = `${log('400 Bad Request')}\nBadRequestError: Error code: 400 - {'message': 'Overlong'}`;
    expect(readOutput(await explain(named, ['--json'])).error?.isAboutBetas).toBe(false);
  });

  it('hides a key among the betas that were sent', async () => {
    const args = ['error', '--sent', 'sk-ant-api03-S3CRETS3CRETS3CRET'];
    for (const more of [[], ['--json']]) {
      const { stdout } = await callMain([...args, ...more], { stdin: 'invalid beta flag' });
      expect(stdout).toContain('(31 characters)');
      expect(stdout).not.toContain('S3CRET');
    }
  });

  it('colours the verdict and the stages on a terminal', async () => {
    const colour = '\u001B[3';
    for (const called of [
      await explain(PLAIN, ['--platform', 'bedrock'], { isTTY: true }),
      await explain(PLAIN, ['--all-platforms'], { isTTY: true }),
      await explain('mcp-client-2025-11-20', [], { isTTY: true }),
      await callMain(['header', 'mcp-client-2025-11-20'], { isTTY: true }),
    ]) {
      expect(called.stdout).toContain(colour);
      expect(called.stdout).not.toContain('\\u001b');
    }
  });

  it('escapes what could control the terminal', async () => {
    const { stdout } = await explain('curl https://api.anthropic.com/v1/messages/\u001b[31m -d {}');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('explain with wrong input', () => {
  const fail = async (called: Promise<Called>, message: RegExp): Promise<void> => {
    const { code, stdout, stderr } = await called;
    expect([code, stdout], stderr).toEqual([2, '']);
    expect(stderr).toMatch(message);
  };

  it('says that a text is no request, where, and what to give', async () => {
    await fail(explain('hello world, how are you?'), /error: .*this is no request\. .*Give a JSON/);
    await fail(explain(''), /this is no request\. The text is empty/);
    await fail(explain('', ['--language', 'id']), /ini bukan permintaan\. Teksnya kosong/);
    await fail(
      explain('{"a":1,}', ['--language', 'id']),
      /JSON-nya rusak di baris 1, kolom 7: ada koma sebelum kurung tutup/,
    );
    const { code, stdout, stderr } = await explain('hello', ['--json']);
    expect([code, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'none', none: { code: 'prose' } });
  });

  it('does not take a request to a model of another vendor for one that works', async () => {
    const body = PLAIN.replace('claude-opus-5-5', 'gpt-4o');
    await fail(explain(body), /stdin:1:2: this is no request\. .*another vendor/);
    await fail(explain(body, ['--language', 'id']), /model penyedia lain/);
  });

  it('names line and column of a broken JSON, HAR or cURL', async () => {
    await fail(explain('{\n  "model": "x",\n  "max_tokens": 1,,\n}'), /stdin:3:19: this is no/);
    const har = '{"log":{"entries":[\n{"request":{"method":"POST" "url":"x"}}]}}';
    await fail(callMain(['explain', writeTemporary('a.har', har)]), /a\.har:2:29: this is no/);
    const curl = 'curl https://api.anthropic.com/v1/messages \\\n  -d \'{"model": 1}';
    await fail(explain(curl), /stdin:2:6: this is no request\. A quotation/);
  });

  it('reports a file that cannot be read', async () => {
    const folder = makeFolder();
    await fail(explain('', [join(folder, 'no.json')]), /no\.json: there is no such file/);
    await fail(explain('', [folder]), /it is a folder; give a file/);
    await fail(
      explain('', [join(writeTemporary('a', ''), 'b')]),
      /a part of the path is no folder/,
    );
  });

  it('names the place of the first byte that is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"é":\n "a'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    await fail(callMain(['explain', writeTemporary('a.json', bytes)]), /a\.json:2:4: .*iconv/);
    await fail(explain(Buffer.from([0x61, 0xc3])), /stdin:1:3: this is not UTF-8/);
  });

  it('reads UTF-16, which PowerShell writes', async () => {
    const text = Buffer.from(`\ufeff${PLAIN}`, 'utf16le');
    expect((await explain(text, ['--platform', 'claude-api'])).code).toBe(0);
  });

  it('rejects an address that is none', async () => {
    const { code, stderr } = await explain(PLAIN, ['--url', 'foo']);
    expect(code).toBe(2);
    expect(stderr).toContain('--url: "foo" is no address');
  });

  it('rejects conflicting options and unknown names with the nearest', async () => {
    await fail(
      explain(PLAIN, ['--platform', 'vertex', '--all-platforms']),
      /'--all-platforms' cannot be used with option '--platform/,
    );
    await fail(explain(PLAIN, ['--platform', 'bedrok']), /did you mean bedrock\?/);
    await fail(explain(PLAIN, ['--mode', 'repare']), /Allowed choices are repair, strict/);
    await fail(explain(PLAIN, ['--today', '2026-02-30']), /"2026-02-30" is no day/);
    await fail(explain(PLAIN, ['a', 'b']), /too many arguments/);
  });
});
