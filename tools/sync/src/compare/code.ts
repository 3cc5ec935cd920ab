/** Compares the betas that the SDK names outside of its resources: in its code, and in texts. */
import type { Catalog } from '@beta-headers/manifest';
import { type BaseFacts, listPinned } from '../baseline.ts';
import type { SdkFacts } from '../read/facts.ts';
import type { InCode, Named } from './finding.ts';

/**
 * Finds known betas that are literals in more or fewer files than before: a client that sends one
 * by itself, or no longer. A literal that moved to another file is not reported.
 */
export function findChangedPins(facts: SdkFacts, base: BaseFacts, catalog: Catalog): InCode[] {
  const known = new Set(catalog.betas.map((beta) => beta.id));
  const now = listPinned(facts.pinned);
  const without = (a: BaseFacts['pinned'], b: BaseFacts['pinned'], id: string): string[] =>
    a
      .filter(({ beta, file }) => beta === id && !b.some((o) => o.beta === id && o.file === file))
      .map(({ file }) => file);
  const ids = new Set([...base.pinned, ...now].map(({ beta }) => beta));
  return [...ids].sort().flatMap((beta): InCode[] => {
    if (!known.has(beta)) return [];
    const fresh = without(now, base.pinned, beta);
    const gone = without(base.pinned, now, beta);
    if (fresh.length === gone.length) return [];
    const change = fresh.length > gone.length ? 'added' : 'gone';
    const files = change === 'added' ? fresh : gone;
    const source = facts.pinned.find(
      (one) => one.beta === beta && files.some((file) => one.source.startsWith(`${file}:`)),
    )?.source;
    return [{ kind: 'in-code', beta, change, files, source }];
  });
}

/** Finds words like a beta that only a text or an example has and nothing else explains. */
export function findNamed(facts: SdkFacts, base: BaseFacts, { betas, notBetas }: Catalog): Named[] {
  const known = new Set([
    ...base.named,
    ...betas.map(({ id }) => id),
    ...(notBetas ?? []).map(({ id }) => id),
  ]);
  return facts.named
    .filter(({ beta }) => !known.has(beta))
    .map(({ beta, places }): Named => ({ kind: 'named', beta, places }));
}
