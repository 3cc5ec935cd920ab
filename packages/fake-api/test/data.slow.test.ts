/**
 * Checks that the smallest request that uses a feature gets the verdict that the published manifest
 * implies. No test here names a feature.
 */
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogFeature,
  Platform,
} from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { findUses, type UsedAt } from '../src/gate/features.ts';
import { type GateRequest, gate, type Judgement, SDK_SURFACE } from '../src/gate/index.ts';
import { findNeeds } from '../src/gate/needs.ts';
import { Reading } from '../src/gate/request.ts';
import { collectKnown } from '../src/gate/surface.ts';
import { listEndpoints, listValues, makeRequest } from './support/requests.ts';

const TODAY = '2026-11-30';
const platforms = catalog.platforms.map(({ id }) => id);
const known = collectKnown(catalog, SDK_SURFACE);
const ENDED = new Set(catalog.models.filter(({ retired }) => retired).map(({ id }) => id));
const read = (request: GateRequest): Reading => new Reading(catalog, known, request, TODAY);

/**
 * Lists every model that the facts about a feature distinguish, an unlisted one, and a name that
 * identifies no model. Retired models are left out, because their end alone decides the answer.
 */
function listModels({ availability, betas }: CatalogFeature, platform: Platform): string[] {
  const own = catalog.betas.filter(({ id }) => betas.includes(id));
  const named = [
    ...(availability[platform] ?? []).flatMap(({ models = [] }) => models),
    ...own.flatMap(({ requires }) => requires.flatMap(({ model = [] }) => model)),
    ...own.flatMap(({ acceptance }) =>
      (acceptance[platform] ?? []).flatMap(({ models = [] }) => models),
    ),
  ];
  return [...new Set([...named, 'claude-next-9', 'deployment'])].filter((id) => !ENDED.has(id));
}

/**
 * Adds the betas that the rules of a request require: the first accepted one of each choice, else
 * one of unknown acceptance.
 */
function withBetas(request: GateRequest): GateRequest {
  const reading = read(request);
  const isAccepted = (id: string): boolean =>
    ['accepted', 'ignored'].includes(findAcceptance(id, request)?.status ?? '');
  const betas = findNeeds(findUses(reading), reading).flatMap(
    ({ satisfiedBy }) => satisfiedBy.find(isAccepted) ?? satisfiedBy.slice(0, 1),
  );
  return betas.length > 0 ? { ...request, betas: [...new Set(betas)] } : request;
}

/** Finds the claim about a value, if it is undisputed and depends on no model or endpoint. */
function findAcceptance(id: string, { platform }: GateRequest): CatalogAcceptance | undefined {
  const claims = catalog.betas.find((beta) => beta.id === id)?.acceptance[platform] ?? [];
  const [claim] = claims;
  return claims.length === 1 && !claim?.disputed ? claim : undefined;
}

const readModel = (request: GateRequest): string | undefined => read(request).views[0]?.model;

/** Finds the status of a use, independently of the gate: the first of the claims that may apply. */
function findStatus(use: UsedAt, platform: Platform, request: GateRequest): string {
  const id = use.view.modelId;
  const claims = (use.feature.availability[platform] ?? [])
    .filter(({ until }) => !until || until >= TODAY)
    .filter(({ endpoint }) => !endpoint || read(request).isAt(endpoint))
    .filter(({ shape }) => !shape || (use.shape !== undefined && shape.includes(use.shape)));
  const certain = claims.findIndex(({ models }) => !models || (id && models.includes(id)));
  if (certain < 0) return 'unknown';
  const possible = claims
    .slice(0, certain + 1)
    .filter(({ models }, i) => i === certain || (models && !isListed(id)));
  const words = new Set(possible.map(getWord));
  return words.size === 1 ? ([...words][0] as string) : 'unknown';
}

const isListed = (model: string | undefined): boolean =>
  catalog.models.some(({ id }) => id === model);

const getWord = ({ status, disputed }: CatalogAvailability): string =>
  disputed ? 'unknown' : status;

interface Sample {
  readonly request: GateRequest;
  readonly judgement: Judgement;
  readonly expected: Judgement['verdict'];
}

