import { shownName } from './header.ts';
import type { BetaPlan, Decision, Reason } from './types.ts';

/** How each reason reads after the name and the action. */
const REASONS: Readonly<Record<Reason, (decision: Decision) => string>> = {
  caller: () => 'you sent it',
  always: () => 'the option `always` asks for it',
  needed: () => 'the request needs it',
  'callers-date': (d) =>
    d.other
      ? `the client appends it by itself, and you sent ${d.other}`
      : 'you sent this date of the feature, so no other is added',
  'legacy-shape': () =>
    'it selects an older response shape, and dropping it would change the answer',
  graduated: () => 'the feature is generally available and no longer needs it',
  retired: () => 'it does nothing any more',
  superseded: (d) => `it still works${d.other ? `; the newer one is ${d.other}` : ''}`,
  renamed: (d) => `this platform knows it as ${d.other}`,
  spelling: (d) => `it is written ${d.other}`,
  unsupported: () => 'this platform does not accept it',
  rejected: () => 'this platform has rejected it before',
  unknown: () => 'the manifest does not know it; check the spelling, or update the packages',
  malformed: () => 'no header can carry this value',
  conflict: (d) => `this endpoint refuses it together with ${d.other}`,
};

/**
 * A plan as text, one line a decision. Holds no prompt, key or token.
 * @example
 * ```ts
 * import { plan } from '@beta-headers/core';
 *
 * console.log(explain(plan({ method: 'POST', path: '/v1/messages', body: { compaction: { type: 'summarize' } } })));
 * // anthropic-beta: compact-2026-09-04
 * // + compact-2026-09-04: added, the request needs it (/compaction) https://platform.claude.com/docs/…
 * ```
 */
export function explain(plan: BetaPlan): string {
  const marks = { sent: '=', added: '+', dropped: '-', renamed: '~', refused: '!' } as const;
  const lines = plan.decisions.map((d) => {
    const place = d.at === undefined ? '' : ` (${d.at})`;
    return `${marks[d.action]} ${printable(d.beta)}: ${d.action}, ${REASONS[d.because](d)}${place}${d.docs ? ` ${d.docs}` : ''}`;
  });
  const sent = plan.betas.map(shownName).join(',') || '(none)';
  return [
    `anthropic-beta: ${plan.header === undefined && plan.betas.length > 0 ? '(in the body) ' : ''}${sent}`,
    ...lines,
  ].join('\n');
}

/** A value that no header can carry may hold anything, so it is shown escaped. */
function printable(beta: string): string {
  return /^[\w.-]+$/.test(beta) ? beta : JSON.stringify(beta);
}
