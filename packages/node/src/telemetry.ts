/**
 * Publishes what the adapters decide: on a diagnostics channel, and on the active OpenTelemetry
 * span.
 */
import { channel } from 'node:diagnostics_channel';
import type { Decision, PlanEvent } from '@beta-headers/core';
import { DECISION_CHANNEL, type DecisionMessage } from './channel.ts';

const decisions = /* @__PURE__ */ channel(DECISION_CHANNEL);

/** Tests if the channel has a subscriber, or OpenTelemetry an active span. */
export const hasListener = (): boolean =>
  decisions.hasSubscribers || findActiveSpan() !== undefined;

/**
 * Publishes each decision of a plan on {@link DECISION_CHANNEL} if the channel has a subscriber,
 * and writes the plan to the active OpenTelemetry span, which may be the SDK's own:
 * `beta_headers.platform`, `.verdict`, `.sent`, and a list for each other action that occurs.
 */
export function publishPlan({ plan, platform }: PlanEvent): void {
  if (decisions.hasSubscribers)
    for (const decision of plan.decisions)
      decisions.publish({ decision, platform } satisfies DecisionMessage);
  findActiveSpan()?.setAttributes({
    'beta_headers.platform': platform,
    'beta_headers.verdict': plan.verdict,
    ...listAttributes(plan.decisions),
  });
}

const ACTIONS = [
  'added',
  'missing',
  'dropped',
  'stripped',
  'substituted',
  'refused',
  'ignored',
] as const;

/** Lists the names by action. Decisions never contain an API key, even if the header did. */
function listAttributes(made: readonly Decision[]): Record<string, string[]> {
  const attributes: Record<string, string[]> = {};
  const listNames = (wanted: (decision: Decision) => boolean): string[] =>
    made.filter(wanted).flatMap(({ beta, feature }) => beta ?? feature ?? []);
  attributes['beta_headers.sent'] = listNames(
    ({ action, beta }) => beta !== undefined && (action === 'sent' || action === 'added'),
  );
  for (const action of ACTIONS) {
    const names = listNames((decision) => decision.action === action);
    if (names.length > 0) attributes[`beta_headers.${action}`] = names;
  }
  return attributes;
}

interface Span {
  setAttributes(attributes: Record<string, string | string[]>): unknown;
}

const API = Symbol.for('opentelemetry.js.api.1');
const SPAN = Symbol.for('OpenTelemetry Context Key SPAN');

/**
 * Finds the active span without a dependency. `@opentelemetry/api` keeps its state in a global of
 * this name, so that several copies in one process share it. A context stores its span under the
 * other name.
 */
function findActiveSpan(): Span | undefined {
  const api = (globalThis as Record<symbol, unknown>)[API] as
    | { context?: { active(): Context } }
    | undefined;
  const span = api?.context?.active().getValue(SPAN);
  return typeof (span as Span | undefined)?.setAttributes === 'function'
    ? (span as Span)
    : undefined;
}

interface Context {
  getValue(key: symbol): unknown;
}
