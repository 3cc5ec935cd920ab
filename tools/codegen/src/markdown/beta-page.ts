import type { Catalog, CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import { escapeLine, escapeText, formatCode, formatLink } from '@beta-headers/manifest/markdown';
import { formatClaim } from './claims.ts';
import {
  formatBullets,
  formatEvidence,
  formatRule,
  joinParts,
  linkSource,
  listHistory,
} from './markdown.ts';
import { type Language, TEXTS } from './texts.ts';

/** Renders the page of a beta. */
export function renderBetaPage(
  catalog: Catalog,
  beta: CatalogBeta,
  feature: CatalogFeature,
  language: Language,
): string {
  const texts = TEXTS[language];
  const history = listHistory(beta, texts);
  const sources = beta.evidence.map((evidence) => formatEvidence(evidence, catalog, texts));
  return joinParts(
    `<!-- ${texts.generated} -->`,
    `# ${beta.id}`,
    `**${escapeLine(beta.title[language])}**. ${escapeText(beta.summary[language])}`,
    beta.overlay && `> ${texts.overlay}`,
    beta.undocumented && `> ${texts.undocumented}`,
    formatBullets([
      `${texts.stage}: ${texts.stages[beta.stage]}`,
      `${texts.feature}: [${escapeLine(feature.title[language])}](../features/${beta.feature}.md)`,
      `${texts.docs}: ${formatLink(beta.docs)}`,
      ...(beta.migration ? [`${texts.migration}: ${formatLink(beta.migration)}`] : []),
    ]),
    beta.selects && `## ${texts.selects}\n\n${formatSelectedShape(beta, language)}`,
    `## ${texts.requires}\n\n${formatRequirements(beta, language)}`,
    `## ${texts.platforms}\n\n${formatPlatformTable(catalog, beta, feature, language)}`,
    beta.notes && `## ${texts.notes}\n\n${escapeText(beta.notes[language])}`,
    history.length > 0 && `## ${texts.history}\n\n${formatBullets(history)}`,
    `## ${texts.sources}\n\n${formatBullets(sources)}`,
  );
}

function formatSelectedShape(beta: CatalogBeta, language: Language): string {
  const text = escapeText(beta.selects?.[language] ?? '');
  return joinParts(text, formatBullets(beta.selectsAt.map(formatCode))).trim();
}

function formatRequirements(beta: CatalogBeta, language: Language): string {
  const texts = TEXTS[language];
  if (beta.requires.length === 0) return texts.requiresNothing;
  return formatBullets(
    beta.requires.map(
      (rule) => formatRule(rule, texts) + (rule.note ? `. ${escapeLine(rule.note[language])}` : ''),
    ),
  );
}

/** Formats a table with a row for each platform: availability of the feature, and acceptance. */
function formatPlatformTable(
  catalog: Catalog,
  beta: CatalogBeta,
  feature: CatalogFeature,
  language: Language,
): string {
  const texts = TEXTS[language];
  const rows = catalog.platforms.map(({ id, title }) => {
    const claims = [...(feature.availability[id] ?? []), ...(beta.acceptance[id] ?? [])];
    const remarks = claims.flatMap(({ note, disputed }) => [
      note && escapeLine(note[language]),
      disputed && `${texts.disputed} ${escapeLine(disputed[language])}`,
    ]);
    const cited = new Set(claims.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
    const links = [...cited].map((source, i) => linkSource(source, catalog, String(i + 1)));
    const available = (feature.availability[id] ?? []).map((claim) => formatClaim(claim, texts));
    const accepted = (beta.acceptance[id] ?? []).map((claim) => formatClaim(claim, texts));
    const cells = [
      escapeLine(title),
      available.join('; '),
      accepted.join('; '),
      joinRemarks(remarks),
    ];
    return `| ${[...cells.map(escapeCell), links.join(' ')].join(' | ')} |`;
  });
  const heads = [texts.platform, texts.availability, texts.acceptance, texts.notes, texts.sources];
  return [`| ${heads.join(' | ')} |`, '|---|---|---|---|---|', ...rows].join('\n');
}

const joinRemarks = (remarks: readonly (string | undefined)[]): string =>
  [...new Set(remarks.filter(Boolean))].join(' ');

const escapeCell = (text: string): string =>
  text.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll('\n', ' ');
