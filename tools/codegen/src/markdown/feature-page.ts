import type { CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import { constraintText, substituteText } from './claims.ts';
import { bullets, code, page, ruleText } from './markdown.ts';
import { type Language, WORDS } from './words.ts';

/** The page of one feature. */
export function featurePage(
  feature: CatalogFeature,
  betas: readonly CatalogBeta[],
  language: Language,
): string {
  const words = WORDS[language];
  return page(
    `<!-- ${words.generated} -->`,
    `# ${feature.title[language]}`,
    feature.overlay && `> ${words.overlay}`,
    feature.summary[language],
    `\`\`\`http\nanthropic-beta: ${feature.default}\n\`\`\``,
    `${words.docs}: <${feature.docs}>`,
    feature.apiVersion && apiVersionText(feature.apiVersion, language),
    `## ${words.betas}\n\n${bullets([...betas].reverse().map((beta) => `[${code(beta.id)}](../betas/${beta.id}.md): ${words.stages[beta.stage]}`))}`,
    section(words.uses, feature.uses, (use) => ruleText(use, words)),
    feature.models &&
      section(words.models, feature.models.only, code, feature.models.note?.[language]),
    section(words.effects, feature.effects, ({ at, text }) =>
      at === undefined ? text[language] : `${code(at)}: ${text[language]}`,
    ),
    section(words.constraints, feature.constraints, (constraint) =>
      [constraintText(constraint, words), constraint.note?.[language]].filter(Boolean).join('. '),
    ),
    section(words.substitutes, feature.substitutes, (one) => substituteText(one, words)),
    feature.notes && `## ${words.notes}\n\n${feature.notes[language]}`,
  );
}

function apiVersionText(
  { from, note }: NonNullable<CatalogFeature['apiVersion']>,
  language: Language,
): string {
  const version = WORDS[language].sinceVersion(code(`anthropic-version: ${from}`));
  return note ? `${version} ${note[language]}` : version;
}

function section<T>(
  title: string,
  items: readonly T[],
  text: (item: T) => string,
  note?: string,
): string | false {
  return items.length > 0 && page(`## ${title}`, bullets(items.map(text)), note).trim();
}
