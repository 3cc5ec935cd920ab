/** How slow this machine is, for the time-outs of tests: they detect what hangs, and are no measure of speed. */
import { createHash } from 'node:crypto';

/** The environment variable that carries the factor to every test run. No cache key contains it. */
export const VARIABLE = 'TEST_TIME_SCALE';

/** The work below on a quiet core of the machine that the times in CONTRIBUTING.md are of, in ms. */
const REFERENCE_MS = 200;

/** The factor that the environment names; 1 where nobody measured. */
export const timeScale: number = Math.max(1, Number(process.env[VARIABLE]) || 1);

/** A time-out for this machine. */
export function scaled(milliseconds: number): number {
  return Math.round(milliseconds * timeScale);
}

/** Measures the machine with a fixed piece of work: 1 at the recorded speed or faster, 5 at a fifth of it. */
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
