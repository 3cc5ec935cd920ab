import type { CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import { escapeLine, escapeText, formatCode, formatLink } from '@beta-headers/manifest/markdown';
import { formatConstraint, formatSubstitute } from './claims.ts';
import { formatBullets, formatRule, joinParts } from './markdown.ts';
import { type Language, TEXTS, type Texts } from './texts.ts';

/** Renders the page of a feature. */
export function renderFeaturePage(
  feature: CatalogFeature,
  betas: readonly CatalogBeta[],
  language: Language,
): string {
  const texts = TEXTS[language];
  return joinParts(
    `<!-- ${texts.generated} -->`,
    `# ${escapeLine(feature.title[language])}`,
    feature.overlay && `> ${texts.overlay}`,
    escapeText(feature.summary[language]),
    `${texts.docs}: ${formatLink(feature.docs)}`,
    feature.apiVersion && formatApiVersion(feature.apiVersion, language),
    formatSection(texts.betas, [...betas].reverse(), (beta) => linkBeta(beta, texts)),
    formatSection(texts.uses, feature.uses, (use) => formatRule(use, texts)),
    feature.models &&
      formatSection(
        texts.models,
        feature.models.only,
        formatCode,
        escapeText(feature.models.note?.[language] ?? ''),
      ),
    formatSection(texts.effects, feature.effects, ({ at, text }) =>
      [...(at === undefined ? [] : [formatCode(at)]), escapeLine(text[language])].join(': '),
    ),
    formatSection(texts.constraints, feature.constraints, (constraint) =>
      [formatConstraint(constraint, texts), escapeLine(constraint.note?.[language] ?? '')]
        .filter(Boolean)
        .join('. '),
    ),
    formatSection(texts.substitutes, feature.substitutes, (one) => formatSubstitute(one, texts)),
    feature.notes && `## ${texts.notes}\n\n${escapeText(feature.notes[language])}`,
  );
}

const linkBeta = ({ id, stage }: CatalogBeta, texts: Texts): string =>
  `[${formatCode(id)}](../betas/${id}.md): ${texts.stages[stage]}`;

function formatApiVersion(
  { from, note }: NonNullable<CatalogFeature['apiVersion']>,
  language: Language,
): string {
  const version = TEXTS[language].sinceVersion(formatCode(`anthropic-version: ${from}`));
  return note ? `${version} ${escapeText(note[language])}` : version;
}

function formatSection<T>(
  title: string,
  items: readonly T[],
  text: (item: T) => string,
  note?: string,
): string | false {
  return items.length > 0 && joinParts(`## ${title}`, formatBullets(items.map(text)), note).trim();
}
