/** Builds a header from names with core's `betas()` and `formatBetas()`. */
import { betas, formatBetas, plan, type Reason } from '@beta-headers/core';
import { MESSAGES_PATH } from '@beta-headers/grammar';
import { describeDecision, type TextLanguage } from './decision-text.ts';

/** A header built from names. */
export interface HeaderAnswer {
  readonly header?: string | undefined;
  readonly parts: readonly HeaderPart[];
}
/** One name with the beta that it means, or with the nearest known name. */
export interface HeaderPart {
  readonly name: string;
  readonly beta?: string;
  readonly near?: string | undefined;
  /** A reason why it may be wrong to send it. */
  readonly note?: string | undefined;
}

const NOTED: ReadonlySet<Reason> = new Set([
  'superseded',
  'graduated',
  'retired',
  'legacy-shape',
  'callers-shape',
  'conflict',
  'rejected',
]);

/** Builds the header from betas and features. */
export function buildHeader(names: readonly string[], language: TextLanguage): HeaderAnswer {
  const parts = names.map(resolve);
  const list = [...new Set(parts.flatMap((part) => part.beta ?? []))];
  const header = formatBetas(list);
  const planned = plan(
    { method: 'POST', url: MESSAGES_PATH, headers: { 'anthropic-beta': list.join(',') } },
    { platform: 'claude-api', policy: { graduated: 'keep' } },
  );
  const noted = parts.map((part): HeaderPart => {
    const decision = planned.decisions.find(
      ({ beta, reason }) => beta === part.beta && NOTED.has(reason),
    );
    if (!decision) return part;
    const note = describeDecision(planned, decision, language).replace(`${part.beta}: `, '');
    return { ...part, note };
  });
  return { ...(header !== undefined && { header }), parts: noted };
}

function resolve(name: string): HeaderPart {
  try {
    const [beta] = (betas as (...names: string[]) => string[])(name);
    return beta === undefined ? { name } : { name, beta };
  } catch (error) {
    // The message ends with the nearest name.
    const near =
      error instanceof RangeError ? /did you mean "([\w.-]+)"/.exec(error.message)?.[1] : undefined;
    return { name, near };
  }
}
