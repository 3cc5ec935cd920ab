/** The answers about models, access, lists on Bedrock and values that are refused. */
import { describe, expect, it } from 'vitest';
import { ask, on, PLAIN } from './check-support.ts';

const API = 'https://api.anthropic.com/v1/messages';
const curl = (body: object, header = ''): string =>
  `curl ${API} ${header} -d '${JSON.stringify(body)}'`;

describe('a model', () => {
  const findUnknown = (model: string) => ask(curl({ ...PLAIN, model })).requests[0]?.unknownModel;

  it('that the catalog does not have is named, and the answer is partial', () => {
    const answer = ask(curl({ ...PLAIN, model: 'claude-opus-9' }));
    expect(answer.requests[0]?.unknownModel).toBe('claude-opus-9');
    expect(on(answer, 'claude-api').isPartial).toBe(true);
  });

  it.each([
    'claude-opus-5-5',
    'claude-opus-4-5-20251101',
    'us.anthropic.claude-opus-4-5-20251101-v1:0',
    'claude-sonnet-4-5@20250929',
    'anthropic/claude-opus-4.8',
    'claude-3-5-sonnet-latest',
    'claude-sonnet-4-0',
    // The reader chooses the name of a deployment.
    'my-deployment',
  ])('%s is known, or a name of the reader', (model) => {
    expect(findUnknown(model)).toBeUndefined();
  });

  it('of a path is read too', () => {
    const host = 'https://bedrock-runtime.us-east-1.amazonaws.com';
    const text = `curl ${host}/model/us.anthropic.claude-opus-9-20270101-v1:0/invoke -d '{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[]}'`;
    expect(ask(text).requests[0]?.unknownModel).toContain('claude-opus-9');
  });
});

describe('a feature that needs something', () => {
  const needs = (text: string, platform: 'claude-api' | 'vertex') =>
    on(ask(text), platform).decisions.flatMap((one) => one.needs ?? []);

  it('says so with the models that need it', () => {
    expect(needs(curl({ ...PLAIN, model: 'claude-opus-5', speed: 'fast' }), 'claude-api')).toEqual([
      'entitlement',
    ]);
    const ready = curl({ ...PLAIN, speed: 'fast' }, "-H 'anthropic-beta: fast-mode-2026-02-01'");
    expect(needs(ready, 'claude-api')).toEqual([]);
  });

  it('says so on the platform that needs it', () => {
    const text = JSON.stringify({
      ...PLAIN,
      model: 'claude-opus-4-5',
      tools: [{ type: 'web_search_20250305', name: 'web_search' }],
    });
    expect(needs(text, 'vertex')).toEqual(['org-policy']);
    expect(needs(text, 'claude-api')).toEqual([]);
  });
});

describe('a list', () => {
  it('goes into the body where the platform reads it there', () => {
    const answer = ask('anthropic-beta: interleaved-thinking-2025-05-14');
    expect(on(answer, 'bedrock').inBody).toBe(true);
    expect(on(answer, 'bedrock-converse').inBody).toBe(true);
    expect(on(answer, 'vertex').inBody).toBe(false);
  });
});

describe('a value with others in its place', () => {
  it('names them, and no feature that the platform does not have', () => {
    const [decision] = on(ask('advanced-tool-use-2025-11-20'), 'bedrock').decisions;
    expect(decision?.absent).toBeUndefined();
    expect(decision?.instead).toEqual([
      { for: 'tool-search-tool', send: 'tool-search-tool-2025-10-19' },
      { for: 'tool-examples', send: 'tool-examples-2025-10-29' },
    ]);
  });
});

describe('an error that only some platforms answer with', () => {
  it('leads to what they accept', () => {
    expect(ask('{"message":"invalid beta flag"}').error?.answeredBy).toEqual([
      'bedrock',
      'bedrock-converse',
    ]);
    const other = 'Unexpected value(s) `a-2026-01-01` for the `anthropic-beta` header.';
    expect(ask(other).error?.answeredBy).toEqual([]);
  });
});
