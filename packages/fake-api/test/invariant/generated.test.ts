/** Checks the invariant for random requests. FAST_CHECK_RUNS is the number for each seed. */
import fc from 'fast-check';
import { afterAll, it } from 'vitest';
import { Tally } from './support/faults.ts';
import { cases } from './support/generate.ts';

const runs = Number(process.env['FAST_CHECK_RUNS'] ?? 2000);
/** 25,000 runs of each make 300,000. */
const SEEDS = Array.from({ length: 12 }, (_, i) => 20_261_130 + i);

const tally = new Tally();
afterAll(() => console.log(`seeds ${SEEDS[0]} to ${SEEDS.at(-1)}: ${tally.summary}`));

it.each(SEEDS)('engine and oracle agree on generated requests, seed %i', (seed) => {
  fc.assert(
    // Throws both answers, so that fast-check prints them for the smallest request that it finds.
    fc.property(cases, (one) => tally.check(one)),
    { numRuns: runs, seed },
  );
});
