import { describe, expect, it } from 'vitest';
import { betaFetch, betaMiddleware } from '../../src/index.ts';
import { betaRecovery } from '../../src/recovery/index.ts';

const ADAPTERS = [
  ['betaMiddleware', betaMiddleware],
  ['betaFetch', betaFetch],
] as const;

describe.each(ADAPTERS)('%s rejects options', (name, adapter) => {
  it.each([
    [{ platform: 'azure' }, /platform: "azure" is not one of auto, claude-api/],
    [{ platform: 'bedrok' }, /platform: "bedrok" is not one of .*did you mean "bedrock"/],
    [{ platform: '' }, /platform: "" is not one of/],
    [{ platform: { a: 1 } }, /platform: a value of type object is not one of/],
    [{ platfrom: 'vertex' }, /"platfrom" is not known; did you mean "platform"/],
    [{ polcy: {} }, /"polcy" is not known; did you mean "policy"/],
    [{ policies: {} }, /"policies" is not known/],
    [
      { policy: { unavailable: 'drop' } },
      /policy\.unavailable: "drop" is not one of refuse, strip/,
    ],
    [{ policy: { unavailabel: 'x' } }, /policy: "unavailabel" is not known; did you mean/],
    [{ policy: 'refuse' }, /policy: give an object/],
    [{ mode: 'repiar' }, /mode: "repiar" is not one of .*did you mean "repair"/],
    [{ today: 'tomorrow' }, /today: give a day/],
    [{ today: '2026-99-99' }, /today: give a day that exists/],
    [{ today: new Date(0) }, /today: give a day/],
    [{ always: ['mcp-clinet'] }, /always: "mcp-clinet" is not known; did you mean "mcp-client"/],
    [{ always: ['sk-ant-api03-abc'] }, /always: "\(16 characters\)" is not known; declare it/],
    [{ always: 'mcp-client' }, /always: give a list of texts/],
    [{ rejected: [5] }, /rejected: give a list of texts/],
    [{ rejected: Array.from({ length: 201 }, () => 'a') }, /rejected: has 201 entries/],
    [{ catalog: {} }, /catalog: give a catalog that extendCatalog\(\) returned/],
    [{ onPlan: 'log' }, /onPlan: give a function/],
    [{ onAnswer: () => {} }, /"onAnswer" is not known/],
    [{ logger: true }, /logger: give an object with `error` and `warn`/],
    [{ logger: { warn: () => {} } }, /logger: give an object/],
    [{ recover: betaRecovery }, /recover: write betaRecovery\(\)/],
    [{ recover: true }, /recover: write betaRecovery\(\)/],
    [null, /give an object/],
    ['bedrock', /give an object/],
    [[], /give an object/],
  ])('%j', (options, message) => {
    expect(() => adapter(options as never)).toThrow(TypeError);
    expect(() => adapter(options as never)).toThrow(message);
    expect(() => adapter(options as never)).toThrow(new RegExp(`^${name}: `));
  });

  it.each([
    ['a URL', new URL('https://api.anthropic.com/v1/messages')],
    ['a text', 'https://api.anthropic.com/v1/messages'],
    ['a request', { url: 'https://api.anthropic.com/v1/messages', headers: new Headers() }],
  ])('that are %s, as a client gives to an adapter that was not called', (_, request) => {
    expect(() => adapter(request as never)).toThrow(
      `${name}: it received a request, not options; write ${name}()`,
    );
  });

  it('except undefined, which counts as absent', () => {
    const options = {
      platform: undefined,
      logger: undefined,
      onPlan: undefined,
      recover: undefined,
    };
    expect(adapter(options)).toBeTypeOf('function');
    expect(adapter()).toBeTypeOf('function');
  });
});

describe('betaFetch', () => {
  it('says where the function belongs when it is the first argument', () => {
    expect(() => betaFetch(fetch as never)).toThrow(/betaFetch\(\{ fetch \}\)/);
    expect(() => betaFetch(fetch as never)).toThrow(TypeError);
  });

  it.each([
    [{ fetch: 'fetch' }, /fetch: give a function that sends/],
    [{ hosts: 'llm.example.com' }, /hosts: give a list of texts/],
    [{ hosts: ['https://llm.example.com/v1'] }, /hosts: .* is not a host; give a name/],
    [{ hosts: ['*.example.com'] }, /hosts: "\*\.example\.com" is not a host/],
    [{ hosts: [''] }, /hosts: "" is not a host/],
    [{ hosts: ['ftp://a.example'] }, /hosts: .* is not a host/],
    [{ hosts: ['user:pass@a.example'] }, /hosts: .* is not a host/],
  ])('rejects %j', (options, message) => {
    expect(() => betaFetch(options as never)).toThrow(message);
  });

  it('looks up globalThis.fetch at each request', async () => {
    const original = globalThis.fetch;
    const send = betaFetch();
    try {
      globalThis.fetch = (async () => new Response('replaced')) as typeof fetch;
      const response = await send('https://api.anthropic.com/v1/models');
      expect(await response.text()).toBe('replaced');
    } finally {
      globalThis.fetch = original;
    }
  });
});

it('the options of betaFetch are none of the middleware, which plans every request', () => {
  expect(() => betaMiddleware({ hosts: ['a.example'] } as never)).toThrow(/"hosts" is not known/);
});
