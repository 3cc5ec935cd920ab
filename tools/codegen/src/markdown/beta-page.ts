import type { Catalog, CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import { formatClaim } from './claims.ts';
import {
  formatBullets,
  formatCode,
  formatEvidence,
  formatRule,
  joinParts,
  linkSource,
  listHistory,
} from './markdown.ts';
import { type Language, TEXTS } from './texts.ts';

/** The page of one beta. */
export function renderBetaPage(
  catalog: Catalog,
  beta: CatalogBeta,
  feature: CatalogFeature,
  language: Language,
): string {
  const words = TEXTS[language];
  const history = listHistory(beta, words);
  const sources = beta.evidence.map((evidence) => formatEvidence(evidence, catalog, words));
  return joinParts(
    `<!-- ${words.generated} -->`,
    `# ${beta.id}`,
    `**${beta.title[language]}**. ${beta.summary[language]}`,
    beta.overlay && `> ${words.overlay}`,
    beta.undocumented && `> ${words.undocumented}`,
    `\`\`\`http\nanthropic-beta: ${beta.id}\n\`\`\``,
    formatBullets([
      `${words.stage}: ${words.stages[beta.stage]}`,
      `${words.feature}: [${feature.title[language]}](../features/${beta.feature}.md)`,
      `${words.docs}: <${beta.docs}>`,
      ...(beta.migration ? [`${words.migration}: <${beta.migration}>`] : []),
    ]),
    beta.selects && `## ${words.selects}\n\n${formatSelectedShape(beta, language)}`,
    `## ${words.requires}\n\n${formatRequirements(beta, language)}`,
    `## ${words.platforms}\n\n${formatPlatformTable(catalog, beta, feature, language)}`,
    beta.notes && `## ${words.notes}\n\n${beta.notes[language]}`,
    history.length > 0 && `## ${words.history}\n\n${formatBullets(history)}`,
    `## ${words.sources}\n\n${formatBullets(sources)}`,
  );
}

function formatSelectedShape(beta: CatalogBeta, language: Language): string {
  return joinParts(beta.selects?.[language], formatBullets(beta.selectsAt.map(formatCode))).trim();
}

function formatRequirements(beta: CatalogBeta, language: Language): string {
  const words = TEXTS[language];
  if (beta.requires.length === 0) return words.requiresNothing;
  return formatBullets(
    beta.requires.map(
      (rule) => formatRule(rule, words) + (rule.note ? `. ${rule.note[language]}` : ''),
    ),
  );
}

/** A row a platform: whether the feature exists there, and whether the header is accepted there. */
function formatPlatformTable(
  catalog: Catalog,
  beta: CatalogBeta,
  feature: CatalogFeature,
  language: Language,
): string {
  const words = TEXTS[language];
  const rows = catalog.platforms.map(({ id, title }) => {
    const claims = [...(feature.availability[id] ?? []), ...(beta.acceptance[id] ?? [])];
    const remarks = claims.flatMap(({ note, disputed }) => [
      note?.[language],
      disputed && `${words.disputed} ${disputed[language]}`,
    ]);
    const cited = new Set(claims.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
    const links = [...cited].map((source, i) => linkSource(source, catalog, String(i + 1)));
    const available = (feature.availability[id] ?? []).map((claim) => formatClaim(claim, words));
    const accepted = (beta.acceptance[id] ?? []).map((claim) => formatClaim(claim, words));
    const cells = [title, available.join('; '), accepted.join('; '), joinRemarks(remarks)];
    return `| ${[...cells.map(escapeCell), links.join(' ')].join(' | ')} |`;
  });
  const heads = [words.platform, words.availability, words.acceptance, words.notes, words.sources];
  return [`| ${heads.join(' | ')} |`, '|---|---|---|---|---|', ...rows].join('\n');
}

const joinRemarks = (remarks: readonly (string | undefined)[]): string =>
  [...new Set(remarks.filter(Boolean))].join(' ');

const escapeCell = (text: string): string =>
  text.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll('\n', ' ');
