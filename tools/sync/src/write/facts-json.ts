/** sdk.json and surface.json as text: one entry a line, so that a diff reads well. */
import { toBase, toSurface } from '../baseline.ts';
import type { KnownSurface, SdkFacts } from '../read/facts.ts';

/** The text of packages/manifest/sdk.json. */
export const renderSdkJson = (facts: SdkFacts, integrity: string | undefined): string =>
  renderLines(toBase(facts, integrity));

/** The text of packages/manifest/surface.json. */
export const renderSurfaceJson = (facts: SdkFacts): string => renderLines(toSurface(facts));

/** One name a line: a release that adds one is one line in a diff. */
const renderKnown = (names: KnownSurface): string =>
  JSON.stringify(names, null, 2).replaceAll('\n', '\n  ');

function renderLines(value: object): string {
  const parts = Object.entries(value).map(([key, inner]) => {
    if (key === 'known') return `  "known": ${renderKnown(inner as KnownSurface)}`;
    if (!Array.isArray(inner) || inner.length === 0)
      return `  ${JSON.stringify(key)}: ${JSON.stringify(inner ?? null)}`;
    return `  ${JSON.stringify(key)}: [\n${inner.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}
