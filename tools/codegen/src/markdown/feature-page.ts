import type { CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import { bullets, code, page } from './markdown.ts';
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
    `\`\`\`http\nanthropic-beta: ${feature.latest}\n\`\`\``,
    `${words.docs}: <${feature.docs}>`,
    `## ${words.betas}\n\n${bullets([...betas].reverse().map((beta) => `[${code(beta.id)}](../betas/${beta.id}.md): ${words.stages[beta.stage]}`))}`,
    feature.notes && `## ${words.notes}\n\n${feature.notes[language]}`,
  );
}
