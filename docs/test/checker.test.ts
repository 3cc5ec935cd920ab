/** The pure parts of the checker: reading, placing, writing, and the link. */
import { readFileSync } from 'node:fs';
import { PLATFORMS, type Platform } from '@beta-headers/core';
import { readRoute } from '@beta-headers/grammar';
import { describe, expect, it } from 'vitest';
import { checkEn } from '../src/i18n/check.en.ts';
import { checkId } from '../src/i18n/check.id.ts';
import { errorsEn } from '../src/i18n/errors.en.ts';
import { errorsId } from '../src/i18n/errors.id.ts';
import { catalog, getFeature } from '../src/lib/catalog.ts';
import { buildHeader } from '../src/lib/checker/build-header.ts';
import { findPlatform } from '../src/lib/checker/canonicalize.ts';
import { type CheckAnswer, check } from '../src/lib/checker/check.ts';
import { parseCurl } from '../src/lib/checker/curl.ts';
import { explainError } from '../src/lib/checker/explain-error.ts';
import { getLineAndColumn, parseJson } from '../src/lib/checker/json.ts';
import { readRequest } from '../src/lib/checker/read.ts';
import { getSourceOffset, splitShellWords } from '../src/lib/checker/shell.ts';
import {
  EMPTY_STATE,
  formatFragment,
  MAX_LINK,
  parseFragment,
  removeSecrets,
} from '../src/lib/checker/state.ts';
import { classifyShapes, ERROR_KINDS } from '../src/lib/error-shapes.ts';

const BESIDE = { endpoint: '', sent: '' };
const TODAY = '2026-11-30';
type Checked = Extract<CheckAnswer, { kind: 'checked' }>;

/** Checks a text that is a request. */
function checkRequest(
  text: string,
  platform: Platform = 'claude-api',
  language: 'en' | 'id' = 'en',
) {
  const answer = check(text, BESIDE, { platform, language, today: TODAY });
  if (answer.kind !== 'checked') throw new Error(JSON.stringify(answer));
  return answer;
}
const on = (answer: Checked, platform: Platform) => {
  const one = answer.platforms.find((found) => found.platform === platform);
  if (!one) throw new Error(`no answer for ${platform}`);
  return one;
};
const words = (source: string): string[] | undefined =>
  splitShellWords(source).words?.map(({ text }) => text);
/** The beta of MCP servers without a toolset. */
const SERVERS_ALONE = 'mcp-client-2025-04-04';
const MCP = {
  model: 'claude-opus-5-5',
  max_tokens: 1,
  mcp_servers: [{ type: 'url', url: 'https://example.com', name: 'x' }],
  messages: [],
};

describe('words of a shell', () => {
  it.each([
    ["a 'b c' d", ['a', 'b c', 'd']],
    [`a "b \\"c\\" \\$x \\n" 'it'\\''s'`, ['a', 'b "c" $x \\n', "it's"]],
    ["a $'x\\n\\'y\\u0041\\x42\\\\' b", ['a', "x\n'yAB\\", 'b']],
    ['a \\\n  b \\\r\n c', ['a', 'b', 'c']],
    ["a '' b", ['a', '', 'b']],
    ['a | b', ['a']],
    ['a b\nc', ['a', 'b']],
    ['# note\na #b\nc', ['a']],
    ['$HOME "$X"', ['$HOME', '$X']],
  ])('are split as a shell does: %j', (source, expected) =>
    expect(words(source)).toEqual(expected),
  );

  it('report the place of a quotation that does not end', () => {
    for (const source of [`a 'b`, `a "b\\"`, `a $'b`])
      expect(splitShellWords(source)).toEqual({ unclosed: 2 });
  });

  it('know the place of every character', () => {
    const source = `x 'it'\\''s "so"'`;
    const word = splitShellWords(source).words?.[1];
    expect(word?.text).toBe(`it's "so"`);
    for (const [i, char] of [...(word?.text ?? '')].entries())
      expect(source[getSourceOffset(word?.runs ?? [], i)]).toBe(char);
  });

  // An algorithm that is not linear would need hours.
  it('are read from megabytes in linear time', () => {
    for (const part of ["'", '"', '\\', '\\"', '$', "$'", '# ', 'a ', ' ', '\n']) {
      const { words, unclosed } = splitShellWords(`curl ${part.repeat(2_000_000 / part.length)}`);
      expect(words?.[0]?.text ?? (unclosed as number) >= 5, JSON.stringify(part)).toBeTruthy();
      if (part === 'a ') expect(words).toHaveLength(1_000_001);
    }
  });
});

