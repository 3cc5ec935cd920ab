/** Groups the values that look like betas and are none. */
import { NOT_BETA_REASONS, type NotBetaReason } from '@beta-headers/manifest';
import {
  type CatalogBeta,
  type CatalogNotBeta,
  catalog,
  type Evidence,
  findBeta,
  type Localized,
} from './catalog.ts';

/** Values that share one explanation. */
export interface NotBetas {
  readonly values: readonly string[];
  /** The beta that was probably meant. */
  readonly means: CatalogBeta | undefined;
  readonly note: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/** Groups the values by reason, in the order of the reasons. Leaves out reasons without a value. */
export function groupByReason(
  entries: readonly CatalogNotBeta[] = catalog.notBetas,
): { readonly reason: NotBetaReason; readonly groups: readonly NotBetas[] }[] {
  return NOT_BETA_REASONS.map((reason) => ({
    reason,
    groups: groupEqual(entries.filter((entry) => entry.reason === reason)),
  })).filter(({ groups }) => groups.length > 0);
}

function groupEqual(entries: readonly CatalogNotBeta[]): NotBetas[] {
  const groups = new Map<string, CatalogNotBeta[]>();
  for (const entry of entries) {
    const { id: _, ...rest } = entry;
    const key = JSON.stringify(rest);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((same) => {
    const { means, note, evidence } = same[0] as CatalogNotBeta;
    return {
      values: same.map(({ id }) => id),
      means: means === undefined ? undefined : findBeta(means),
      note,
      evidence,
    };
  });
}
