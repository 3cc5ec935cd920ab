/** What every door does with a request: plan it, tell about it, refuse it or send it changed. */
import { plan } from '../plan.ts';
import { BetaPolicyError } from '../policy-error.ts';
import type { BetaPlan, Decision, PlanOptions, Platform } from '../types.ts';

/** How a door plans, and whom it tells. */
export interface DoorOptions extends PlanOptions {
  /** Called with every decision of every request. What it throws is thrown to the caller. */
  readonly onDecision?: (decision: Decision, plan: BetaPlan) => void;
}

const PLATFORMS: readonly Platform[] = ['claude-api', 'claude-on-aws', 'bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'];

/** @throws {TypeError} for a platform that does not exist, when the door is made and not at the first request */
export function checkOptions(options: DoorOptions): void {
  const { platform } = options;
  if (platform !== undefined && !PLATFORMS.includes(platform)) {
    throw new TypeError(`platform: ${JSON.stringify(platform)} is not one of ${PLATFORMS.join(', ')}`);
  }
}

/** A request in the form that `fetch` takes it. */
export interface Outgoing {
  readonly url: string;
  readonly method?: string | undefined;
  readonly headers: Headers;
  readonly body?: unknown;
}

/**
 * Plans a request and brings its headers to the plan. Answers the body to send: the given one, or a changed copy as text.
 * @throws {BetaPolicyError} when the plan refuses
 */
export function prepare(request: Outgoing, options: DoorOptions): { plan: BetaPlan; body: unknown } {
  const json = parseJson(request.body);
  const planned = plan({ method: request.method ?? 'GET', path: request.url, headers: request.headers, body: json }, options);
  for (const decision of planned.decisions) options.onDecision?.(decision, planned);
  if (planned.decisions.some((decision) => decision.action === 'refused')) throw new BetaPolicyError(planned);
  if (planned.header === undefined) request.headers.delete('anthropic-beta');
  else request.headers.set('anthropic-beta', planned.header);
  if (!('body' in planned)) return { plan: planned, body: request.body };
  request.headers.delete('content-length');
  return { plan: planned, body: JSON.stringify(planned.body) };
}

/** A JSON body as a value; anything else (a form, a stream, nothing) has no rules to meet. */
function parseJson(body: unknown): unknown {
  if (typeof body !== 'string') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
