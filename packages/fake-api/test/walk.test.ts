import { describe, expect, it } from 'vitest';
import { matchesEndpoint } from '../src/gate/endpoint.ts';
import { writeLocation } from '../src/gate/location.ts';
import { readModelId } from '../src/gate/model.ts';
import { passes, walk } from '../src/gate/walk.ts';

const values = (body: unknown, at: string): unknown[] => walk(body, at).map(({ value }) => value);

describe('walk', () => {
  it('follows names and takes every element of a list', () => {
    const body = { tools: [{ type: 'a' }, {}, { type: 'b' }], thinking: { display: 'x' } };
    expect(values(body, 'thinking.display')).toEqual(['x']);
    expect(walk(body, 'tools[].type').map(({ path, value }) => [path.join('.'), value])).toEqual([
      ['tools.0.type', 'a'],
      ['tools.2.type', 'b'],
    ]);
  });

  it('reaches nothing in a body of another shape', () => {
    for (const body of [
      undefined,
      null,
      'text',
      7,
      [],
      { tools: 'text' },
      { tools: { 0: { type: 'a' } } },
      { tools: [null, 'text', 3, [{ type: 'a' }]] },
    ]) {
      expect(values(body, 'tools[].type')).toEqual([]);
    }
    expect(values({}, 'constructor')).toEqual([]);
    expect(values({ messages: [{ content: 'text' }] }, 'messages[].content[].type')).toEqual([]);
  });

  it('follows ** through content and source at any depth, and through nothing else', () => {
    const leaf = (type: string, more: object = {}): object => ({ type, ...more });
    const body = {
      messages: [
        {
          content: [
            leaf('a', { content: [leaf('b', { source: leaf('c', { content: [leaf('d')] }) })] }),
            leaf('e', { content: leaf('f'), input: leaf('not this') }),
            leaf('g', { content: 'text' }),
          ],
        },
      ],
    };
    expect(values(body, 'messages[].content[].**.type')).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
    ]);
    expect(values(body, 'messages[].content[].type')).toEqual(['a', 'e', 'g']);
  });

  it('survives a body that is nested deeper than the stack', () => {
    let block: object = { type: 'deepest' };
    for (let i = 0; i < 100_000; i++) block = { content: [block] };
    expect(values({ messages: [{ content: [block] }] }, 'messages[].content[].**.type')).toEqual([
      'deepest',
    ]);
  });
});

describe('passes', () => {
  const passesAll = (values: unknown[], test: Parameters<typeof passes>[1]): boolean[] =>
    values.map((value) => passes({ value, holder: { value, kind: 'k' } }, test));

  it('rejects null and undefined', () => {
    for (const test of [{}, { nonEmpty: true as const }, { is: 'x' }, { above: 1 }])
      expect(passesAll([null, undefined], test)).toEqual([false, false]);
  });

  it('tests presence, value, membership, emptiness and size', () => {
    expect(passesAll([false, 0, '', [], {}], {})).toEqual([true, true, true, true, true]);
    expect(passesAll(['x', 'y', ['x']], { is: 'x' })).toEqual([true, false, false]);
    expect(passesAll([true, 'true', 1], { is: true })).toEqual([true, false, false]);
    expect(passesAll(['a', 'b', 'c'], { in: ['a', 'b'] })).toEqual([true, true, false]);
    expect(passesAll([[], {}, '', [0], { a: 0 }, 'x', 1], { nonEmpty: true })).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(passesAll([5, 6, '7'], { above: 5 })).toEqual([false, true, false]);
  });

  it('tests the siblings of a value', () => {
    expect(passesAll([1], { where: { kind: 'k' } })).toEqual([true]);
    expect(passesAll([1], { where: { kind: 'k', more: 1 } })).toEqual([false]);
    expect(passes({ value: 1, holder: undefined }, { where: { kind: 'k' } })).toBe(false);
    expect(passes({ value: 1, holder: {} }, { where: { constructor: 'x' } })).toBe(false);
  });

  it('looks for the siblings of an element beside its list', () => {
    const body = {
      tools: [
        { type: 'a', callers: ['x'] },
        { type: 'b', callers: ['x'] },
      ],
    };
    const met = walk(body, 'tools[].callers[]').filter((hit) =>
      passes(hit, { is: 'x', where: { type: 'b' } }),
    );
    expect(met.map(({ path }) => path.join('/'))).toEqual(['tools/1/callers/0']);
  });
});

