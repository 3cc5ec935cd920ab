import {
  type CatalogAcceptance,
  type CatalogFeature,
  type CatalogPlatform,
  loadManifest,
} from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { toClaims } from '../src/emitters/catalog/claims.ts';
import { toFeature } from '../src/emitters/catalog/feature.ts';
import { toPlatform } from '../src/emitters/catalog/platform.ts';
import { toRule } from '../src/emitters/catalog/rule.ts';

const entry = (id: string, like?: string): CatalogPlatform => ({
  id,
  title: id,
  summary: { en: id, id },
  docs: 'https://example.com/',
  operator: 'demo',
  wire: 'header',
  hosts: [],
  bases: [],
  endpoints: [],
  like: like === undefined ? undefined : { platform: like, evidence: [] },
  evidence: [],
});
const PLATFORMS = [entry('first'), entry('second', 'first'), entry('third', 'second')];
const claim = (status: CatalogAcceptance['status'], derivedFrom?: string): CatalogAcceptance[] => [
  { status, confidence: 'high', evidence: [], ...(derivedFrom && { derivedFrom }) },
];
const UNKNOWN = claim('unknown');

describe('the claims of platforms that follow another', () => {
  it('are omitted if they are derived', () => {
    const claims = {
      first: claim('accepted'),
      second: claim('accepted', 'first'),
      third: claim('accepted', 'first'),
    };
    expect(toClaims(claims, PLATFORMS)).toEqual({ accepted: 'first', high: 'first' });
  });

  it('are written if they override a derived claim with unknown', () => {
    const claims = { first: claim('accepted'), second: UNKNOWN, third: claim('rejected') };
    expect(toClaims(claims, PLATFORMS)).toMatchObject({
      accepted: 'first',
      unknown: 'second',
      rejected: 'third',
    });
  });

  it('are omitted if there are none', () => {
    const nothing = { first: UNKNOWN, second: UNKNOWN, third: UNKNOWN };
    expect(toClaims(nothing, PLATFORMS)).toBeUndefined();
  });
});

it('toClaims writes a disputed claim as disputed, and not with its confidence', () => {
  const [one] = claim('accepted');
  expect(
    toClaims(
      {
        first: [
          {
            ...one,
            disputed: { en: 'Sources disagree.', id: 'Sumber berbeda.' },
          } as CatalogAcceptance,
        ],
      },
      PLATFORMS,
    ),
  ).toEqual({
    accepted: 'first',
    disputed: 'first',
  });
});

it('toPlatform writes only the own endpoints of a platform', () => {
  const own = { endpoint: ['POST /v1/a/{id}'], status: 'unavailable', evidence: [] } as const;
  const derived = { status: 'available', evidence: [], derivedFrom: 'first' } as const;
  expect(toPlatform({ ...entry('second', 'first'), endpoints: [own, derived] })).toEqual({
    operator: 'demo',
    like: 'first',
    endpoints: [{ endpoint: ['POST /v1/a/{}'], status: 'unavailable' }],
  });
});

describe('an exception', () => {
  const unless = { at: 'thing.off', is: true } as const;
  const when = { at: 'thing' };

  it('is written with its rule', () => {
    const written = { ...unless, endpoint: ['POST /v1/a/{id}'] };
    const shortened = { ...unless, endpoint: ['POST /v1/a/{}'] };
    expect(toRule({ ...when, unless: written })).toEqual({ ...when, unless: shortened });
  });

  it('is written with its substitute', () => {
    const substitute = { on: ['second'], when, unless, remove: 'thing', send: 'a-2026-01-01' };
    const feature = loadManifest().features[0] as CatalogFeature;
    expect(toFeature({ ...feature, substitutes: [substitute] } as never, [], [])).toMatchObject({
      substitutes: [substitute],
    });
  });
});
