/** Short ways to call the gate. */
import type { Catalog } from '@beta-headers/manifest';
import { type GateOptions, type GateRequest, gate, type Judgement } from '../../src/gate/index.ts';

/** The judgement of POST /v1/messages on the Claude API, unless the request says otherwise. */
export function judgeRequest(
  catalog: Catalog,
  request: Partial<GateRequest> = {},
  options: Omit<GateOptions, 'catalog'> = {},
): Judgement {
  const whole = { platform: 'claude-api', method: 'POST', path: '/v1/messages', ...request };
  return gate(whole, { catalog, ...options });
}

/** The message of the refusal, or the verdict. */
export const readMessage = (...args: Parameters<typeof judgeRequest>): string => {
  const { refusal, verdict } = judgeRequest(...args);
  return refusal?.message ?? verdict;
};

/** `refuses: missing`, `unknown: unknown-field`, `accepts`. */
export const summarize = (...args: Parameters<typeof judgeRequest>): string => {
  const { verdict, reasons } = judgeRequest(...args);
  const codes = [...new Set(reasons.map(({ code }) => code))];
  return codes.length > 0 ? `${verdict}: ${codes.join(', ')}` : verdict;
};
