/** The answers of the box: what it says, what it says is missing, and hostile texts. */
import { PLATFORMS, type Platform } from '@beta-headers/core';
import { describe, expect, it } from 'vitest';
import { checkEn } from '../src/i18n/check.en.ts';
import { checkId } from '../src/i18n/check.id.ts';
import { errorsEn } from '../src/i18n/errors.en.ts';
import { errorsId } from '../src/i18n/errors.id.ts';
import { catalog } from '../src/lib/catalog.ts';
import { choosePlatform } from '../src/lib/checker/choose-platform.ts';
import { correct } from '../src/lib/checker/correct.ts';
import { CHECK_EXAMPLES } from '../src/lib/checker/examples.ts';
import { parseFragment } from '../src/lib/checker/link.ts';
import { formatSampleFragment } from '../src/lib/checker/sample-link.ts';
import { listSamples } from '../src/lib/samples.ts';
import { ask, MCP, on, PLAIN, TODAY } from './check-support.ts';

const json = (value: unknown): string => JSON.stringify(value);
const API = 'https://api.anthropic.com/v1/messages';

describe('an answer', () => {
  it('has the places of what decides it', () => {
    const text = JSON.stringify(MCP, undefined, 2);
    const [decision] = on(ask(text), 'claude-api').decisions;
    const [place] = decision?.places ?? [];
    expect(text.slice(place?.start, place?.end)).toBe('"type": "mcp_toolset"');
    expect(place?.line).toBeGreaterThan(5);
  });

  it('has the words of the engine in both languages', () => {
    const [en] = on(ask(json(MCP)), 'bedrock').decisions;
    expect(en?.text).toMatch(/^mcp-client: refused, it is not available on this platform → /);
    const [id] = on(ask(json(MCP), { language: 'id' }), 'bedrock').decisions;
    expect(id?.text).toMatch(/^mcp-client: ditolak, tidak tersedia di platform ini → /);
  });

  it('writes the marks of hidden values in the language of the page', () => {
    const list = 'anthropic-beta: sk-ant-api03-abcdefghijkl, mcp–client–2025–11–20';
    const error =
      'Unexpected value(s) `sk-ant-api03-abcdefghijkl` for the `anthropic-beta` header.';
    for (const text of [list, error]) {
      expect(JSON.stringify(ask(text))).toContain('(25 characters)');
      const indonesian = JSON.stringify(ask(text, { language: 'id' }));
      expect(indonesian).toContain('(25 karakter)');
      expect(indonesian).not.toContain('characters');
    }
  });

  it('follows the day', () => {
    const text = json({ ...PLAIN, model: 'claude-opus-4-8', speed: 'fast' });
    const find = (today: string) => on(ask(text, { today }), 'claude-api').decisions[0]?.action;
    expect([find('2026-11-30'), find('2026-12-01')]).toEqual(['added', 'stripped']);
  });

  it('says that its confidence is low, or that sources disagree', () => {
    const text = 'anthropic-beta: oauth-2025-04-20, mcp-client-2025-11-20';
    expect(on(ask(text), 'bedrock-mantle').doubt).toBe('low');
    expect(on(ask('tool-search-tool-2025-10-19'), 'bedrock')).toMatchObject({
      answer: 'unverified',
      doubt: 'disputed',
    });
    expect(on(ask(json(PLAIN)), 'claude-api').doubt).toBeUndefined();
  });

  it('says that a value enables nothing where its feature does not exist', () => {
    const [decision] = on(ask('code-execution-2025-08-25'), 'bedrock').decisions;
    expect(decision).toMatchObject({ action: 'dropped', absent: 'code-execution' });
    expect(on(ask('code-execution-2025-08-25'), 'claude-api').decisions[0]?.absent).toBeUndefined();
    // Bedrock takes this value and has no connector.
    expect(on(ask('mcp-client-2025-11-20'), 'bedrock').decisions[0]?.absent).toBe('mcp-client');
  });

  it('says that nobody knows about the markers of clients', () => {
    const marked = on(ask('anthropic-beta: afk-mode-2026-01-31'), 'vertex');
    expect(marked).toMatchObject({ answer: 'works', hasOpenMarkers: true });
    expect(marked.decisions[0]?.isOpenMarker).toBe(true);
    expect(on(ask('mcp-client-2025-11-20'), 'claude-api').hasOpenMarkers).toBe(false);
  });

  it('says what is known about a value that is no beta', () => {
    const [decision] = on(ask('extended-thinking-2025-05-14'), 'claude-api').decisions;
    expect(decision?.note).toMatch(/needs no header/);
    expect(decision?.meant).toBeUndefined();
  });

  it('never shows a key that was pasted among the values', () => {
    const key = 'sk-ant-api03-0123456789abcdefghij';
    expect(json(ask(`anthropic-beta: ${key}, files-api-2025-04-14`))).not.toContain('abcdefghij');
  });
});

