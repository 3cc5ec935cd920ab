/** Makes what the doors decide visible to others: on a diagnostics channel, and on the active OpenTelemetry span. */
import { channel } from 'node:diagnostics_channel';
import type { BetaPlan, Decision, Platform } from '@beta-headers/core';

/** The name of the channel: `diagnostics_channel.subscribe('beta-headers:decision', (message) => …)`. */
export const DECISION_CHANNEL = 'beta-headers:decision';

/** What is published for each decision. Never the plan: its body may hold a prompt. */
export interface DecisionMessage {
  readonly decision: Decision;
  readonly platform: Platform;
}

const decisions = /* @__PURE__ */ channel(DECISION_CHANNEL);

/**
 * Publishes a decision on {@link DECISION_CHANNEL}, as long as somebody listens; what a subscriber throws does not reach the request. With the first of a plan,
 * writes the plan onto the active OpenTelemetry span, the SDK's own where it makes one: `beta_headers.platform`, `.sent`, and `.added`, `.dropped`, `.renamed`,
 * `.refused` where there are any.
 */
export function showDecision(
  decision: Decision,
  plan: BetaPlan,
  platform: Platform = 'claude-api',
): void {
  if (decisions.hasSubscribers) decisions.publish({ decision, platform } satisfies DecisionMessage);
  if (decision === plan.decisions[0])
    activeSpan()?.setAttributes({ 'beta_headers.platform': platform, ...attributesOf(plan) });
}

const ACTIONS = ['added', 'dropped', 'renamed', 'refused'] as const;

function attributesOf({ decisions: made }: BetaPlan): Record<string, string[]> {
  const attributes: Record<string, string[]> = {};
  // What is sent, by the names that are sent; from the decisions, which never repeat a key that went astray.
  attributes['beta_headers.sent'] = made
    .filter(({ action }) => action === 'sent' || action === 'added' || action === 'renamed')
    .map(({ action, beta, other }) => (action === 'renamed' && other !== undefined ? other : beta));
  for (const action of ACTIONS) {
    const betas = made.filter((decision) => decision.action === action).map(({ beta }) => beta);
    if (betas.length > 0) attributes[`beta_headers.${action}`] = betas;
  }
  return attributes;
}

interface Span {
  setAttributes(attributes: Record<string, string | string[]>): unknown;
}

const API = Symbol.for('opentelemetry.js.api.1');
const SPAN = Symbol.for('OpenTelemetry Context Key SPAN');

/**
 * The active span, without a dependency: `@opentelemetry/api` keeps its state in a global of this name, so that its copies in one process work together;
 * a context finds its span under the other name.
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
