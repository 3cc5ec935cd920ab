/** The pages about platforms, models and clients, against data.json in a reading of their own. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plan } from '@beta-headers/core';
import { describe, expect, it, vi } from 'vitest';
import { placesEn } from '../src/i18n/places.en.ts';
import { type CatalogAvailability, catalog, getBeta } from '../src/lib/catalog.ts';
import { getHeaderMark } from '../src/lib/claim-marks.ts';
import { groupByMark, listClientValues } from '../src/lib/client-page.ts';
import { listStages } from '../src/lib/concepts.ts';
import { findModelId, listModelRows, selectClaims } from '../src/lib/model-page.ts';
import { listPlaceFiles } from '../src/lib/place-files.ts';
import { makeModelJson, makePlatformJson } from '../src/lib/place-json.ts';
import {
  CLOUDS,
  countFiltered,
  FEATURE_GROUPS,
  getMessagesPath,
  groupFeatures,
  groupValues,
  VALUE_GROUPS,
  type ValueGroup,
} from '../src/lib/platform-page.ts';
import { findPlatformSample } from '../src/lib/platform-sample.ts';

interface Claim {
  readonly status: string;
  readonly disputed?: unknown;
  readonly instead?: unknown;
  readonly needs?: unknown;
  readonly models?: readonly string[];
  readonly endpoint?: unknown;
  readonly shape?: unknown;
  readonly until?: string;
}
interface Data {
  readonly platforms: readonly { readonly id: string; readonly operator: string }[];
  readonly models: readonly { readonly id: string }[];
  readonly betas: readonly {
    readonly id: string;
    readonly stage: string;
    readonly feature: string;
    readonly requires: readonly { readonly platform?: readonly string[] }[];
    readonly acceptance: Readonly<Record<string, readonly Claim[]>>;
  }[];
  readonly features: readonly {
    readonly name: string;
    readonly availability: Readonly<Record<string, readonly Claim[]>>;
  }[];
}
const data = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../../packages/manifest/data.json', import.meta.url)),
    'utf8',
  ),
) as Data;

/** Sorts a value by its claims alone, as a reader of data.json would. */
function sortValue(beta: Data['betas'][number], platform: Data['platforms'][number]): ValueGroup {
  const claims = beta.acceptance[platform.id] ?? [];
  const has = (status: string): boolean => claims.some((claim) => claim.status === status);
  const isDisputed = claims.some(({ disputed }) => disputed);
  const all = (status: string): boolean => claims.every((claim) => claim.status === status);
  const isOver =
    ['graduated', 'retired'].includes(beta.stage) &&
    beta.requires.every((rule) => rule.platform && !rule.platform.includes(platform.id));
  if (claims.some(({ instead }) => instead)) return 'instead';
  if (isDisputed || (has('accepted') && !all('accepted'))) return 'conditional';
  if (all('ignored')) return 'useless';
  if (all('rejected')) return 'rejected';
  if (isOver && (all('unknown') || platform.operator === 'anthropic')) return 'useless';
  return all('accepted') ? 'accepted' : 'unknown';
}

