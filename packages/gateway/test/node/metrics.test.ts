/** The metrics. */
import { extendCatalog } from '@beta-headers/core';
import { expect, it } from 'vitest';
import { createMetrics } from '../../src/node/metrics.ts';
import type { Change, GatewayEvent } from '../../src/types.ts';

const toEvent = (change: Partial<Change>): GatewayEvent => ({
  id: 'r1',
  method: 'POST',
  kind: 'messages',
  upstream: 'main',
  status: 200,
  durationMs: 5,
  attempts: 1,
  changes: [{ action: 'dropped', reason: 'rejected', ...change }],
});

it('has one series for all betas that are not known, however many a client sends', async () => {
  const metrics = createMetrics();
  for (let i = 0; i < 1_000; i++) metrics.onEvent(toEvent({ beta: `made-up-${i}-2025-01-01` }));
  metrics.onEvent(toEvent({ beta: '[hidden]' }));
  metrics.onEvent(toEvent({ beta: '__proto__', feature: 'constructor' }));
  metrics.onEvent(toEvent({ beta: 'context-1m-2025-08-07', feature: 'context-1m' }));
  const { text } = await metrics.render();
  const series = text
    .split('\n')
    .filter((line) => line.startsWith('beta_headers_decisions_total{'));
  expect(series.sort()).toEqual([
    expect.stringMatching(/beta="context-1m-2025-08-07",feature="[\w-]+"\} 1$/),
    'beta_headers_decisions_total{action="dropped",beta="other",feature="none"} 1001',
    'beta_headers_decisions_total{action="dropped",beta="other",feature="other"} 1',
  ]);
});

it("knows the betas of the operator's own catalog", async () => {
  const catalog = extendCatalog({
    features: { private: {} },
    betas: { 'private-2025-01-01': { feature: 'private' } },
  } as never);
  const metrics = createMetrics(catalog);
  metrics.onEvent(toEvent({ beta: 'private-2025-01-01' }));
  expect((await metrics.render()).text).toContain('beta="private-2025-01-01"');
});

it('counts the events of the recovery and the state of its memory', async () => {
  const metrics = createMetrics();
  metrics.onRecoveryEvent({ type: 'learned', platform: 'bedrock', betas: ['a-2025-01-01'] });
  metrics.onRecoveryEvent({ type: 'memory-down', forMs: 1 });
  const { text } = await metrics.render();
  expect(text).toContain('beta_headers_recovery_events_total{event="learned"} 1');
  expect(text).toMatch(/^beta_headers_memory_up 0$/m);
  metrics.onRecoveryEvent({ type: 'memory-up' });
  expect((await metrics.render()).text).toMatch(/^beta_headers_memory_up 1$/m);
});

it('keeps a registry of its own for each server', async () => {
  const one = createMetrics();
  const two = createMetrics();
  one.onEvent(toEvent({}));
  expect((await two.render()).text).not.toContain('kind="messages"');
});