describe('matchesEndpoint', () => {
  it.each([
    ['POST /v1/agents', 'POST', '/v1/agents', true],
    ['POST /v1/agents', 'GET', '/v1/agents', false],
    ['POST /v1/agents', 'POST', '/v1/agents/a', false],
    ['POST /v1/agents/{id}/archive', 'POST', '/v1/agents/a/archive', true],
    ['POST /v1/agents/{id}/archive', 'POST', '/v1/agents/archive', false],
    ['* /v1/agents/**', 'DELETE', '/v1/agents', true],
    ['* /v1/agents/**', 'GET', '/v1/agents/a/versions/2', true],
    ['* /v1/agents/**', 'GET', '/v1/agents_of_mine', false],
    ['* /v1/agents/**', 'GET', '/v1', false],
  ])('matches %s with %s %s: %s', (pattern, method, path, expected) => {
    expect(matchesEndpoint(pattern, method, path)).toBe(expected);
  });
});

describe('readModelId', () => {
  it.each([
    'claude-opus-4-5',
    'claude-opus-4-5-20251101',
    'claude-opus-4-5@20251101',
    'claude-opus-4-5@default',
    'anthropic.claude-opus-4-5-20251101-v1:0',
    'us.anthropic.claude-opus-4-5-20251101-v1:0',
    'us-gov.anthropic.claude-opus-4-5-v1',
    'arn:aws:bedrock:us-east-1:123456789012:inference-profile/global.anthropic.claude-opus-4-5-20251101-v1:0:200k',
    'anthropic/claude-opus-4.5',
    'vertex_ai:claude-opus-4-5',
    'claude-opus-4-5[1m]',
    'claude-opus-4-5-latest',
  ])('reads claude-opus-4-5 in %s', (name) => {
    expect(readModelId(name)).toBe('claude-opus-4-5');
  });

  it('keeps models apart whose ids begin alike', () => {
    expect(readModelId('claude-opus-5-5')).toBe('claude-opus-5-5');
    expect(readModelId('claude-opus-5')).toBe('claude-opus-5');
    expect(readModelId('claude-3-5-sonnet-v2@20241022')).toBe('claude-3-5-sonnet');
    expect(readModelId('claude-opus-4-0')).toBe('claude-opus-4');
    expect(readModelId('claude-opus-4-20250514')).toBe('claude-opus-4');
  });

  it.each([
    'deployment',
    'my-claude-opus-5',
    '',
    5,
    undefined,
    'arn:aws:bedrock:us-east-1:1:provisioned-model/abc',
  ])('finds no model in %j', (name) => {
    expect(readModelId(name)).toBeUndefined();
  });
});

describe('writeLocation', () => {
  it('names the variant of each union on the way, and none in lists of one kind', () => {
    const body = {
      tools: [
        { name: 'mine', defer_loading: true },
        { type: 'web_search_20250305', defer_loading: true },
      ],
      system: [{ type: 'text', cache_control: { type: 'ephemeral', scope: 'global' } }],
      messages: [{ role: 'user', content: [{ type: 'document', source: { type: 'file' } }] }],
    };
    expect(writeLocation(body, ['tools', 0, 'defer_loading'])).toBe('tools.0.custom.defer_loading');
    expect(writeLocation(body, ['tools', 1, 'defer_loading'])).toBe(
      'tools.1.web_search_20250305.defer_loading',
    );
    expect(writeLocation(body, ['system', 0, 'cache_control', 'scope'])).toBe(
      'system.0.cache_control.ephemeral.scope',
    );
    expect(writeLocation(body, ['messages', 0, 'content', 0, 'source'])).toBe(
      'messages.0.content.0.document.source',
    );
    expect(writeLocation(body, ['tools', 0], ['requests', 3, 'params'])).toBe(
      'requests.3.params.tools.0',
    );
  });
});