describe('a cURL command', () => {
  const read = (source: string) => parseCurl(source).request;
  it('is read as the samples of the site write it', () => {
    const source = [
      'curl https://api.anthropic.com/v1/messages',
      '-H "x-api-key: $KEY"',
      "-H 'Anthropic-Beta: a,b'",
      `-d '{"speed": "fast"}'`,
    ].join(' \\\n  ');
    expect(read(source)).toMatchObject({
      method: 'POST',
      url: 'https://api.anthropic.com/v1/messages',
      headers: [
        ['x-api-key', '$KEY'],
        ['Anthropic-Beta', 'a,b'],
      ],
      body: { text: '{"speed": "fast"}' },
    });
  });
  it.each([
    ['curl -sSXDELETE https://x/y', { method: 'DELETE', url: 'https://x/y' }],
    ['curl -X PUT --url https://x', { method: 'PUT', url: 'https://x' }],
    ['curl --compressed --location --http2 https://x', { method: 'GET', url: 'https://x' }],
    ['curl --max-time 3 -o out.json https://x', { method: 'GET', url: 'https://x' }],
    ['$ curl -I https://x', { method: 'HEAD', url: 'https://x' }],
    ['curl https://x --data-raw=\'{"a":1}\'', { method: 'POST', body: { text: '{"a":1}' } }],
    ['curl -G https://x -d a=b', { method: 'GET' }],
    [
      "curl https://x --json '{}' | jq .",
      { headers: [['content-type', 'application/json']], body: { text: '{}' } },
    ],
  ])('is read like curl does: %s', (source, expected) =>
    expect(read(source)).toMatchObject(expected),
  );

  it.each([
    ['curl -d @body.json https://x', 'curl-file'],
    ['curl -F a=b https://x', 'curl-form'],
    ['curl -s', 'curl-url'],
    ["curl 'https://x", 'curl-quote'],
  ])('%s is refused with %s', (source, problem) =>
    expect(parseCurl(source)).toMatchObject({ problem }),
  );
});

describe('JSON', () => {
  it.each([
    ['{"a": 1,}', 'trailing', 1, 9],
    ['{\n  "a" 1\n}', 'colon', 2, 7],
    ['{"a": 1 "b": 2}', 'comma', 1, 9],
    ["{'a': 1}", 'symbol', 1, 2],
    ['{"a": [1, 2', 'end', 1, 12],
    ['{"a": "b\n}', 'string', 1, 7],
    ['{"a": 1} x', 'extra', 1, 10],
    ['{"a": // no\n 1}', 'comment', 1, 7],
    ['{"a": "\\q"}', 'escape', 1, 7],
    ['{"a": }', 'value', 1, 7],
  ])('reports for %j the problem %s at line %i, column %i', (text, problem, line, column) => {
    const json = parseJson(text);
    expect(json.problem).toBe(problem);
    if (json.problem) expect(getLineAndColumn(text, json.at)).toEqual({ line, column });
  });

  it('finds the value of a pointer', () => {
    const text = '{"speed": "fast", "tools": [{"type": "x"}], "a/b~c": 1, "mcp_servers": [1]}';
    const json = parseJson(text);
    const at = (pointer: string): string | undefined => {
      const range = json.problem ? undefined : json.getRange(pointer);
      return range && text.slice(range.start, range.end);
    };
    expect(at('/speed')).toBe('"speed": "fast"');
    expect(at('/tools/0/type')).toBe('"type": "x"');
    expect(at('/a~1b~0c')).toBe('"a/b~c": 1');
    expect(at('/mcp_servers')).toBe('"mcp_servers"');
    expect(at('/nothing/here')).toBeUndefined();
  });

  it('reports nesting that is too deep for the stack', () => {
    const deep = '['.repeat(200_000);
    expect(readRequest(`{"a":${deep}`, BESIDE).kind).toBe('problem');
    const closed = `{"mcp_servers":${deep}${']'.repeat(200_000)}}`;
    const options = { platform: 'claude-api', language: 'en' } as const;
    expect(['checked', 'problem']).toContain(check(closed, BESIDE, options).kind);
  });
});

