/** Tests the draft of a new value, and the decisions that it leaves to a person. */
import type { Catalog } from '@beta-headers/manifest';
import { describe, expect, test } from 'vitest';
import type { NewBeta } from '../src/compare/finding.ts';
import type { Mention, SdkFacts, SdkMethod } from '../src/read/facts.ts';
import type { Release } from '../src/release/release.ts';
import { findFirstReleases, listSkipped, type SkippedReleases } from '../src/skipped-releases.ts';
import { type BetaDraft, draftBeta, draftFeature } from '../src/write/draft.ts';
import { renderReport } from '../src/write/report.ts';

const ID = 'boxes-2026-05-05';
const section = (version: string, ...items: string[]) => ({ version, date: undefined, items });
const FACTS = {
  sdk: '9.3.0',
  union: ['one-2026-01-01', ID],
  methods: [],
  unread: [],
  changelog: [section('9.3.0', 'add boxes'), section('9.2.0'), section('9.1.0'), section('9.0.0')],
} as unknown as SdkFacts;
const method = (endpoint: string, source = 'src/resources/beta/boxes.ts:10'): SdkMethod => ({
  name: 'beta.boxes.any',
  endpoint,
  defaults: [ID],
  acceptsBetas: true,
  source,
});
const mention = (symbol: string, source: string, words = `Requires \`${ID}\`.`): Mention => ({
  symbol,
  betas: [ID],
  words,
  source,
});
const finding = (parts: Partial<NewBeta>): NewBeta => ({
  kind: 'new-beta',
  beta: ID,
  feature: 'boxes',
  knownFeature: false,
  inUnion: true,
  methods: [],
  surface: [],
  mentions: [],
  seen: [],
  ...parts,
});
const CATALOG = { betas: [], features: [], sources: [] } as unknown as Catalog;
const NOTHING_BETWEEN: SkippedReleases = { skipped: [], since: new Map() };

const draft = (parts: Partial<NewBeta>, between = NOTHING_BETWEEN): BetaDraft => {
  const one = finding(parts);
  const facts = {
    ...FACTS,
    methods: [...one.methods, { ...method('GET /v1/other'), defaults: [] }],
  };
  return draftBeta(one, { facts, catalog: CATALOG, without: new Set(), between }).beta;
};
const marks = (beta: BetaDraft, about: string): string[] =>
  beta.review.filter((mark) => mark.includes(about));

describe('rules', () => {
  test('are for the endpoints that send it, by name, and for no other path', () => {
    const endpoints = [
      'POST /v1/boxes',
      'GET /v1/boxes/{box_id}',
      'GET /v1/shelves/{shelf_id}/boxes',
    ];
    expect(draft({ methods: endpoints.map((endpoint) => method(endpoint)) }).requires).toEqual([
      { endpoint: endpoints },
    ]);
    expect(
      draft({ methods: [method('POST /v1/boxes'), method('POST /v1/boxes')] }).requires,
    ).toEqual([{ endpoint: 'POST /v1/boxes' }]);
  });
});

describe('a new feature', () => {
  const feature = (parts: Partial<NewBeta>): Record<string, unknown> => {
    const one = finding(parts);
    return draftFeature(one, draft(parts), 'sdk-9.3.0') as Record<string, unknown>;
  };

  test('has a default and an audience, and review marks for the unknown', () => {
    const admin = feature({ methods: [method('GET /v1/organizations/boxes')] });
    expect(admin).toMatchObject({ default: ID, audience: 'administration', family: 'admin' });
    const [{ review }] = admin['betas'] as [BetaDraft];
    expect(
      review.filter((mark) => mark.includes('audience') && mark.includes('removal')),
    ).toHaveLength(1);
    expect(feature({ inUnion: false, seen: ['src/lib/a.ts:1'] })).toMatchObject({
      audience: 'client-internal',
    });
    expect(feature({})).toMatchObject({ audience: 'specialised' });
    const param = mention('Params.box', 'src/resources/beta/boxes.ts:5');
    expect(feature({ inUnion: false, mentions: [param] })).toMatchObject({
      audience: 'specialised',
      betas: [{ stage: 'beta' }],
    });
  });

  test('is available on the Claude API only if the SDK has methods or params for it', () => {
    const evidence = [
      { source: 'sdk-9.3.0', at: 'client.beta.boxes.any', says: 'The SDK has this method.' },
    ];
    expect(feature({ methods: [method('POST /v1/boxes')] })['availability']).toEqual({
      'claude-api': { status: 'available', confidence: 'medium', evidence },
    });
    expect(feature({})).not.toHaveProperty('availability');
  });
});

describe('the acceptance on the Claude API', () => {
  const status = (parts: Partial<NewBeta>) => {
    const claim = draft(parts).acceptance?.['claude-api'];
    return claim && [claim.status, claim.confidence, claim.evidence[0]?.at];
  };

  test('is claimed for a method that sends it, less surely for words, not for the union', () => {
    const words = mention('BoxParams.box', 'src/resources/beta/boxes.ts:5');
    expect(status({ methods: [method('POST /v1/boxes')], mentions: [words] })).toEqual([
      'accepted',
      'medium',
      'client.beta.boxes.any',
    ]);
    expect(status({ mentions: [words] })).toEqual(['accepted', 'low', 'BoxParams.box']);
    expect(status({})).toBeUndefined();
  });
});

