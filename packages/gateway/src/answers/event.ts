/** The trace of a request while it is answered, and the event about it. */
import type { BetaPlan, Decision } from '@beta-headers/core';
import type { WireForm } from '@beta-headers/grammar';
import { CLIENT_CREDENTIAL } from '../request/credentials.ts';
import type { Change, GatewayEvent, RequestKind, Upstream } from '../types.ts';
import type { ErrorCode } from './error.ts';
import { isShown } from './refusal.ts';

/** The facts of one request, filled in while it is answered. */
export interface Trace {
  readonly id: string;
  readonly startedAt: number;
  kind: RequestKind;
  form: WireForm;
  upstream: Upstream | undefined;
  model: string | undefined;
  /** The last plan that was sent or refused. */
  plan: BetaPlan | undefined;
  attempts: number;
  error: ErrorCode | undefined;
  /** The message of an error about the upstream. It holds no secret. */
  detail: string | undefined;
}

/** Starts the trace of a request. */
export function startTrace(): Trace {
  return {
    id: crypto.randomUUID(),
    startedAt: performance.now(),
    kind: 'other',
    form: 'api',
    upstream: undefined,
    model: undefined,
    plan: undefined,
    attempts: 0,
    error: undefined,
    detail: undefined,
  };
}

/** Makes the event of a request that is answered. */
export function toEvent(trace: Trace, method: string, status: number): GatewayEvent {
  const { id, kind, upstream, model, plan, attempts, error, detail } = trace;
  return {
    id,
    method,
    kind,
    ...(upstream && { upstream: upstream.name, platform: upstream.platform }),
    ...(model !== undefined && isModelName(model) && { model }),
    status,
    durationMs: performance.now() - trace.startedAt,
    attempts,
    ...(plan && { verdict: plan.verdict }),
    changes: plan ? plan.decisions.flatMap(toChanges) : [],
    ...(error && { error }),
    ...(detail !== undefined && { detail }),
  };
}

/** Tests for the name of a model. Any other text in the field is a mistake, and may be a key. */
const isModelName = (text: string): boolean =>
  /^[\w.:@/-]{1,200}$/.test(text) && !CLIENT_CREDENTIAL.test(text);

function toChanges({ action, reason, beta, feature, sends }: Decision): Change[] {
  if (action === 'sent') return [];
  return [
    {
      action,
      reason,
      ...(beta !== undefined && { beta: isShown(beta) ? beta : '[hidden]' }),
      ...(feature !== undefined && { feature }),
      ...(sends !== undefined && { sends }),
    },
  ];
}
