import { type CatalogBeta, type CatalogFeature, PLATFORMS } from '@beta-headers/manifest';
import {
  acceptText,
  bullets,
  code,
  evidenceText,
  historyLines,
  page,
  ruleText,
} from './markdown.ts';
import { type Language, PLATFORM_NAMES, WORDS } from './words.ts';

/** The page of one beta. */
export function betaPage(beta: CatalogBeta, feature: CatalogFeature, language: Language): string {
  const words = WORDS[language];
  const history = historyLines(beta, words);
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
    beta.selects &&
      `## ${words.selects}\n\n${beta.selects[language]}${beta.selectsAt.length > 0 ? `\n\n${bullets(beta.selectsAt.map(code))}` : ''}`,
    `## ${words.opens}\n\n${opens(beta, language)}`,
    beta.models &&
      `## ${words.models}\n\n${beta.models.only.map(code).join(', ')}${beta.models.note ? `\n\n${beta.models.note[language]}` : ''}`,
    `## ${words.platforms}\n\n${platformTable(beta, language)}`,
    beta.conflicts.length > 0 &&
      `## ${words.conflicts}\n\n${bullets(beta.conflicts.map((c) => conflictText(c, language)))}`,
    beta.traps.length > 0 &&
      `## ${words.traps}\n\n${bullets(beta.traps.map((trap) => `${code(trap.at)}: ${trap.note[language]}`))}`,
    beta.notes && `## ${words.notes}\n\n${beta.notes[language]}`,
    history.length > 0 && `## ${words.history}\n\n${bullets(history)}`,
    `## ${words.sources}\n\n${bullets(beta.evidence.map((evidence) => evidenceText(evidence, words)))}`,
  );
}

function opens(beta: CatalogBeta, language: Language): string {
  const words = WORDS[language];
  if (beta.opens.length === 0) return words.opensNothing;
  return bullets(
    beta.opens.map((rule) => ruleText(rule, words) + (rule.note ? `. ${rule.note[language]}` : '')),
  );
}

function conflictText(conflict: CatalogBeta['conflicts'][number], language: Language): string {
  const where = conflict.endpoint
    ? ` ${WORDS[language].onEndpoint} ${code(conflict.endpoint)}`
    : '';
  return `${code(conflict.with)}${where}: ${conflict.answer}${conflict.note ? `. ${conflict.note[language]}` : ''}`;
}

function platformTable(beta: CatalogBeta, language: Language): string {
  const words = WORDS[language];
  const rows = PLATFORMS.map((platform) => {
    const claim = beta.platforms[platform];
    const remarks = [claim.note?.[language], claim.disputed?.[language]].filter(Boolean).join(' ');
    const sources = claim.evidence
      .map((evidence, i) =>
        'url' in evidence ? `[${i + 1}](${evidence.url})` : `SDK ${evidence.sdk}`,
      )
      .join(' ');
    return `| ${PLATFORM_NAMES[platform]} | ${acceptText(claim, words)} | ${cell(remarks)} | ${sources} |`;
  });
  return [
    `| ${words.platform} | ${words.accepts} | ${words.notes} | ${words.sources} |`,
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
