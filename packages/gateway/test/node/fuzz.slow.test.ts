/** Hostile requests to a listening gateway. */
import { expect, it } from 'vitest';
import { runFuzz } from './support/run-fuzz.ts';

it('lets no hostile request reach another address, pass a hop-by-hop header, or hang', async () => {
  const { requests, forwarded } = await runFuzz(1_500, 1);
  expect(requests).toBeGreaterThanOrEqual(1_500);
  expect(forwarded).toBeGreaterThan(requests / 3);
});