test('a new date of a known feature keeps its default, and gets a review mark', () => {
  const known = { name: 'boxes', betas: ['boxes-2026-01-01'], default: 'boxes-2026-01-01' };
  const catalog = { ...CATALOG, features: [known] } as unknown as Catalog;
  const { beta } = draftBeta(finding({ knownFeature: true }), {
    facts: FACTS,
    catalog,
    without: new Set(),
    between: NOTHING_BETWEEN,
  });
  expect(marks(beta, '`default`')).toEqual([
    `decide whether \`default\` moves from boxes-2026-01-01 to ${ID}; it moves only in a ` +
      'major release',
  ]);
});

describe('a place where the SDK names the beta', () => {
  const methods = [method('POST /v1/boxes')];
  const own = mention('BoxCreateParams.betas', 'src/resources/beta/boxes.ts:40');

  test('gets a review mark if it is a field, or the header of another method', () => {
    const mentions = [
      own,
      mention('ShelfListParams.betas', 'src/resources/beta/shelves.ts:9'),
      mention('ShelfCreateParams.box', 'src/resources/beta/shelves.ts:5'),
    ];
    const beta = draft({ methods, mentions });
    expect(marks(beta, 'as well')).toEqual([
      'the SDK names it at ShelfCreateParams.box, ShelfListParams.betas as well: write a ' +
        'rule where a request has it, a note where only an answer has',
    ]);
    expect(beta.evidence.map(({ at }) => at)).toEqual([
      'AnthropicBeta',
      'ShelfCreateParams.box',
      'ShelfListParams.betas',
      'BoxCreateParams.betas',
      'client.beta.boxes.any',
    ]);
  });

  test('gets none if it is the header of a method that sends it', () => {
    expect(marks(draft({ methods, mentions: [own] }), 'as well')).toEqual([]);
  });
});

describe('the release that brought it', () => {
  const base = { sdk: '9.0.0', union: ['one-2026-01-01'] };
  const unions: Record<string, string[]> = {
    '9.1.0': ['one-2026-01-01'],
    '9.2.0': ['one-2026-01-01', ID],
  };

  test('is searched in the skipped releases, oldest first', async () => {
    const searched: string[] = [];
    const between = await findFirstReleases(FACTS, base, async (version) => {
      searched.push(version);
      return unions[version] ?? [];
    });
    expect(searched).toEqual(['9.1.0', '9.2.0']);
    expect([...between.since]).toEqual([[ID, '9.2.0']]);
    expect(draft({}, between).sdk).toEqual({ since: { typescript: '9.2.0' } });
    expect(marks(draft({}, between), 'sdk.since')).toEqual([]);
  });

  test('is the new one if none of them has it', async () => {
    const between = await findFirstReleases(FACTS, base, async () => []);
    expect(draft({}, between).sdk).toEqual({ since: { typescript: '9.3.0' } });
    expect(marks(draft({}, between), 'sdk.since')).toEqual([]);
  });

  test('is left to a person if the skipped releases were not read', () => {
    const between = listSkipped(FACTS, '9.0.0');
    expect(draft({}, between).sdk).toEqual({ since: { typescript: '9.3.0' } });
    expect(marks(draft({}, between), 'sdk.since')).toEqual([
      'look which release brought it, and correct sdk.since.typescript; sync did not read 9.1.0, 9.2.0',
    ]);
  });

  test('gets no mark if no release was skipped, or nothing is new', async () => {
    const ask = async (): Promise<string[]> => Promise.reject(new Error('requested'));
    expect(await findFirstReleases(FACTS, { ...base, sdk: '9.2.0' }, ask)).toEqual(NOTHING_BETWEEN);
    expect(
      (await findFirstReleases(FACTS, { ...base, union: FACTS.union ?? [] }, ask)).since.size,
    ).toBe(0);
    expect(listSkipped(FACTS, undefined).skipped).toEqual([]);
  });
});

describe('the report', () => {
  const written = (facts: SdkFacts, ...findings: NewBeta[]): string =>
    renderReport({
      facts,
      release: { files: new Map() } as unknown as Release,
      base: '9.0.0',
      findings,
      features: new Map(),
    });

  test('has the words of the SDK about a new value, each once', () => {
    const mentions = [
      mention('A.betas', 'src/a.ts:1', 'Header param: Must be sent.'),
      mention('B.betas', 'src/b.ts:2', 'Must be sent.'),
      mention('C.field', 'src/c.ts:3'),
    ];
    expect(written(FACTS, finding({ mentions }))).toContain(
      '> Must be sent.\n\n- `A.betas` (src/a.ts:1)\n- `B.betas` (src/b.ts:2)\n\n> ' +
        `Requires \`${ID}\`.\n\n- \`C.field\` (src/c.ts:3)\n`,
    );
  });

  test('reports that no earlier release is known', () => {
    const release = { files: new Map() } as unknown as Release;
    const parts = { facts: FACTS, release, findings: [], features: new Map() };
    const sentence = 'There is no sdk.json, so no earlier release is known';
    expect(renderReport({ ...parts, base: undefined })).toContain(sentence);
    expect(renderReport({ ...parts, base: '9.0.0' })).not.toContain(sentence);
  });

  test('mentions models.yaml only if the changelog ends a model', () => {
    const facts = {
      ...FACTS,
      changelog: [
        section('9.3.0', 'mark Claude One as deprecated', 'deprecate a param', 'add Claude Two'),
        section('9.0.0', 'retire Claude Zero'),
      ],
    };
    expect(written(facts).match(/- \[ \] .*models\.yaml.*/g)).toEqual([
      '- [ ] see whether models.yaml says it: mark Claude One as deprecated',
    ]);
  });
});
