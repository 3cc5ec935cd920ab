/**
 * Shows what the adapters decide: on a diagnostics channel, and on the active OpenTelemetry span.
 */
import { channel } from 'node:diagnostics_channel';
import type { BetaPlan, Decision, Platform } from '@beta-headers/core';

/**
 * The name of the channel: `diagnostics_channel.subscribe('beta-headers:decision', (message) =>
 * …)`.
 */
export const DECISION_CHANNEL = 'beta-headers:decision';

/** What is published for each decision. Never the plan: its body may hold a prompt. */
export interface DecisionMessage {
  readonly decision: Decision;
  readonly platform: Platform;
}

const decisions = /* @__PURE__ */ channel(DECISION_CHANNEL);

/**
 * Publishes a decision on {@link DECISION_CHANNEL}, as long as somebody listens; what a subscriber
 * throws does not reach the request. With the first of a plan, writes the plan onto the active
 * OpenTelemetry span, the SDK's own where it makes one: `beta_headers.platform`, `.verdict`,
 * `.sent`, and a list for each other action that there is.
 */
export function publishDecision(decision: Decision, plan: BetaPlan): void {
  const { platform, verdict, decisions: made } = plan;
  if (decisions.hasSubscribers) decisions.publish({ decision, platform } satisfies DecisionMessage);
  if (decision === made[0])
    activeSpan()?.setAttributes({
      'beta_headers.platform': platform,
      'beta_headers.verdict': verdict,
      ...attributesOf(plan),
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

/** From the decisions, which never repeat a key that went astray. */
function attributesOf({ decisions: made }: BetaPlan): Record<string, string[]> {
  const attributes: Record<string, string[]> = {};
  const namesOf = (wanted: (decision: Decision) => boolean): string[] =>
    made.filter(wanted).flatMap(({ beta, feature }) => beta ?? feature ?? []);
  attributes['beta_headers.sent'] = namesOf(
    ({ action, beta }) => beta !== undefined && (action === 'sent' || action === 'added'),
  );
  for (const action of ACTIONS) {
    const names = namesOf((decision) => decision.action === action);
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
 * The active span, without a dependency: `@opentelemetry/api` keeps its state in a global of this
 * name, so that its copies in one process work together; a context finds its span under the other
 * name.
 */
function activeSpan(): Span | undefined {
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
