/** The first claims about a new value: about the Claude API alone, and only what the SDK shows. */
import { HOME } from '@beta-headers/manifest';
import type { NewBeta } from '../compare/finding.ts';
import type { Citation } from './cite.ts';

/** A claim as it is written. */
export interface ClaimDraft {
  readonly status: string;
  readonly confidence: string;
  readonly evidence: readonly Citation[];
}

/** Claims by platform. */
export type ClaimDrafts = Readonly<Record<string, ClaimDraft>>;

/**
 * The value is accepted where the SDK sends it by itself, or a comment of it ties something to it.
 * The union alone shows no more than a name.
 */
export function draftAcceptance(finding: NewBeta, source: string): ClaimDrafts | undefined {
  const { methods, mentions } = finding;
  const sender = methods.find((method) => !method.helper);
  if (sender)
    return draftAccepted('medium', {
      source,
      at: `client.${sender.name}`,
      says: 'The SDK sends the value with every request of this method.',
    });
  const mention = mentions[0];
  return (
    mention &&
    draftAccepted('low', {
      source,
      at: mention.symbol,
      says: 'A comment of the SDK names the value.',
    })
  );
}

const draftAccepted = (confidence: string, citation: Citation): ClaimDrafts => ({
  [HOME]: { status: 'accepted', confidence, evidence: [citation] },
});

/** The feature exists where the SDK has methods, or params, of its own for it. */
export function draftAvailability(finding: NewBeta, source: string): ClaimDrafts | undefined {
  const { methods, surface } = finding;
  const method = methods.find((one) => !one.helper);
  const entry = surface[0]?.entry;
  const citation = method
    ? { source, at: `client.${method.name}`, says: 'The SDK has this method.' }
    : entry && { source, at: toSymbol(entry.entry), says: 'The beta params accept it.' };
  return (
    citation && {
      [HOME]: { status: 'available', confidence: 'medium', evidence: [citation] },
    }
  );
}

/** The declaration of a surface entry, without the value or the form. */
export const toSymbol = (entry: string): string => entry.replace(/(: | \().*$/, '');
