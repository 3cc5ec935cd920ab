/**
 * Drafts the first claims about a new value: only about the Claude API, and only what the SDK
 * shows.
 */
import { HOME } from '@beta-headers/manifest';
import type { NewBeta } from '../compare/finding.ts';
import type { Citation } from './cite.ts';

/** A claim in YAML. */
export interface ClaimDraft {
  readonly status: string;
  readonly confidence: string;
  readonly evidence: readonly Citation[];
}

/** Claims by platform. */
export type ClaimDrafts = Readonly<Record<string, ClaimDraft>>;

/**
 * Drafts that the value is accepted if the SDK sends it by default, or a comment ties something to
 * it. The union alone proves only a name.
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

/** Drafts that the feature is available if the SDK has its own methods or params for it. */
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

/** Removes the value or the form from a surface entry, which leaves the declaration. */
export const toSymbol = (entry: string): string => entry.replace(/(: | \().*$/, '');
