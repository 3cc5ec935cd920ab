import { describe, expect, it } from 'vitest';
import { type JudgedRequest, judge } from '../src/gate/index.ts';
import { createTinyCatalog } from './support/catalog.ts';

const A = 'thing-2025-01-01';
const catalog = createTinyCatalog({
  id: A,
  requires: [{ at: 'speed', model: ['claude-opus-5'] }],
  on: { 'bedrock-converse': 'rejected' },
});
const VERTEX = '/v1/projects/p/locations/global/publishers/anthropic/models';
const HEADER = { 'anthropic-beta': A };
const fast = { model: 'claude-opus-5', speed: 'fast' };

const on = (platform: string, url: string, body: unknown, more: Partial<JudgedRequest> = {}) => {
  const { verdict, reasons } = judge({ method: 'POST', url, body, ...more }, { platform, catalog });
  return [verdict, ...reasons.map(({ code }) => code)].join(' ');
};
const MISSING = 'refuses missing';

describe('a path', () => {
  it.each([
    '/v1/messages',
    'https://api.anthropic.com/v1/messages?beta=true',
    'http://gateway.example/prefix/v1//messages/',
    '/anthropic/messages',
    '/messages#x',
  ])('%s is read as that of messages', (url) => {
    expect(on('claude-api', url, fast)).toBe(MISSING);
    expect(on('claude-api', url, fast, { headers: HEADER })).toBe('accepts');
  });

  it('of the API is read on every platform, as a client has it before it rewrites it', () => {
    for (const platform of ['bedrock', 'vertex', 'foundry', 'bedrock-mantle'])
      expect(on(platform, '/v1/messages', fast, { headers: HEADER })).toBe('accepts');
  });

  it('of another platform is not found', () => {
    expect(on('claude-api', '/model/m/invoke', {})).toBe('refuses no-endpoint');
    expect(on('bedrock', `${VERTEX}/m:rawPredict`, {})).toBe('refuses no-endpoint');
    expect(on('bedrock-mantle', '/model/m/converse', {})).toBe('refuses no-endpoint');
  });

  it('names the model on Bedrock and Vertex, where an ARN may have its slash', () => {
    const arn = 'arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.claude-opus-5-v1:0';
    for (const name of ['anthropic.claude-opus-5-v1%3A0', arn, encodeURIComponent(arn)])
      expect(on('bedrock', `/model/${name}/invoke`, { speed: 1 })).toBe(MISSING);
    expect(on('bedrock', '/model/anthropic.claude-opus-5-5/invoke', { speed: 1 })).toBe('accepts');
    for (const verb of ['rawPredict', 'streamRawPredict'])
      expect(on('vertex', `${VERTEX}/claude-opus-5@20260101:${verb}`, { speed: 1 })).toBe(MISSING);
    expect(on('vertex', `${VERTEX}/count-tokens:rawPredict`, fast)).toBe(MISSING);
  });
});

describe('the model', () => {
  it('is read from the body, else from the request, else from the path', () => {
    const path = '/model/anthropic.claude-opus-5-5/invoke';
    expect(on('bedrock', path, fast)).toBe(MISSING);
    expect(on('bedrock', path, { speed: 1 }, { model: 'claude-opus-5' })).toBe(MISSING);
    expect(on('claude-api', '/v1/messages', { ...fast, model: 5 })).toBe('accepts');
  });
});

