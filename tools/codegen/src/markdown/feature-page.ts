import type { CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import { formatConstraint, formatSubstitute } from './claims.ts';
import { formatBullets, formatCode, formatRule, joinParts } from './markdown.ts';
import { type Language, TEXTS } from './texts.ts';

/** The page of one feature. */
export function renderFeaturePage(
  feature: CatalogFeature,
  betas: readonly CatalogBeta[],
  language: Language,
): string {
  const words = TEXTS[language];
  return joinParts(
    `<!-- ${words.generated} -->`,
    `# ${feature.title[language]}`,
    feature.overlay && `> ${words.overlay}`,
    feature.summary[language],
    `\`\`\`http\nanthropic-beta: ${feature.default}\n\`\`\``,
    `${words.docs}: <${feature.docs}>`,
    feature.apiVersion && formatApiVersion(feature.apiVersion, language),
    `## ${words.betas}\n\n${formatBullets([...betas].reverse().map((beta) => `[${formatCode(beta.id)}](../betas/${beta.id}.md): ${words.stages[beta.stage]}`))}`,
    formatSection(words.uses, feature.uses, (use) => formatRule(use, words)),
    feature.models &&
      formatSection(words.models, feature.models.only, formatCode, feature.models.note?.[language]),
    formatSection(words.effects, feature.effects, ({ at, text }) =>
      at === undefined ? text[language] : `${formatCode(at)}: ${text[language]}`,
    ),
    formatSection(words.constraints, feature.constraints, (constraint) =>
      [formatConstraint(constraint, words), constraint.note?.[language]].filter(Boolean).join('. '),
    ),
    formatSection(words.substitutes, feature.substitutes, (one) => formatSubstitute(one, words)),
    feature.notes && `## ${words.notes}\n\n${feature.notes[language]}`,
  );
}

function formatApiVersion(
  { from, note }: NonNullable<CatalogFeature['apiVersion']>,
  language: Language,
): string {
  const version = TEXTS[language].sinceVersion(formatCode(`anthropic-version: ${from}`));
  return note ? `${version} ${note[language]}` : version;
}

function formatSection<T>(
  title: string,
  items: readonly T[],
  text: (item: T) => string,
  note?: string,
): string | false {
  return items.length > 0 && joinParts(`## ${title}`, formatBullets(items.map(text)), note).trim();
}