describe('a text that does not have the whole request', () => {
  it.each([
    [`curl ${API} -d @body.json`, 'body', 'unverified'],
    [
      `curl ${API} -H "anthropic-beta: $B" -d '${json(PLAIN)}'`,
      'header:anthropic-beta',
      'unverified',
    ],
    [
      'client.beta.messages.create(model="claude-opus-5-5", max_tokens=1, tools=tools, messages=[])',
      '/tools',
      'unverified',
    ],
    [
      'client.beta.messages.create(model="claude-opus-5-5", max_tokens=1, messages=history)',
      '/messages',
      'works',
    ],
    [`curl ${API} -d '{"max_tokens":1,"messages":[]}'`, 'model', 'works'],
  ] as const)('%s', (text, part, verdict) => {
    const answer = ask(text);
    expect(answer.requests[0]?.gaps.map((gap) => gap.part)).toEqual([part]);
    expect(on(answer, 'claude-api')).toMatchObject({ answer: verdict, isPartial: true });
  });

  it('is a request in the form of OpenAI, of which only the header is known', () => {
    const text = json({ ...PLAIN, max_completion_tokens: 1, model: 'anthropic/claude-opus-5' });
    const answer = ask(`curl https://openrouter.ai/api/v1/chat/completions -d '${text}'`);
    expect(answer.requests[0]?.api).toBe('openai');
    for (const { answer: one } of answer.requests[0]?.platforms ?? [])
      expect(['works', 'changed']).not.toContain(one);
  });
});

describe('the platform', () => {
  const [request] = ask(json(PLAIN)).requests;
  const [shown] = ask(`curl ${API} -d '${json(PLAIN)}'`).requests;
  if (!request || !shown) throw new Error('no request');

  it('is the one that the reader chose, else the one of the text, else a remembered one', () => {
    expect(choosePlatform(shown, 'vertex', ['bedrock'])).toBe('vertex');
    expect(choosePlatform(shown, undefined, ['bedrock'])).toBe('claude-api');
    expect(choosePlatform(request, undefined, ['bedrock', 'vertex'])).toBe('bedrock');
    expect(choosePlatform(request, undefined, [])).toBeUndefined();
  });

  it('is known from an error', () => {
    const text =
      'Unexpected value(s) `afk-mode-2026-01-31` for the `anthropic-beta` header. req_vrtx_1';
    expect(ask(text).requests[0]).toMatchObject({ isList: true, shown: 'vertex' });
  });

  it('is only Converse for a body of Converse', () => {
    const text = json({
      modelId: 'anthropic.claude-opus-5-5',
      messages: [{ role: 'user', content: [{ text: 'x' }] }],
      inferenceConfig: {},
    });
    expect(ask(text).requests[0]?.platforms.map(({ platform }) => platform)).toEqual([
      'bedrock-converse',
    ]);
  });
});

describe('several requests', () => {
  it('have an answer each, up to a limit, and the rest is counted', () => {
    const lines = Array.from({ length: 30 }, (_, i) => json({ custom_id: `${i}`, params: PLAIN }));
    const answer = ask(lines.join('\n'));
    expect(answer).toMatchObject({ kind: 'requests', more: 10 });
    expect(answer.requests).toHaveLength(20);
  });
});

