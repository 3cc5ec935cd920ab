import { describe, expect, it } from 'vitest';
import { explain, extendCatalog, plan } from '../../src/index.ts';

const url = 'https://api.anthropic.com/v1/messages';
const body = { model: 'claude-opus-5', messages: [], acme_search: { q: 1 } };

describe('extendCatalog', () => {
  const catalog = extendCatalog({
    betas: {
      'acme-search-2026-12-01': {
        requires: [{ at: 'acme_search', unless: { at: 'acme_search.off', is: true } }],
        acceptance: {
          'claude-api': 'accepted',
          bedrock: { status: 'rejected', until: '2027-01-31' },
        },
      },
      'context-1m-2025-08-07': {
        acceptance: { 'claude-api': { status: 'rejected', models: ['claude-opus-5'] } },
      },
    },
    features: {
      'acme-search': {
        docs: 'https://acme.test/search',
        removal: 'safe',
        availability: { 'claude-api': 'available', vertex: 'unavailable' },
      },
      'mcp-client': { availability: { vertex: [{ status: 'available', until: '2026-12-31' }] } },
    },
    platforms: { vertex: { hosts: ['vertex.acme.test'] } },
  });

  it('applies claims to a platform that follows another, unless it has its own claim', () => {
    const on = (platform: 'claude-on-google-cloud' | 'claude-on-aws' | 'foundry') =>
      plan({ method: 'POST', url: '/v1/messages', body }, { platform, catalog: own });
    const own = extendCatalog({
      betas: {
        'acme-search-2026-12-01': {
          requires: [{ at: 'acme_search' }],
          acceptance: { 'claude-api': 'accepted', 'claude-on-aws': 'rejected' },
        },
      },
      features: { 'acme-search': { availability: { 'claude-api': 'available' } } },
    });
    expect(on('claude-on-google-cloud')).toMatchObject({
      verdict: 'works',
      decisions: [{ action: 'added', confidence: 'medium' }],
    });
    expect(on('claude-on-aws').verdict).toBe('refused');
    expect(on('foundry').verdict).toBe('unverified');
  });

  it('accepts an id with words after its date, and finds its feature', () => {
    const own = extendCatalog({
      betas: { 'acme-search-2026-12-01-early-access': { requires: [{ at: 'acme_search' }] } },
    });
    expect(own.betas.get('acme-search-2026-12-01-early-access')?.feature.name).toBe('acme-search');
    expect(plan({ method: 'POST', url, body }, { catalog: own }).betas).toEqual([
      'acme-search-2026-12-01-early-access',
    ]);
  });

  it('adds a private beta with its requirements and acceptance', () => {
    const planned = plan({ method: 'POST', url, body }, { catalog });
    expect(planned).toMatchObject({ verdict: 'works', header: 'acme-search-2026-12-01' });
    expect(planned.decisions).toMatchObject([
      { action: 'added', docs: 'https://acme.test/search', confidence: 'high' },
    ]);
    expect(
      plan({ method: 'POST', url, body: { ...body, acme_search: { off: true } } }, { catalog })
        .betas,
    ).toEqual([]);
  });

  it('links no documentation page for a private feature without one', () => {
    const own = extendCatalog({
      betas: { 'acme-code-2026-12-01': { requires: [{ at: 'code' }] } },
    });
    const { decisions } = plan(
      { method: 'POST', url, body: { ...body, code: 1 } },
      { catalog: own },
    );
    expect(decisions.filter(({ feature }) => feature === 'acme-code')).toHaveLength(2);
    expect(decisions.some(({ feature, docs }) => feature === 'acme-code' && docs)).toBe(false);
  });

  it('prefers claims of the overlay to those of the manifest until they end', () => {
    const header = { 'anthropic-beta': 'context-1m-2025-08-07' };
    const at = (model: string) =>
      plan({ method: 'POST', url, headers: header, body: { model, messages: [] } }, { catalog })
        .betas;
    expect(at('claude-opus-5')).toEqual([]);
    expect(at('claude-sonnet-4-5')).toEqual(['context-1m-2025-08-07']);
    const mcp = {
      model: 'claude-opus-5',
      messages: [],
      mcp_servers: [{ name: 'x' }],
      tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
    };
    const on = (today: string) =>
      plan(
        { method: 'POST', url: '/v1/messages', body: mcp },
        { catalog, platform: 'vertex', today },
      ).decisions;
    expect(on('2026-12-31').some(({ reason }) => reason === 'unavailable')).toBe(false);
    expect(on('2027-01-01')).toContainEqual(
      expect.objectContaining({ action: 'refused', reason: 'unavailable', until: '2026-12-31' }),
    );
  });

  it('adds features, hosts, and names for `always`', () => {
    const there = 'https://vertex.acme.test/v1/messages';
    expect(plan({ method: 'POST', url: there, body }, { catalog })).toMatchObject({
      platform: 'vertex',
      platformFrom: 'host',
      body: { model: 'claude-opus-5', messages: [] },
    });
    expect(plan({ method: 'GET', url }, { catalog, always: ['acme-search'] }).betas).toEqual([
      'acme-search-2026-12-01',
    ]);
  });

  it('extends another overlay, and does not change the manifest', () => {
    const twice = extendCatalog(
      { betas: { 'other-2026-12-01': { requires: [{ at: 'other' }] } } },
      catalog,
    );
    expect(
      plan({ method: 'POST', url, body: { ...body, other: 1 } }, { catalog: twice }).betas,
    ).toEqual(['acme-search-2026-12-01', 'other-2026-12-01']);
    expect(explain(plan({ method: 'POST', url, body }))).not.toContain('acme-search');
  });

  it.each(['https://a.example/v1', 'a.example:8443', 'A.example', '(a+)+$', 'a.'])(
    'rejects a value that is not a host name: %s',
    (host) => {
      const overlay = { platforms: { vertex: { hosts: ['b.example', host] } } };
      const message = `overlay.platforms['vertex'].hosts[1]: ${JSON.stringify(host)} is not a host`;
      expect(() => extendCatalog(overlay)).toThrow(message);
    },
  );

  it.each([
    [5, 'overlay: 5 is not an object'],
    [
      { beta: {} },
      'overlay: "beta" is not one of betas, features, platforms; did you mean "betas"?',
    ],
    [{ betas: [] }, 'overlay.betas: [] is not an object'],
    [{ betas: { 'a b': {} } }, `overlay.betas['a b']: "a b" is not a name that a header can carry`],
    [
      { betas: { acme: {} } },
      `overlay.betas['acme']: "acme" is not an id of words and a date, or a beta with \`feature\``,
    ],
    [
      { betas: { 'a-2026-01-01': { acceptance: { bedrok: 'accepted' } } } },
      `overlay.betas['a-2026-01-01'].acceptance: "bedrok" is not one of`,
    ],
    [
      { betas: { 'a-2026-01-01': { acceptance: { bedrock: 'yes' } } } },
      `overlay.betas['a-2026-01-01'].acceptance['bedrock']: "yes" is not one of accepted, ignored, rejected, unknown`,
    ],
    [
      {
        betas: {
          'a-2026-01-01': { acceptance: { bedrock: { status: 'accepted', until: 'soon' } } },
        },
      },
      'until: "soon" is not a day, YYYY-MM-DD',
    ],
    [
      { betas: { 'a-2026-01-01': { requires: [{ is: 1 }] } } },
      'requires[0]: {"is":1} is not a rule: give `at`, `endpoint` or both',
    ],
    [
      { betas: { 'a-2026-01-01': { requires: [{ at: 'a..b' }] } } },
      'requires[0].at: "a..b" is not a path into the body',
    ],
    [{ features: { a: { uses: [{ endpoint: 'v1/x' }] } } }, 'endpoint: "v1/x" is not an endpoint'],
    [
      { features: { a: { removal: 'easy' } } },
      'removal: "easy" is not one of safe, changes-answer, breaks',
    ],
    [{ platforms: { azure: {} } }, 'overlay.platforms: "azure" is not one of claude-api'],
    [
      { platforms: { vertex: { hosts: 'a' } } },
      `overlay.platforms['vertex'].hosts: "a" is not a list of texts`,
    ],
    [
      {
        betas: {
          'a-2026-01-01': { acceptance: { bedrock: { status: 'accepted', until: '2026-02-30' } } },
        },
      },
      'until: "2026-02-30" is not a day, YYYY-MM-DD',
    ],
  ])('rejects %j with a message', (overlay, message) => {
    expect(() => extendCatalog(overlay as never)).toThrow(TypeError);
    expect(() => extendCatalog(overlay as never)).toThrow(message);
  });
});
