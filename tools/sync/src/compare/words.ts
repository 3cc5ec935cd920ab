/** Compares the texts of the SDK: doc comments that name a beta, and the changelog. */

import { compareVersions } from '@beta-headers/grammar';
import type { Catalog } from '@beta-headers/manifest';
import { type BaseFacts, hashWords } from '../baseline.ts';
import type { Mention, SdkFacts } from '../read/facts.ts';
import { findIds } from '../read/ids.ts';
import type { Deprecated, RequirementChanged } from './finding.ts';

/**
 * Finds doc comments whose words about a beta changed. The same words in several places are one
 * finding.
 */
export function findChangedRequirements(
  facts: SdkFacts,
  base: BaseFacts,
  catalog: Catalog,
  isNewSymbol: (symbol: string) => boolean,
): RequirementChanged[] {
  const before = hashMentions(base.mentions);
  const after = hashMentions(
    facts.mentions.map(({ symbol, words }) => ({ symbol, digest: hashWords(words) })),
  );
  const oldWords = new Set(base.mentions.map((mention) => mention.digest));
  const newWords = new Set(facts.mentions.map((mention) => hashWords(mention.words)));
  const known = new Set(catalog.betas.map((beta) => beta.id));
  const found: RequirementChanged[] = [];
  for (const mention of facts.mentions) {
    const said = before.get(mention.symbol);
    if (said?.has(hashWords(mention.words))) continue;
    // A declaration of the same name may have existed before and still have its words.
    const was = [...(said ?? [])].some((one) => !after.get(mention.symbol)?.has(one));
    // New words about a new thing, or about a new beta, are reported with the thing or the beta.
    if (
      !was &&
      (oldWords.has(hashWords(mention.words)) ||
        isNewSymbol(mention.symbol) ||
        !mention.betas.some((id) => known.has(id)))
    )
      continue;
    addChange(found, was ? 'changed' : 'added', mention);
  }
  for (const mention of base.mentions) {
    // Words that moved to another declaration are still there.
    const changed = [...(after.get(mention.symbol) ?? [])].some(
      (one) => !before.get(mention.symbol)?.has(one),
    );
    if (!changed && !newWords.has(mention.digest)) addChange(found, 'gone', mention);
  }
  return found;
}

/** Adds a symbol to the finding with the same words, or makes a new one. */
function addChange(
  found: RequirementChanged[],
  change: RequirementChanged['change'],
  { symbol, betas, words = '', source }: Pick<Mention, 'symbol' | 'betas'> & Partial<Mention>,
): void {
  const same = found.find(
    (other) =>
      other.change === change && other.words === words && other.betas.join() === betas.join(),
  );
  if (same) (same.symbols as string[]).push(symbol);
  else found.push({ kind: 'requirement-changed', betas, symbols: [symbol], words, change, source });
}

/** Hashes the words of each symbol. Two files may declare the same name. */
function hashMentions(
  mentions: readonly { readonly symbol: string; readonly digest: string }[],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { symbol, digest: words } of mentions)
    found.set(symbol, (found.get(symbol) ?? new Set()).add(words));
  return found;
}

/**
 * Finds values that the changelog deprecates since the known release, unless the manifest has that
 * already.
 */
export function findDeprecations(
  facts: SdkFacts,
  base: BaseFacts | undefined,
  catalog: Catalog,
): Deprecated[] {
  const said = new Map(catalog.betas.map((beta) => [beta.id, beta.sdk.deprecated]));
  const found = new Map<string, Deprecated>();
  for (const { version, items } of facts.changelog) {
    if (
      compareVersions(version, facts.sdk) > 0 ||
      (base && compareVersions(version, base.sdk) <= 0)
    )
      continue;
    for (const item of items) {
      if (!/deprecat|removes? (it|them) from the SDK/i.test(item)) continue;
      for (const beta of findIds(item)) {
        if (said.has(beta) && said.get(beta) === undefined && !found.has(beta))
          found.set(beta, { kind: 'deprecated', beta, version, words: item });
      }
    }
  }
  return [...found.values()];
}