describe('reading a request', () => {
  const of = (text: string, beside = BESIDE) => {
    const read = readRequest(text, beside);
    if (read.kind !== 'request') throw new Error(JSON.stringify(read));
    return read;
  };
  it('accepts a body, a whole request and a batch', () => {
    expect(of('{"model":"m","messages":[]}').request).toMatchObject({
      method: 'POST',
      url: '/v1/messages',
    });
    expect(of('{"requests":[]}').request.url).toBe('/v1/messages/batches');
    expect(of('{}', { endpoint: 'get /v1/files', sent: 'a' }).request).toMatchObject({
      method: 'GET',
      url: '/v1/files',
      headers: [['anthropic-beta', 'a']],
    });
    const whole = of(
      JSON.stringify({
        method: 'post',
        url: 'https://api.anthropic.com/v1/messages?beta=true',
        headers: { 'anthropic-beta': ['a', 'b'] },
        body: '{"x":1}',
      }),
    );
    expect(whole).toMatchObject({
      origin: 'https://api.anthropic.com',
      request: { method: 'POST', headers: [['anthropic-beta', 'a,b']], body: { x: 1 } },
    });
    expect(of('{"path":"/v1/models"}').request.method).toBe('GET');
  });
  it.each([
    ['<html></html>', 'html'],
    ['hello', 'neither'],
    ['client.beta.messages.create({})', 'neither'],
    ['[1]', 'not-object'],
    ['null', 'not-object'],
    ['"x"', 'not-object'],
    ['{"path":"/v1/messages","body":"<b>"}', 'body-text'],
    ['curl https://x -d \'{"a": 1,}\'', 'trailing'],
  ])('refuses %s with %s', (text, code) =>
    expect(readRequest(text, BESIDE)).toMatchObject({ kind: 'problem', code, line: 1 }),
  );

  it('reports the place of a problem in the JSON of a cURL command', () => {
    expect(readRequest('curl https://x \\\n -d \'{\n "a": 1,\n}\'', BESIDE)).toMatchObject({
      line: 4,
      column: 1,
    });
    expect(readRequest('{}', { endpoint: 'v1 messages', sent: '' })).toEqual({
      kind: 'problem',
      code: 'endpoint',
    });
  });

  it.each([
    ['https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse', 'bedrock-converse'],
    ['https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com/model/x/invoke', 'bedrock'],
    ['https://us-east5-aiplatform.googleapis.com/v1/x', 'vertex'],
    ['https://my.services.ai.azure.com/anthropic/v1/messages', 'foundry'],
    ['https://gateway.example/model/x/invoke', 'bedrock'],
    ['https://gateway.example/v1/messages', undefined],
    ['/v1/messages', undefined],
  ])('finds the platform of %s', (url, platform) => {
    expect(findPlatform(of(JSON.stringify({ method: 'POST', url })))).toBe(platform);
  });
});

/** Addresses that would change the host if they were put directly behind one. */
const STRAY_ADDRESSES = [
  '@evil.example/v1/messages',
  ':pw@evil.example/v1/messages',
  '.evil.example/v1/messages',
  'evil.example/v1/messages',
  'ftp://evil.example/v1/messages',
];

