/** Scales test time-outs to the speed of the machine. A time-out detects a hang, not slowness. */
import { createHash } from 'node:crypto';

/** The environment variable that carries the factor to every test run. No cache key contains it. */
export const VARIABLE = 'TEST_TIME_SCALE';

/** Time of the reference work on the machine that CONTRIBUTING.md quotes, in ms. */
const REFERENCE_MS = 200;

/** The factor from the environment; 1 if it is not set. */
const timeScale: number = Math.max(1, Number(process.env[VARIABLE]) || 1);

/** Scales a time-out to this machine. */
export function scaleTimeout(milliseconds: number): number {
  return Math.round(milliseconds * timeScale);
}

/** Measures the machine with fixed work: 1 at the reference speed or faster, 5 at a fifth of it. */
export function measureTimeScale(): number {
  const started = performance.now();
  let digest = Buffer.alloc(0);
  for (let round = 0; round < ROUNDS; round += 1)
    digest = createHash('sha256').update(digest).update(JSON.stringify(WORK)).digest();
  const factor = (performance.now() - started) / REFERENCE_MS;
  return Math.max(1, Math.round(factor * 10) / 10);
}

const ROUNDS = 10_000;
const WORK = Array.from({ length: 200 }, (_, index) => ({ index, text: `value ${index}` }));