function* makeSamples(feature: CatalogFeature, platform: Platform): Generator<Sample> {
  for (const use of feature.uses) {
    for (const endpoint of listEndpoints(use)) {
      for (const value of listValues(use)) {
        for (const model of listModels(feature, platform)) {
          const bare = makeRequest(use, endpoint, value, platform, model);
          if (!read(bare).isAboutMessages && model !== 'deployment') continue;
          const request = withBetas(bare);
          const judgement = gate(request, { today: TODAY });
          yield { request, judgement, expected: computeExpected(request, platform, judgement) };
        }
      }
    }
  }
}

const made = new Map<string, readonly Sample[]>();

function listSamples(feature: CatalogFeature, platform: Platform): readonly Sample[] {
  const key = `${feature.name} ${platform}`;
  const samples = made.get(key) ?? [...makeSamples(feature, platform)];
  made.set(key, samples);
  return samples;
}

function computeExpected(
  request: GateRequest,
  platform: Platform,
  judgement: Judgement,
): Judgement['verdict'] {
  const reading = read(request);
  const uses = findUses(reading);
  const statuses = uses.map((use) => findStatus(use, platform, request));
  const place = catalog.platforms
    .find(({ id }) => id === platform)
    ?.endpoints.find(({ endpoint }) => !endpoint || reading.isAt(endpoint))?.status;
  const hasHopeless = findNeeds(uses, reading).some(({ satisfiedBy }) => satisfiedBy.length === 0);
  const isConstrained = judgement.reasons.some(({ code }) => code === 'constraint');
  if ([place, ...statuses].includes('unavailable') || hasHopeless || isConstrained)
    return 'refuses';
  const headers = gate({ ...request, body: { model: readModel(request) } }, { today: TODAY });
  const isDoubted = headers.reasons.some(({ code }) => /acceptance|depends-on-model/.test(code));
  const isOpen = judgement.reasons.some(
    ({ code, subject }) => code === 'depends-on-model' && isLimited(subject),
  );
  return [place, ...statuses].includes('unknown') || isDoubted || isOpen ? 'unknown' : 'accepts';
}

/** Tests if a feature has a constraint for certain models. */
const isLimited = (name: string): boolean =>
  catalog.features.some(
    (feature) =>
      feature.name === name &&
      feature.constraints.some(({ all }) => all.some((part) => 'model' in part && part.model)),
  );

const pairs = catalog.features
  .filter(({ uses }) => uses.length > 0)
  .flatMap((feature) => platforms.map((platform) => ({ name: feature.name, feature, platform })));
const counts = { accepts: 0, refuses: 0, unknown: 0 };

describe('the smallest request that uses a feature', () => {
  it.each(pairs)('for $name on $platform gets the verdict of the data', (pair) => {
    let samples = 0;
    for (const { request, judgement, expected } of listSamples(pair.feature, pair.platform)) {
      const about = JSON.stringify([request, judgement.reasons]);
      expect(judgement.verdict, about).toBe(expected);
      counts[judgement.verdict]++;
      samples++;
    }
    expect(samples).toBeGreaterThan(0);
  });

  it('covers all three verdicts', () => {
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(200);
  });

  it('gets the name of the refused or unknown feature', () => {
    for (const { feature, platform } of pairs) {
      for (const { request, judgement } of listSamples(feature, platform)) {
        const uses = findUses(read(request)).filter((use) => use.feature === feature);
        const status = uses.map((use) => findStatus(use, platform, request));
        const named = judgement.reasons.filter(({ subject }) => subject === feature.name);
        const codes = named.map(({ code }) => code);
        const about = JSON.stringify([request, judgement.reasons]);
        if (status.includes('unavailable')) expect(codes, about).toContain('unavailable');
        else if (judgement.verdict === 'unknown' && status.includes('unknown'))
          expect(codes.join(), about).toMatch(/availability|depends-on-model/);
        else expect(codes.join(), about).not.toMatch(/availab/);
      }
    }
  });
});

describe('the same request without its betas', () => {
  it('is refused if a rule requires one', () => {
    let refused = 0;
    for (const { feature, platform } of pairs) {
      for (const { request } of listSamples(feature, platform)) {
        if (!request.betas) continue;
        const { betas: _, ...bare } = request;
        expect(gate(bare, { today: TODAY }).verdict, JSON.stringify(bare)).toBe('refuses');
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(500);
  });
});
