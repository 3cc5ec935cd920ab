/** Counts requests for Prometheus. */
import { type EngineCatalog, extendCatalog } from '@beta-headers/core';
import type { RecoveryEvent } from '@beta-headers/core/recovery';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { GatewayEvent } from '../types.ts';
import type { RequestObserver, ServerObserver } from './listener.ts';

/** The metrics of one server. */
export interface Metrics extends Required<ServerObserver> {
  /** Counts an answered request. */
  onEvent(event: GatewayEvent): void;
  /** Counts an event of the recovery. */
  onRecoveryEvent(event: RecoveryEvent): void;
  /** Renders all metrics in Prometheus's text format. */
  render(): Promise<{ readonly type: string; readonly text: string }>;
}

/** The label of every beta that the catalog does not have, so that clients create no series. */
const OTHER = 'other';
const NONE = 'none';

/** From quick errors to long responses, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

/** Creates metrics in a registry of their own. */
export function createMetrics(catalog: EngineCatalog<string> = extendCatalog({})): Metrics {
  const registry = new Registry();
  const meters = createMeters(registry);
  // The labels of requests that are answered and not yet ended.
  const labels = new Map<string, { readonly kind: string; readonly upstream: string }>();
  return {
    onEvent(event) {
      const { kind, upstream = NONE } = event;
      const verdict = event.verdict ?? NONE;
      const status = `${Math.floor(event.status / 100)}xx`;
      meters.requests.inc({ kind, upstream, status, verdict });
      if (event.attempts > 0) meters.attempts.inc({ upstream }, event.attempts);
      if (event.error !== undefined) meters.errors.inc({ error: event.error });
      for (const { action, beta, feature } of event.changes)
        meters.decisions.inc({
          action,
          beta: toLabel(catalog.betas, beta),
          feature: toLabel(catalog.features, feature),
        });
      labels.set(event.id, { kind, upstream });
    },
    onRecoveryEvent(event) {
      meters.recovery.inc({ event: event.type });
      if (event.type === 'memory-down') meters.memoryUp.set(0);
      if (event.type === 'memory-up') meters.memoryUp.set(1);
    },
    onRefusal: ({ reason }) => meters.refusals.inc({ reason }),
    onRequest: () => observeRequest(meters, labels),
    async render() {
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

const toLabel = (known: ReadonlyMap<string, unknown>, name: string | undefined): string =>
  name === undefined ? NONE : known.has(name) ? name : OTHER;

function observeRequest(
  { inFlight, duration, firstByte, aborted }: Meters,
  labels: Map<string, { readonly kind: string; readonly upstream: string }>,
): RequestObserver {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  let first: number | undefined;
  inFlight.inc();
  return {
    onFirstByte() {
      first ??= seconds();
    },
    onEnd(id, isComplete) {
      inFlight.dec();
      if (!isComplete) aborted.inc();
      const found = labels.get(id ?? '');
      if (!found) return;
      labels.delete(id ?? '');
      if (first !== undefined) firstByte.observe(found, first);
      duration.observe(found, seconds());
    },
  };
}

type Meters = ReturnType<typeof createMeters>;

function createMeters(registry: Registry) {
  const counter = <T extends string>(name: string, help: string, labelNames: T[]): Counter<T> =>
    new Counter({ name: `beta_headers_${name}`, help, labelNames, registers: [registry] });
  const gauge = (name: string, help: string): Gauge =>
    new Gauge({ name: `beta_headers_${name}`, help, registers: [registry] });
  const histogram = (name: string, help: string): Histogram<'kind' | 'upstream'> =>
    new Histogram({
      name: `beta_headers_${name}`,
      help,
      labelNames: ['kind', 'upstream'],
      buckets: BUCKETS,
      registers: [registry],
    });
  const meters = {
    requests: counter('requests_total', 'Answered requests.', [
      'kind',
      'upstream',
      'status',
      'verdict',
    ]),
    attempts: counter('upstream_requests_total', 'Requests to upstreams, with retries.', [
      'upstream',
    ]),
    errors: counter('errors_total', "The gateway's own errors.", ['error']),
    decisions: counter('decisions_total', 'Changes of requests by the plan.', [
      'action',
      'beta',
      'feature',
    ]),
    recovery: counter('recovery_events_total', 'Events of the recovery.', ['event']),
    refusals: counter('refused_requests_total', 'Requests that are not valid HTTP or too large.', [
      'reason',
    ]),
    aborted: counter('aborted_responses_total', 'Responses that clients did not wait for.', []),
    inFlight: gauge('requests_in_flight', 'Requests without a complete response.'),
    memoryUp: gauge('memory_up', 'If the shared memory of the recovery works: 1 or 0.'),
    duration: histogram('request_duration_seconds', 'From arrival to the end of the response.'),
    firstByte: histogram('time_to_first_byte_seconds', 'From arrival to the first byte of a body.'),
  };
  meters.memoryUp.set(1);
  return meters;
}
