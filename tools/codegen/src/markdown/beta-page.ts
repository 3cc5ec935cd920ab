import type { Catalog, CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import { claimText } from './claims.ts';
import {
  bullets,
  code,
  evidenceText,
  historyLines,
  page,
  ruleText,
  sourceLink,
} from './markdown.ts';
import { type Language, WORDS } from './words.ts';

/** The page of one beta. */
export function betaPage(
  catalog: Catalog,
  beta: CatalogBeta,
  feature: CatalogFeature,
  language: Language,
): string {
  const words = WORDS[language];
  const history = historyLines(beta, words);
  const sources = beta.evidence.map((evidence) => evidenceText(evidence, catalog, words));
  return page(
    `<!-- ${words.generated} -->`,
    `# ${beta.id}`,
    `**${beta.title[language]}**. ${beta.summary[language]}`,
    beta.overlay && `> ${words.overlay}`,
    beta.undocumented && `> ${words.undocumented}`,
    `\`\`\`http\nanthropic-beta: ${beta.id}\n\`\`\``,
    bullets([
      `${words.stage}: ${words.stages[beta.stage]}`,
      `${words.feature}: [${feature.title[language]}](../features/${beta.feature}.md)`,
      `${words.docs}: <${beta.docs}>`,
      ...(beta.migration ? [`${words.migration}: <${beta.migration}>`] : []),
    ]),
    beta.selects && `## ${words.selects}\n\n${selectedShape(beta, language)}`,
    `## ${words.requires}\n\n${requirements(beta, language)}`,
    `## ${words.platforms}\n\n${platformTable(catalog, beta, feature, language)}`,
    beta.notes && `## ${words.notes}\n\n${beta.notes[language]}`,
    history.length > 0 && `## ${words.history}\n\n${bullets(history)}`,
    `## ${words.sources}\n\n${bullets(sources)}`,
  );
}

function selectedShape(beta: CatalogBeta, language: Language): string {
  return page(beta.selects?.[language], bullets(beta.selectsAt.map(code))).trim();
}

function requirements(beta: CatalogBeta, language: Language): string {
  const words = WORDS[language];
  if (beta.requires.length === 0) return words.requiresNothing;
  return bullets(
    beta.requires.map(
      (rule) => ruleText(rule, words) + (rule.note ? `. ${rule.note[language]}` : ''),
    ),
  );
}

/** A row a platform: whether the feature exists there, and whether the header is accepted there. */
function platformTable(
  catalog: Catalog,
  beta: CatalogBeta,
  feature: CatalogFeature,
  language: Language,
): string {
  const words = WORDS[language];
  const rows = catalog.platforms.map(({ id, title }) => {
    const claims = [...(feature.availability[id] ?? []), ...(beta.acceptance[id] ?? [])];
    const remarks = claims.flatMap(({ note, disputed }) => [
      note?.[language],
      disputed && `${words.disputed} ${disputed[language]}`,
    ]);
    const cited = new Set(claims.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
    const links = [...cited].map((source, i) => sourceLink(source, catalog, String(i + 1)));
    const available = (feature.availability[id] ?? []).map((claim) => claimText(claim, words));
    const accepted = (beta.acceptance[id] ?? []).map((claim) => claimText(claim, words));
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
