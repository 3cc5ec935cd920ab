/** Builds the plan from the decisions: the header, the body and the verdict. */
import type { JsonEdit } from '../edit/edit.ts';
import { editJson } from '../edit/text.ts';
import { editValue } from '../edit/value.ts';
import { goesIntoBody, placeBetas } from '../request/body-betas.ts';
import type { RequestFacts } from '../request/read.ts';
import type { BetaPlan, Decision } from '../types.ts';
import { sumUp } from './verdict.ts';

/** Builds a plan that leaves the request as received, with the decisions about it. */
export function assembleUnchanged(
  facts: RequestFacts,
  decisions: readonly Decision[],
  observes = false,
): BetaPlan {
  return {
    ...summarize(facts, decisions, observes),
    changed: false,
    betas: [...facts.caller],
    header: facts.header,
    decisions: [...decisions],
  };
}

/**
 * Builds a plan with these betas and edits. The edits of each round apply to the result of the
 * previous round.
 * @param value - the body after all rounds
 */
export function assemble(
  facts: RequestFacts,
  decisions: readonly Decision[],
  betas: readonly string[],
  rounds: readonly (readonly JsonEdit[])[],
  value: unknown,
): BetaPlan {
  const inBody = goesIntoBody(value, facts.route);
  const header = inBody || betas.length === 0 ? undefined : betas.join(',');
  const last = [...facts.leaks, ...placeBetas(value, facts.route, betas)];
  const changesBody = last.length > 0 || rounds.length > 0;
  return {
    ...summarize(facts, decisions),
    changed: changesBody || !isSameHeader(facts.header, header),
    betas: [...betas],
    header,
    ...(changesBody && { body: editBody(facts.body.text, rounds, last, value) }),
    decisions: [...decisions],
  };
}

/**
 * Edits the body. A body that was text stays text, so that no detail is lost. `value` already
 * includes every round but the last.
 */
function editBody(
  text: string | undefined,
  rounds: readonly (readonly JsonEdit[])[],
  last: readonly JsonEdit[],
  value: unknown,
): unknown {
  return text === undefined ? editValue(value, last) : [...rounds, last].reduce(editJson, text);
}

/**
 * Tests if two headers are the same. White space does not count, but an empty part does, because
 * some platforms reject it.
 */
function isSameHeader(before: string | undefined, after: string | undefined): boolean {
  const trimmed = before?.split(',').map((part) => part.trim());
  return trimmed?.join(',') === after;
}

function summarize(
  { found }: RequestFacts,
  decisions: readonly Decision[],
  observes = false,
): Pick<BetaPlan, 'verdict' | 'platform' | 'platformFrom'> {
  return {
    verdict: sumUp(decisions, found.from === 'assumed', observes),
    platform: found.platform,
    platformFrom: found.from,
  };
}