describe('an address that does not begin with a slash', () => {
  it.each(STRAY_ADDRESSES)('is refused in JSON, with its place: %s', (path) => {
    for (const key of ['path', 'url'])
      expect(readRequest(JSON.stringify({ [key]: path, body: {} }), BESIDE)).toMatchObject({
        kind: 'problem',
        code: 'path',
        range: { start: 1 },
      });
  });

  it.each([
    ...STRAY_ADDRESSES,
    'https://api.anthropic.com@evil.example/v1/messages',
    'https://api.anthropic.com?@evil.example/v1/messages',
    'https://api.anthropic.com\\@evil.example/v1/messages',
  ])('never becomes the host of a sample: curl %s', (address) => {
    const options = { language: 'en', today: TODAY } as const;
    for (const platform of PLATFORMS) {
      const answer = check(`curl '${address}' -d '{}'`, BESIDE, { ...options, platform });
      if (answer.kind !== 'checked') continue;
      expect(answer.path).toMatch(/^\//);
      const { curl = '', typescript = '', python = '' } = answer.correction.samples ?? {};
      expect(curl).not.toMatch(/[\w\])}"']@|:\/\/[^/'" ]*evil/);
      for (const sample of [typescript, python])
        expect(sample).not.toMatch(/\(\s*['"](?!\/)[^'"]*evil/);
    }
  });

  it('is a host in a curl command, as it is to curl', () => {
    expect(readRequest("curl api.anthropic.com/v1/messages -d '{}'", BESIDE)).toMatchObject({
      origin: 'https://api.anthropic.com',
      request: { url: '/v1/messages' },
    });
    expect(readRequest('curl "$BASE_URL/v1/messages" -d {}', BESIDE)).toMatchObject({
      request: { url: '/v1/messages' },
    });
  });
});

describe('the check', () => {
  it('answers for every platform, and marks the decisive place', () => {
    const text = JSON.stringify(MCP, undefined, 2);
    const answer = checkRequest(text);
    expect(answer.platforms.map(({ platform }) => platform)).toEqual(
      catalog.platforms.map(({ id }) => id),
    );
    const home = on(answer, 'claude-api');
    expect(home).toMatchObject({ verdict: 'changed', betas: [SERVERS_ALONE], inBody: false });
    const place = answer.places[home.decisions[0]?.places[0] ?? -1];
    expect(text.slice(place?.start, place?.end)).toBe('"mcp_servers"');
    expect(place).toMatchObject({ pointer: '/mcp_servers', line: 4 });
    expect(on(answer, 'bedrock').verdict).toBe('refused');
  });

  it('takes the verdict from the engine: works, changed, refused, unverified', () => {
    const verdicts = (body: object): Record<string, string> =>
      Object.fromEntries(
        checkRequest(JSON.stringify(body)).platforms.map(({ platform, verdict }) => [
          platform,
          verdict,
        ]),
      );
    const hello = { model: 'claude-opus-5-5', max_tokens: 1, messages: [] };
    expect(verdicts(hello)['claude-api']).toBe('works');
    // A dropped header does not help if the body is refused.
    const fetching = { ...hello, tools: [{ type: 'web_fetch_20250910', name: 'web_fetch' }] };
    expect(verdicts(fetching)).toMatchObject({ 'claude-api': 'works', vertex: 'refused' });
    // Fast mode is an optimisation, so the request goes without it where it does not exist.
    const fast = { ...hello, model: 'claude-opus-4-8', speed: 'fast' };
    expect(verdicts(fast)).toMatchObject({ 'claude-api': 'changed', vertex: 'changed' });
    expect(verdicts({ ...hello, shiny: true })['claude-api']).toBe('unverified');
  });

  it('ignores a claim that ended before the given day', () => {
    const text = JSON.stringify({
      ...MCP,
      mcp_servers: [],
      model: 'claude-opus-4-8',
      speed: 'fast',
    });
    const verdict = (today: string): string =>
      on(
        check(text, BESIDE, { platform: 'claude-api', language: 'en', today }) as Checked,
        'claude-api',
      ).decisions.map(({ action }) => action)[0] ?? '';
    expect(verdict('2026-11-30')).toBe('added');
    expect(verdict('2026-12-01')).toBe('stripped');
  });

  it('describes decisions in the language of the page, in the words of the engine', () => {
    const said = (language: 'en' | 'id'): string[] =>
      on(checkRequest(JSON.stringify(MCP), 'bedrock', language), 'bedrock').decisions.map(
        ({ text }) => text,
      );
    expect(said('en')).toEqual([
      expect.stringMatching(/^mcp-client: refused, it is not available on this platform → Connect/),
    ]);
    expect(said('id')).toEqual([
      expect.stringMatching(/^mcp-client: ditolak, tidak tersedia di platform ini → Hubungkan/),
    ]);
  });

  it('corrects a request: adds needed betas, removes what the platform does not have', () => {
    const correction = (platform: Platform) =>
      checkRequest(JSON.stringify(MCP), platform).correction;
    expect(correction('claude-api').samples?.typescript).toContain(`betas: ['${SERVERS_ALONE}']`);
    expect(correction('bedrock')).toMatchObject({ stripped: ['mcp-client'] });
    expect(correction('bedrock').samples?.curl).not.toMatch(/mcp_servers|anthropic_beta/);
  });

  it('has no correction if removing features does not help', () => {
    const both = {
      model: 'claude-opus-5-5',
      max_tokens: 1,
      compaction: { type: 'summarize' },
      context_management: { edits: [] },
      messages: [],
    };
    expect(checkRequest(JSON.stringify(both)).correction).toMatchObject({
      without: 'refused',
      stripped: [expect.any(String)],
    });
  });

  it('writes no body that is too long, and limits the number of decisions', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `x${i}-2027-01-01`).join(',');
    const headers = { 'anthropic-beta': many };
    const answer = checkRequest(JSON.stringify({ path: '/v1/messages', headers, body: MCP }));
    const { decisions, more } = on(answer, 'claude-api');
    expect(decisions.length).toBeLessThan(100);
    expect(more).toBeGreaterThan(100);
    const long = checkRequest(JSON.stringify({ ...MCP, system: 'x'.repeat(200_000) }));
    expect(long.correction).toMatchObject({ without: 'too-long', betas: [SERVERS_ALONE] });
  });

  it('answers for 5 MB of JSON, valid or not', () => {
    const text = JSON.stringify({
      ...MCP,
      messages: Array.from({ length: 50_000 }, () => ({
        role: 'user',
        content: [{ type: 'text', text: 'x'.repeat(50) }],
      })),
    });
    expect(text.length).toBeGreaterThan(5_000_000);
    const options = { platform: 'claude-api', language: 'en' } as const;
    for (const [one, isBroken] of [
      [text, false],
      [text.slice(0, -5), true],
      [text.replaceAll(',', ',,'), true],
    ] as const)
      expect(check(one, BESIDE, options).kind === 'problem', one.slice(-20)).toBe(isBroken);
  });

  const ARN = 'arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.claude-opus-4-8-v1:0';
  const correctedCurl = (url: string, platform: Platform): string | undefined => {
    const body = { max_tokens: 1, thinking: { type: 'adaptive' }, messages: [] };
    return checkRequest(JSON.stringify({ url, body }), platform).correction.samples?.curl;
  };

  it.each([ARN, encodeURIComponent(ARN)])(
    'writes the call of a Bedrock inference profile again: %s',
    (model) => {
      const host = 'https://bedrock-runtime.us-east-1.amazonaws.com';
      const curl = correctedCurl(`${host}/model/${model}/invoke`, 'bedrock');
      const { url = '' } = parseCurl(curl ?? '').request ?? {};
      expect(url).toMatch(/^https:\/\/bedrock-runtime\./);
      expect(readRoute('POST', url)).toMatchObject({ form: 'invoke', model: ARN });
      expect(curl).not.toContain('x-api-key');
    },
  );

  it('asks for a stream if the path does', () => {
    const path = '/model/m/invoke-with-response-stream';
    expect(correctedCurl(path, 'bedrock')).toContain(path);
    expect(correctedCurl(path, 'vertex')).toContain('/models/m:streamRawPredict');
    expect(correctedCurl(path, 'claude-api')).toContain('"stream": true');
  });

  it('does not read a Converse body as one of the Messages API', () => {
    const url = 'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse';
    const body = { messages: [{ role: 'user', content: [{ text: 'Hi' }] }] };
    const { samples } = checkRequest(JSON.stringify({ url, body }), 'bedrock-converse').correction;
    expect(JSON.parse(parseCurl(samples?.curl ?? '').request?.body?.text ?? '')).toEqual(body);
    expect(samples?.python).toBeUndefined();
    expect(samples?.boto3).toContain('client.converse(');
  });

  it('builds headers from names', () => {
    const meant = getFeature('mcp-client').default;
    const names = ['mcp-client', meant, 'mcp-clinet', SERVERS_ALONE];
    const answer = buildHeader(names, 'en');
    expect(answer.header).toBe(`${meant},${SERVERS_ALONE}`);
    expect(answer.parts[0]).toMatchObject({ name: 'mcp-client', beta: meant });
    expect(answer.parts[2]).toMatchObject({ near: 'mcp-client' });
    expect(answer.parts[3]?.note).toContain('a newer date of the feature exists');
    expect(buildHeader(names, 'id').parts[3]?.note).toContain('tanggal yang lebih baru');
    expect(buildHeader([], 'en')).toEqual({ parts: [] });
  });

  it('explains errors together with the request', () => {
    const body = JSON.stringify({ method: 'GET', path: '/v1/organizations/webhooks' });
    const error = '404 {"type":"error","error":{"type":"not_found_error","message":"Not found"}}';
    expect(explainError(error, '', BESIDE, 'en', 'claude-api').kind).toBe('unrelated');
    expect(explainError(error, body, BESIDE, 'id', 'claude-api')).toMatchObject({
      kind: 'found',
      together: true,
      info: { kind: 'missing' },
    });
  });
});