describe('hostile and wrong texts', () => {
  const messages = Array.from({ length: 50_000 }, () => ({
    role: 'user',
    content: [{ type: 'text', text: 'x'.repeat(60) }],
  }));
  const big = json({ ...MCP, messages });

  it.each([
    ['5 MB of JSON', big, 'request', undefined],
    ['5 MB of broken JSON', big.slice(0, -5), 'none', /broken in line 1, column \d/],
    ['5 MB of brackets', '['.repeat(5_000_000), 'none', /./],
    ['5 MB of HTML', `<p>${'<b>x'.repeat(1_250_000)}`, 'none', /HTML/],
    ['5 MB of blanks', `${' '.repeat(5_000_000)}{`, 'none', /./],
    [
      'an error of 1 MB',
      `invalid beta flag ${'Unexpected value(s) `a` for the '.repeat(32_000)}`,
      'error',
      undefined,
    ],
    [
      'a package.json',
      '{"name":"x","version":"1.0.0","dependencies":{}}',
      'none',
      /neither a request/,
    ],
    ['broken JSON', '{"a": 1,}', 'none', /line 1, column \d: a comma/],
    ['HTML', '<!doctype html><title>502</title>', 'none', /HTML/],
    ['nothing', ' \n ', 'none', /empty/],
    ['prose', 'hello', 'none', /no request/],
    ['deep nesting', `{"mcp_servers":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'none', /./],
  ] as const)('%s', (_, text, kind, why) => {
    const answer = ask(text);
    expect(answer.kind).toBe(kind);
    if (why) {
      expect(answer.none?.why).toMatch(why);
      expect(answer.none?.hint).not.toBe('');
    }
    expect(json(answer).length).toBeLessThan(300_000);
  });

  it('limits the decisions that are shown', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `x${i}-2027-01-01`).join(',');
    const { decisions, more } = on(ask(`anthropic-beta: ${many}`), 'claude-api');
    expect(decisions.length).toBeLessThanOrEqual(60);
    expect(more).toBeGreaterThan(0);
  });
});

describe('a corrected request', () => {
  const headers = ['mcp-client-2025-11-20', 'afk-mode-2026-01-31'];
  const text = `curl ${API} -H 'anthropic-beta: ${headers}' -d '${json(MCP)}'`;
  const find = (platform: Platform) =>
    correct(text, { platform, index: 0, words: [], today: TODAY });

  it('does not send the beta of a feature that was removed', () => {
    expect(find('vertex')).toMatchObject({
      stripped: ['mcp-client'],
      betas: ['afk-mode-2026-01-31'],
      request: { betas: ['afk-mode-2026-01-31'] },
    });
    expect(find('claude-api')).toMatchObject({ stripped: [], request: { betas: headers } });
  });
});

describe('the examples and the links of pages', () => {
  it('are read as what they are', () => {
    expect(Object.values(CHECK_EXAMPLES).map((text) => ask(text).kind)).toEqual([
      'betas',
      'error',
      'request',
    ]);
  });

  it('lead from every beta to a request or a list that has it', () => {
    for (const beta of catalog.betas) {
      const [sample] = listSamples(beta, 'claude-api');
      const fragment = formatSampleFragment(sample?.before ?? sample?.now, beta.id);
      const { text = '', gaps } = parseFragment(`#${fragment}`) ?? {};
      const answer = ask(text, { gaps });
      expect(['request', 'betas'], beta.id).toContain(answer.kind);
      expect(text, beta.id).toContain(beta.id);
      expect(answer.requests[0]?.platforms, beta.id).toHaveLength(PLATFORMS.length);
    }
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
    expect(Object.keys(checkId.answer)).toEqual(Object.keys(checkEn.answer));
    expect(Object.keys(errorsId.shape)).toEqual(Object.keys(errorsEn.shape));
  });
});