describe('the page of a platform', () => {
  it.each(data.platforms.map((platform) => [platform.id, platform] as const))(
    'sorts every value as data.json says: %s',
    (id, platform) => {
      const page = catalog.platforms.find((one) => one.id === id);
      const groups = groupValues(page as NonNullable<typeof page>);
      const shown = Object.fromEntries(
        VALUE_GROUPS.flatMap((group) => groups[group].map((beta) => [beta.id, group])),
      );
      const expected = Object.fromEntries(
        data.betas.map((beta) => [beta.id, sortValue(beta, platform)]),
      );
      expect(shown).toEqual(expected);
    },
  );

  it('has every feature once, and those that no source knows apart', () => {
    for (const { id } of data.platforms) {
      const groups = groupFeatures(id);
      const names = FEATURE_GROUPS.flatMap((group) => groups[group].map(({ name }) => name));
      expect(names.toSorted()).toEqual(data.features.map(({ name }) => name).toSorted());
      const status = (name: string): string[] =>
        (data.features.find((one) => one.name === name)?.availability[id] ?? []).map(
          (claim) => claim.status,
        );
      expect(
        groups.unknown.every(({ name }) => status(name).every((one) => one === 'unknown')),
      ).toBe(true);
      expect(
        groups.available.every(({ name }) => status(name).every((one) => one === 'available')),
      ).toBe(true);
      expect(groups.unavailable.every(({ name }) => !status(name).includes('available'))).toBe(
        true,
      );
    }
  });

  it('never sends what it calls rejected, and sends what it calls accepted', () => {
    for (const platform of catalog.platforms) {
      const groups = groupValues(platform);
      const send = (id: string): readonly string[] =>
        plan(
          {
            method: 'POST',
            url: '/v1/messages',
            headers: { 'anthropic-beta': id },
            body: { model: 'claude-opus-5-5', max_tokens: 1, messages: [] },
          },
          { platform: platform.id as 'claude-api' },
        ).betas;
      const sent = (group: ValueGroup): string[] =>
        groups[group].map(({ id }) => id).filter((id) => send(id).includes(id));
      expect(sent('rejected'), platform.id).toEqual([]);
      expect(sent('instead'), platform.id).toEqual([]);
      // The older response shape is a matter of other endpoints than Messages.
      const needed = groups.accepted.filter(({ stage }) => stage !== 'legacy-shape');
      expect(sent('accepted'), platform.id).toEqual(
        expect.arrayContaining(needed.map(({ id }) => id)),
      );
    }
  });

  it('counts the rows of the filtered table', () => {
    for (const { id } of data.platforms) {
      const isOn = (feature: string): boolean =>
        (data.features.find((one) => one.name === feature)?.availability[id] ?? []).some(
          ({ status, disputed }, _, all) =>
            status === 'available' && !(all.length === 1 && disputed),
        );
      expect(countFiltered(id).on, id).toBe(data.betas.filter((beta) => isOn(beta.feature)).length);
    }
  });

  it('has a word for every platform, and tells apart those of one cloud', () => {
    expect(Object.keys(placesEn.platforms.word)).toEqual(data.platforms.map(({ id }) => id));
    expect([...CLOUDS.flat(), 'claude-api'].toSorted()).toEqual(
      data.platforms.map(({ id }) => id).toSorted(),
    );
    expect(catalog.platforms.map(getMessagesPath)).toContain('/anthropic/v1/messages');
  });

  it('has a sample with a beta that the platform does not reject', () => {
    for (const { id } of data.platforms) {
      const found = findPlatformSample(id);
      const mark = getHeaderMark(found?.beta.acceptance[id] ?? []);
      expect(['accepted', 'disputed', 'some'], id).toContain(mark);
      expect(found?.sample.now, id).toMatchObject({ platform: id, betas: [found?.beta.id] });
    }
  });
});

describe('the page of a model', () => {
  it('uses the claims that can apply to the model, up to the first that always does', () => {
    const claims: CatalogAvailability[] = [
      { status: 'unavailable', models: ['a'], evidence: [] },
      { status: 'available', models: ['b'], evidence: [] },
      { status: 'unknown', evidence: [] },
    ];
    const select = (model: string) => selectClaims(claims, model).map(({ status }) => status);
    expect(select('a')).toEqual(['unavailable']);
    expect(select('b')).toEqual(['available']);
    expect(select('c')).toEqual(['unknown']);
  });

  it('agrees with the planner on features that a model lacks', () => {
    for (const model of catalog.models) {
      const { id } = model;
      const row = listModelRows(model).find(({ feature }) => feature.name === 'fast-mode');
      const planned = plan(
        {
          method: 'POST',
          url: '/v1/messages',
          body: { model: id, max_tokens: 1, speed: 'fast', messages: [] },
        },
        { platform: 'claude-api' },
      );
      const isMissing = row?.marks['claude-api'] === 'unavailable';
      if (isMissing) expect(planned.verdict === 'works' && !planned.changed, id).toBe(false);
    }
  });

  it('shows no platform of Anthropic for a model that has ended there', () => {
    const ended = catalog.models.filter(({ retired }) => retired);
    expect(ended.length).toBeGreaterThan(0);
    for (const model of ended)
      for (const { marks } of listModelRows(model))
        expect(Object.keys(marks), model.id).not.toContain('claude-api');
  });

  it('takes names from sources, and inherits them only where a platform follows another', () => {
    const opus = catalog.models.find(({ id }) => id === 'claude-opus-4-6');
    const on = (id: string) => catalog.platforms.find((one) => one.id === id);
    const find = (id: string) =>
      findModelId(opus as NonNullable<typeof opus>, on(id) as NonNullable<ReturnType<typeof on>>);
    expect(find('bedrock')).toEqual({ id: 'anthropic.claude-opus-4-6-v1' });
    expect(find('claude-on-aws')).toEqual({ id: 'claude-opus-4-6', from: 'claude-api' });
    expect(find('bedrock-converse')).toBeUndefined();
  });
});

