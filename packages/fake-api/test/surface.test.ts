import { describe, expect, it } from 'vitest';
import { createTinyCatalog } from './support/catalog.ts';
import { judgeRequest, summarize } from './support/judge-request.ts';

const surface = {
  params: ['model', 'messages', 'tools'],
  tools: ['custom'],
  blocks: ['text', 'tool_result'],
};
const A = 'thing-2025-01-01';
const catalog = createTinyCatalog({
  id: A,
  uses: [
    { at: 'speed' },
    { at: 'tools[].type', is: 'magic' },
    { at: 'messages[].content[].type', in: ['old', 'new'] },
    { at: 'elsewhere', endpoint: ['POST /v1/things'] },
  ],
});
const reasons = (body: object, request: object = {}): unknown =>
  judgeRequest(catalog, { body, ...request }, { surface }).reasons.map(({ code, subject }) => [
    code,
    subject,
  ]);

describe('the gate raises a doubt about', () => {
  it('an unknown field at the top', () => {
    expect(reasons({ model: 'm', speed: 1 })).toEqual([]);
    expect(reasons({ 'a/b': 1, elsewhere: 1 })).toEqual([
      ['unknown-field', '/a~1b'],
      ['unknown-field', '/elsewhere'],
    ]);
  });

  it('an unknown type of a tool', () => {
    expect(reasons({ tools: [{}, { type: null }, { type: 'custom' }, { type: 'magic' }] })).toEqual(
      [],
    );
    expect(reasons({ tools: [{}, { type: 'new_tool' }] })).toEqual([
      ['unknown-tool', '/tools/1/type'],
    ]);
  });

  it('an unknown type of a block, at any depth', () => {
    const content = (...blocks: object[]): object => ({
      messages: [{ role: 'user', content: blocks }],
    });
    expect(reasons(content({ type: 'text' }, { type: 'new' }, { type: 'old' }))).toEqual([]);
    const nested = { type: 'tool_result', content: [{ type: 'text' }, { type: 'hologram' }] };
    expect(reasons(content(nested))).toEqual([
      ['unknown-block', '/messages/0/content/0/content/1/type'],
    ]);
    expect(reasons({ messages: [{ content: 'text' }] })).toEqual([]);
  });

  it('an unknown field in each item of a batch', () => {
    const body = { requests: [{ params: {} }, { params: { zzz: 1 } }] };
    expect(reasons(body, { path: '/v1/messages/batches' })).toEqual([
      ['unknown-field', '/requests/1/params/zzz'],
    ]);
  });

  it('a body that cannot be read', () => {
    expect(summarize(catalog, { isUnread: true })).toBe('unknown: unread-body');
    expect(summarize(catalog, { isUnread: true, path: '/v1/files' })).toBe('accepts');
  });
});

describe('the gate raises no doubt', () => {
  it('about fields on other endpoints', () => {
    expect(reasons({ zzz: 1 }, { path: '/v1/things' })).toEqual([]);
  });

  it('about the version in the body on other platforms', () => {
    const body = { anthropic_version: 'vertex-2023-10-16' };
    expect(reasons(body, { platform: 'vertex' })).toEqual([]);
    expect(reasons(body)).toEqual([['unknown-field', '/anthropic_version']]);
  });

  it('about a request that is refused for certain', () => {
    expect(judgeRequest(catalog, { betas: [''], body: { zzz: 1 } }, { surface }).verdict).toBe(
      'refuses',
    );
  });
});