describe('betas', () => {
  const invoke = '/model/anthropic.claude-opus-5/invoke';

  it('are read from the body of InvokeModel, and not from the header', () => {
    expect(on('bedrock', invoke, { speed: 1, anthropic_beta: [A] })).toBe('accepts');
    expect(on('bedrock', `${invoke}-with-response-stream`, { anthropic_beta: [A] })).toBe(
      'accepts',
    );
    expect(on('bedrock', invoke, { speed: 1 }, { headers: HEADER })).toBe(MISSING);
    for (const anthropic_beta of ['text', [7], ['']])
      expect(on('bedrock', invoke, { anthropic_beta })).toBe('refuses unexpected-beta');
    expect(on('bedrock', invoke, { anthropic_beta: [] })).toBe('accepts');
  });

  it('are read from additionalModelRequestFields of Converse, by rules of its own', () => {
    const body = (fields: object): object => ({
      messages: [],
      additionalModelRequestFields: fields,
    });
    for (const platform of ['bedrock', 'bedrock-converse'])
      for (const action of ['converse', 'converse-stream'])
        expect(on(platform, `/model/m/${action}`, body({ anthropic_beta: [A] }))).toBe(
          'refuses unexpected-beta',
        );
    expect(on('bedrock-converse', '/model/claude-opus-5/converse', body({ speed: 1 }))).toBe(
      MISSING,
    );
    expect(on('bedrock-converse', '/model/m/converse', { speed: 1 })).toBe('accepts');
    expect(on('bedrock-converse', '/model/m/converse', body({ zzz: 1 }))).toBe(
      'unknown unknown-field',
    );
  });

  it('are read from the request inside of CountTokens of Bedrock, base64 or JSON', () => {
    const url = '/model/anthropic.claude-opus-5/count-tokens';
    const wrapped = (inner: object): object[] => [
      { input: { invokeModel: { body: btoa(JSON.stringify(inner)) } } },
      { input: { invokeModel: { body: inner } } },
      { input: { converse: { messages: [], additionalModelRequestFields: inner } } },
      inner,
    ];
    for (const body of wrapped({ speed: 1 })) expect(on('bedrock', url, body)).toBe(MISSING);
    for (const body of wrapped({ speed: 1, anthropic_beta: [A] }))
      expect(on('bedrock', url, body)).toBe('accepts');
  });

  it('that are empty in the header are refused', () => {
    expect(on('claude-api', '/v1/messages', {}, { headers: { 'anthropic-beta': '' } })).toBe(
      'refuses unexpected-beta',
    );
    expect(on('claude-api', '/v1/messages', {}, { headers: [['Anthropic-Beta', `${A},`]] })).toBe(
      'refuses unexpected-beta',
    );
  });
});

describe('a body', () => {
  it('is read from a value, and from JSON as text or bytes', () => {
    const text = `\uFEFF${JSON.stringify(fast)}`;
    for (const body of [fast, text, new TextEncoder().encode(text)])
      expect(on('claude-api', '/v1/messages', body)).toBe(MISSING);
  });

  it('that cannot be read is unknown, and an absent one is empty', () => {
    for (const body of ['{"speed":', new Blob(['{}']).stream(), new FormData()])
      expect(on('claude-api', '/v1/messages', body)).toBe('unknown unread-body');
    for (const body of [undefined, null, '', [], 5])
      expect(on('claude-api', '/v1/messages', body)).toBe('accepts');
  });

  it('is not read on GET, but the query is', () => {
    const queried = createTinyCatalog({
      id: A,
      requires: [{ at: 'after_id', endpoint: ['GET /v1/files'] }],
    });
    const get = (url: string): string =>
      judge({ method: 'get', url }, { platform: 'claude-api', catalog: queried }).verdict;
    expect(get('/v1/files?after_id=f1#top')).toBe('refuses');
    expect(get('/v1/files?limit=5')).toBe('accepts');
  });
});

it('lists the platforms if one does not exist', () => {
  expect(() => on('azure', '/v1/messages', {})).toThrow(
    /judge: no platform "azure"; use one of claude-api, /,
  );
});

it('judges a body that is nested deep', () => {
  let block: object = { type: 'text' };
  for (let i = 0; i < 20_000; i++) block = { type: 'tool_result', content: [block] };
  expect(on('claude-api', '/v1/messages', { messages: [{ content: [block] }] })).toBe('accepts');
});