describe('the link', () => {
  it('contains the whole state, which is read back', () => {
    const state = {
      ...EMPTY_STATE,
      request: '{"a": "ü&=#+%\n"}',
      sent: 'x',
      platform: 'vertex',
      language: 'curl',
      names: ['a', 'b'],
      error: 'e',
    } as const;
    expect(parseFragment(`#${formatFragment(state)}`)).toEqual(state);
    expect(formatFragment(EMPTY_STATE)).toBe('');
  });
  it('is read without invalid values', () => {
    expect(parseFragment('#request')).toBeUndefined();
    expect(parseFragment('')).toBeUndefined();
    expect(
      parseFragment(
        '#platform=moon&language=cobol&names=%3Cscript%3E,a b,ok,ok&endpoint=a%0Ab&%E0%A4%A=%',
      ),
    ).toEqual({
      ...EMPTY_STATE,
      names: ['ok'],
      endpoint: 'a b',
    });
    expect(parseFragment(`#request=${'x'.repeat(1_000_000)}`)).toBeUndefined();
    expect(formatFragment({ ...EMPTY_STATE, request: 'x'.repeat(MAX_LINK + 1) })).toBeUndefined();
  });
  it('contains no key and no token', () => {
    const texts = [
      'curl -H "x-api-key: sk-ant-api03-secret1234" https://x',
      '{"headers": {"Authorization": "Bearer secret1234", "api-key": "secret1234"}}',
      "curl -u user:secret1234 https://x -H 'authorization: Bearer secret1234'",
      'x-amz-security-token: secret1234',
      'the key was sk-ant-secret1234',
    ];
    for (const text of texts) expect(removeSecrets(text)).not.toContain('secret1234');
    const harmless = 'curl -H "x-api-key: $ANTHROPIC_API_KEY" https://x -d \'{"max_tokens": 1}\'';
    expect(removeSecrets(harmless)).toBe(harmless);
  });
});

