/** What the SDK says in words: doc comments that name a beta, and the changelog. */

import { compareVersions } from '@beta-headers/grammar';
import type { Catalog } from '@beta-headers/manifest';
import { type BaseFacts, digest } from '../known.ts';
import type { Mention, SdkFacts } from '../read/facts.ts';
import { betaIdsIn } from '../read/ids.ts';
import type { Deprecated, RequirementChanged } from './finding.ts';

/** Doc comments whose words about a beta changed. The same words in many places are one finding. */
export function changedRequirements(
  facts: SdkFacts,
  base: BaseFacts,
  catalog: Catalog,
  isNewSymbol: (symbol: string) => boolean,
): RequirementChanged[] {
  const before = digestsOf(base.mentions);
  const after = digestsOf(
    facts.mentions.map(({ symbol, words }) => ({ symbol, digest: digest(words) })),
  );
  const oldWords = new Set(base.mentions.map((mention) => mention.digest));
  const newWords = new Set(facts.mentions.map((mention) => digest(mention.words)));
  const known = new Set(catalog.betas.map((beta) => beta.id));
  const found: RequirementChanged[] = [];
  const tell = (
    change: RequirementChanged['change'],
    betas: readonly string[],
    symbol: string,
    mention: Mention | undefined,
  ): void => {
    const words = mention?.words ?? '';
    const same = found.find(
      (other) =>
        other.change === change && other.words === words && other.betas.join() === betas.join(),
    );
    if (same) (same.symbols as string[]).push(symbol);
    else
      found.push({
        kind: 'requirement-changed',
        betas,
        symbols: [symbol],
        words,
        change,
        source: mention?.source,
      });
  };
  for (const mention of facts.mentions) {
    const said = before.get(mention.symbol);
    if (said?.has(digest(mention.words))) continue;
    // Another declaration of the same name may have been there before, and go on saying what it said.
    const was = [...(said ?? [])].some((one) => !after.get(mention.symbol)?.has(one));
    // New words about a new thing, or about a new beta, are told with the thing and with the beta.
    if (
      !was &&
      (oldWords.has(digest(mention.words)) ||
        isNewSymbol(mention.symbol) ||
        !mention.betas.some((id) => known.has(id)))
    )
      continue;
    tell(was ? 'changed' : 'added', mention.betas, mention.symbol, mention);
  }
  for (const mention of base.mentions) {
    // Words that moved to another declaration are still said.
    const changed = [...(after.get(mention.symbol) ?? [])].some(
      (one) => !before.get(mention.symbol)?.has(one),
    );
    if (!changed && !newWords.has(mention.digest))
      tell('gone', mention.betas, mention.symbol, undefined);
  }
  return found;
}

/** What is said of each symbol. Two files may declare the same name. */
function digestsOf(
  mentions: readonly { readonly symbol: string; readonly digest: string }[],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { symbol, digest: words } of mentions)
    found.set(symbol, (found.get(symbol) ?? new Set()).add(words));
  return found;
}

/** Values that the changelog deprecates between the known release and this one, and of which the manifest does not say so. */
export function deprecations(
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
      for (const beta of betaIdsIn(item)) {
        if (said.has(beta) && said.get(beta) === undefined && !found.has(beta))
          found.set(beta, { kind: 'deprecated', beta, version, words: item });
      }
    }
  }
  return [...found.values()];
}
