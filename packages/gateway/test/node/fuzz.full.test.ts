/** Many hostile requests to a listening gateway. */
import { expect, it } from 'vitest';
import { runFuzz } from './support/run-fuzz.ts';

it('lets none of 50,000 hostile requests through', async () => {
  const { requests, connections, forwarded } = await runFuzz(50_000, 2);
  expect(requests).toBeGreaterThanOrEqual(50_000);
  expect(connections).toBeGreaterThan(2_000);
  expect(forwarded).toBeGreaterThan(requests / 3);
});