describe('the texts', () => {
  const places = (value: unknown): string[] =>
    typeof value === 'string'
      ? (value.match(/\{\w+\}/g) ?? []).sort()
      : Object.entries(value as object).flatMap(([key, inner]) =>
          places(inner).map((place) => `${key} ${place}`),
        );
  it('have the same placeholders in both languages', () => {
    expect(places(checkId)).toEqual(places(checkEn));
    expect(Object.keys(checkId.problem)).toEqual(Object.keys(checkEn.problem));
    expect(Object.keys(errorsId.shape)).toEqual(Object.keys(errorsEn.shape));
  });
});

describe('the page of errors', () => {
  const shapes = classifyShapes('en');
  it('shows every text once, and every kind', () => {
    expect(shapes.map(({ name }) => name).sort()).toEqual(Object.keys(errorsEn.shape).sort());
    expect(new Set(shapes.flatMap(({ info }) => info?.kind ?? []))).toEqual(new Set(ERROR_KINDS));
  });
  it('classifies examples as the corpus does, and gives advice in Indonesian', () => {
    const lines = readFileSync(
      new URL('../../packages/manifest/conformance/errors.jsonl', import.meta.url),
      'utf8',
    );
    const corpus = new Map(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; expect: { kind: string } | null })
        .map((one) => [one.id, one.expect]),
    );
    for (const { example, info } of shapes)
      if (typeof example === 'string') expect(info?.kind, example).toBe(corpus.get(example)?.kind);
    for (const [i, { info }] of classifyShapes('id').entries())
      if (info) expect(info.advice).not.toBe(shapes[i]?.info?.advice);
  });
});