describe('the page about Claude Code', () => {
  const client = catalog.clients[0] as (typeof catalog.clients)[number];

  it('has the marks of data.json, and nobody-knows as such', () => {
    for (const value of listClientValues(client)) {
      const claims = data.betas.find(({ id }) => id === value.beta.id)?.acceptance ?? {};
      for (const [platform, mark] of Object.entries(value.marks)) {
        const statuses = (claims[platform] ?? []).map(({ status }) => status);
        if (mark === 'accepted') expect(statuses.every((one) => one === 'accepted')).toBe(true);
        if (statuses.every((one) => one === 'unknown'))
          expect(['unknown', 'disputed']).toContain(mark);
      }
      expect(groupByMark(value).flatMap(([, platforms]) => platforms)).toHaveLength(
        data.platforms.length,
      );
    }
  });

  it('has every value of the list in the review', () => {
    const review =
      'claude-code-20250219,oauth-2025-04-20,interleaved-thinking-2025-05-14,' +
      'redact-thinking-2026-02-12,context-management-2025-06-27,prompt-caching-scope-2026-01-05,' +
      'advanced-tool-use-2025-11-20,effort-2025-11-24,fine-grained-tool-streaming-2025-05-14,' +
      'afk-mode-2026-01-31';
    const sent = client.sends.map(({ beta }) => beta);
    expect(review.split(',').filter((id) => !sent.includes(id))).toEqual([]);
    for (const id of sent) expect(getBeta(id).id).toBe(id);
  });
});

describe('the concept pages', () => {
  it('count the stages of data.json', () => {
    expect(listStages().map(({ stage, count }) => [stage, count])).toEqual(
      listStages().map(({ stage }) => [
        stage,
        data.betas.filter((one) => one.stage === stage).length,
      ]),
    );
  });

  it('say rightly that no beta depends on a version of the API', () => {
    const rules = catalog.betas.flatMap(({ requires }) => requires);
    expect(rules.filter(({ apiVersion }) => apiVersion)).toEqual([]);
    expect(catalog.features.filter(({ apiVersion }) => apiVersion)).toEqual([]);
  });
});

describe('the files beside the pages', () => {
  it('are Markdown for every page, in both languages, without gaps', () => {
    // Pages are read from the folder in which the site is built.
    const folder = fileURLToPath(new URL('..', import.meta.url));
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder);
    const files = listPlaceFiles();
    cwd.mockRestore();
    const own = 2 + 1 + 4 + catalog.platforms.length + catalog.models.length;
    expect(files).toHaveLength(2 * own);
    for (const { path, text } of files) {
      expect(text.startsWith('# '), path).toBe(true);
      expect(text, path).not.toMatch(/undefined|\[object|<[A-Z]\w+ /);
    }
  });

  it('are small JSON that agrees with the lists', () => {
    for (const platform of catalog.platforms) {
      const json = JSON.stringify(makePlatformJson(platform));
      expect(json.length).toBeLessThan(50_000);
      const { values } = JSON.parse(json) as { values: Record<string, { id: string }[]> };
      expect(Object.values(values).flat()).toHaveLength(data.betas.length);
    }
    for (const model of catalog.models)
      expect(JSON.stringify(makeModelJson(model)).length).toBeLessThan(50_000);
  });
});
