/**
 * Checks the removal of features from bodies of agents. FAST_CHECK_RUNS is the number for each
 * seed.
 */
import { PLATFORMS, plan } from '@beta-headers/core';
import { catalog } from '@beta-headers/manifest/data';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { findBodyProblems, judge } from '../../src/gate/index.ts';
import { agentic } from './support/agentic.ts';
import { TODAY } from './support/faults.ts';

const runs = Number(process.env['FAST_CHECK_RUNS'] ?? 2000);
/** 2,000 runs of each make 12,000. */
const SEEDS = Array.from({ length: 6 }, (_, i) => 20_261_230 + i);
const ids = catalog.betas.map(({ id }) => id);

const counts = { bodies: 0, stripped: 0, refused: 0 };
afterAll(() => {
  const { bodies, stripped, refused } = counts;
  const seeds = `seeds ${SEEDS[0]} to ${SEEDS.at(-1)}`;
  console.log(`${seeds}: ${bodies} bodies, ${stripped} changed, ${refused} refused`);
  // Fewer would mean that the test tries almost nothing.
  expect(stripped).toBeGreaterThan(bodies / 6);
});

it.each(SEEDS)('strip leaves a valid body valid, seed %i', (seed) => {
  const rejected = fc.oneof(fc.constant<string[]>([]), fc.subarray(ids, { maxLength: 4 }));
  fc.assert(
    fc.property(agentic, fc.constantFrom(...PLATFORMS), rejected, (body, platform, known) => {
      expect(findBodyProblems(body), 'the body before').toEqual([]);
      const options = {
        platform,
        today: TODAY,
        rejected: known,
        policy: { unavailable: 'strip' },
      } as const;
      const planned = plan({ method: 'POST', url: '/v1/messages', body }, options);
      counts.bodies++;
      if (planned.verdict === 'refused') counts.refused++;
      else if ('body' in planned) counts.stripped++;
      const left = 'body' in planned ? planned.body : body;
      expect(findBodyProblems(left), JSON.stringify(left)).toEqual([]);
      if (planned.verdict !== 'works') return;
      const headers = planned.header === undefined ? {} : { 'anthropic-beta': planned.header };
      const request = { method: 'POST', url: '/v1/messages', headers, body: left };
      const { verdict, reasons } = judge(request, { platform, today: TODAY, rejects: known });
      expect([verdict, ...reasons]).toEqual(['accepts']);
    }),
    { numRuns: runs, seed },
  );
});
