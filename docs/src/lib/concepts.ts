/** The live parts of the concept pages: stages with numbers, versions of the API, placements. */
import { STAGES } from '@beta-headers/manifest';
import { escapeLine, formatLink } from '@beta-headers/manifest/markdown';
import { messages } from '../i18n/index.ts';
import { type CatalogBeta, catalog, getPlatformTitle, type Stage } from './catalog.ts';
import { type GuideText, readText } from './guides.ts';
import type { Concept } from './place-links.ts';
import { SDK_NAMES } from './sdk-names.ts';
import type { Locale } from './site.ts';
import { resolveSource } from './sources.ts';

/** A stage with the number of its betas and an example: the one with the newest known date. */
export interface StageRow {
  readonly stage: Stage;
  readonly count: number;
  readonly example: CatalogBeta | undefined;
}

/** Lists the stages in their order. */
export const listStages = (): StageRow[] =>
  STAGES.map((stage) => {
    const betas = catalog.betas.filter((beta) => beta.stage === stage);
    const isKnown = ({ undocumented }: CatalogBeta): boolean => !undocumented;
    const newest = betas.toSorted((a, b) => (getEnd(b) < getEnd(a) ? -1 : 1));
    return { stage, count: betas.length, example: newest.find(isKnown) ?? newest[0] };
  });

/** The day of the last event of a beta that is known. */
const getEnd = ({ retired, graduated, released, date }: CatalogBeta): string =>
  retired?.date ?? graduated?.date ?? released?.date ?? date;

/** A version of the API. */
export type ApiVersion = (typeof catalog.apiVersions)[number];

/** The releases of the official SDKs that send a version: `TypeScript 1.0.0`. */
export const listSdkReleases = ({ sdk = {} }: ApiVersion): string[] =>
  Object.entries(sdk).map(([language, version]) => `${SDK_NAMES[language] ?? language} ${version}`);

/** Reads a concept page as Markdown, with its live parts. */
export const readConcept = (locale: Locale, name: Concept): GuideText =>
  readText(locale, 'concepts', name, (body) =>
    body
      .replace(/^<StageTable [^\n]*\/>$/m, () => writeStages(locale))
      .replace(/^<ApiVersions [^\n]*\/>$/m, () => writeApiVersions(locale))
      .replace(/^<PlacementTable [^\n]*\/>$/m, () => writePlacements(locale))
      .replace(/^<ConceptSources [^\n]*\/>$/m, writeSources),
  );

/** Lists the sources that the tag names. */
const writeSources = (tag: string): string =>
  [...tag.matchAll(/source: '([^']+)'(?:, at: '([^']+)')?/g)]
    .map(([, source = '', at]) => resolveSource({ source, ...(at !== undefined && { at }) }))
    .map(
      ({ url, label, symbol }) =>
        `- ${url ? formatLink(url) : label}${symbol ? `, \`${symbol}\`` : ''}`,
    )
    .join('\n');

function writeStages(locale: Locale): string {
  const t = messages(locale);
  const c = t.places.concepts;
  const rows = listStages().map(({ stage, count, example }) => [
    t.stage[stage],
    t.stageExplained[stage],
    String(count),
    example ? `\`${example.id}\`` : '',
  ]);
  return writeTable([c.stage, c.meaning, c.now, c.example], rows);
}

function writePlacements(locale: Locale): string {
  const t = messages(locale).places.platforms;
  const rows = catalog.platforms.map(({ title, wire }) => [escapeLine(title), t.wireShort[wire]]);
  return writeTable([t.name, t.betas], rows);
}

const writeApiVersions = (locale: Locale): string =>
  catalog.apiVersions
    .map((one) => {
      const platforms = one.platforms?.map(getPlatformTitle).join(', ') ?? '';
      const texts = [platforms, one.note?.[locale] ?? '', listSdkReleases(one).join(', ')];
      const lines = texts.map(escapeLine);
      const changes = one.changes.map(({ text }) => `- ${escapeLine(text[locale])}`);
      return [`**\`${one.version}\`**`, ...lines.filter(Boolean), changes.join('\n')].join('\n\n');
    })
    .join('\n\n');

const writeTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
