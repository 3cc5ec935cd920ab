/** Renders sdk.json and surface.json with one entry a line, so that diffs are readable. */
import { toBase, toSurface } from '../baseline.ts';
import type { KnownSurface, SdkFacts } from '../read/facts.ts';

/** Renders packages/manifest/sdk.json. */
export const renderSdkJson = (facts: SdkFacts, integrity: string | undefined): string =>
  renderLines(toBase(facts, integrity));

/** Renders packages/manifest/surface.json. */
export const renderSurfaceJson = (facts: SdkFacts): string => renderLines(toSurface(facts));

/** Renders one name a line: an added name is one line in a diff. */
const renderKnown = (names: KnownSurface): string =>
  JSON.stringify(names, null, 2).replaceAll('\n', '\n  ');

function renderLines(value: object): string {
  const parts = Object.entries(value).map(([key, inner]) => {
    if (key === 'known') return `  "known": ${renderKnown(inner as KnownSurface)}`;
    if (!Array.isArray(inner) || inner.length === 0)
      return `  ${JSON.stringify(key)}: ${JSON.stringify(inner ?? null)}`;
    const items = inner.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
    return `  ${JSON.stringify(key)}: [\n${items}\n  ]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}
