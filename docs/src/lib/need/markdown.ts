/** Writes the answer and what to write today as Markdown, for the `.md` of a page. */
import { HOME } from '@beta-headers/manifest';
import { escapeLine } from '@beta-headers/manifest/markdown';
import { messages } from '../../i18n/index.ts';
import { catalog, getPlatformTitle } from '../catalog.ts';
import type { CodeLanguage } from '../code/index.ts';
import type { Locale } from '../site.ts';
import { answerNeed, type Need } from './answer.ts';
import type { PlatformAnswer } from './placement.ts';
import type { NeedSubject } from './subject.ts';
import { describeLimit, writeAnswer, writePlacement } from './text.ts';
import { listWritings, type Writing, type WrittenSample } from './write.ts';

/** Adds the answer below the title of a page, and the samples above its first section. */
export function addNeed(page: string, subject: NeedSubject, locale: Locale): string {
  const title = /^# .+$/m.exec(page);
  if (!title) throw new Error(`The Markdown of ${getName(subject)} has no title.`);
  const afterTitle = title.index + title[0].length;
  const sections = page.indexOf('\n## ', afterTitle);
  const end = sections < 0 ? page.length : sections;
  const need = answerNeed(catalog, subject);
  return [
    page.slice(0, afterTitle),
    formatAnswer(need, subject, locale),
    page.slice(afterTitle, end).trim(),
    formatWritings(listWritings(need, subject), locale),
    page.slice(end).trim(),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

const getName = (subject: NeedSubject): string => ('betas' in subject ? subject.name : subject.id);

function formatAnswer(need: Need, subject: NeedSubject, locale: Locale): string {
  const t = messages(locale).need;
  const title = 'betas' in subject ? t.title.feature : t.title.beta;
  const heads = [messages(locale).claim.platform, t.answer, t.write.title];
  return [
    `**${title}** ${escapeLine(writeAnswer(need, subject, locale))}`,
    '',
    formatRow(heads),
    '|---|---|---|',
    ...need.platforms.map((answer) => formatRow(formatPlatform(answer, locale))),
  ].join('\n');
}

function formatPlatform(answer: PlatformAnswer, locale: Locale): string[] {
  const t = messages(locale).need;
  const remarks = [describeLimit(answer, locale), answer.disputed && t.disputed].filter(Boolean);
  const place = answer.wire === 'header' ? t.write.inHeader : t.write.inBody;
  return [
    escapeLine(getPlatformTitle(answer.platform)),
    t.answers[answer.answer] + (remarks.length > 0 ? ` (${escapeLine(remarks.join('; '))})` : ''),
    answer.send.length > 0 ? `${place}: \`${writePlacement(answer)}\`` : '',
  ];
}

const formatRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;

/** The languages on the Claude API. On other platforms the client differs, and little else. */
const HOME_LANGUAGES: readonly CodeLanguage[] = ['typescript', 'python', 'curl'];
const OTHER_LANGUAGES: readonly CodeLanguage[] = ['typescript', 'boto3'];

function formatWritings(writings: readonly Writing[], locale: Locale): string {
  const t = messages(locale);
  const parts = writings.flatMap(({ answer, requests }) => {
    const isHome = answer.platform === HOME;
    const languages = isHome ? HOME_LANGUAGES : OTHER_LANGUAGES;
    const shown = isHome ? requests : requests.slice(0, 1);
    const samples = shown.flatMap((request) => [
      ...(request.disputed ? [t.sample.disputed] : []),
      ...request.languages
        .filter(({ language }) => languages.includes(language))
        .flatMap((sample) =>
          formatSample(isHome ? sample : { ...sample, before: undefined }, locale),
        ),
    ]);
    return samples.length > 0
      ? [`### ${escapeLine(getPlatformTitle(answer.platform))}`, ...samples]
      : [];
  });
  return parts.length > 0 ? [`## ${t.need.write.title}`, ...parts].join('\n\n') : '';
}

function formatSample({ language, grammar, before, now }: WrittenSample, locale: Locale): string[] {
  const t = messages(locale);
  const name = t.sample.tabs[language];
  const today = formatCode(now, grammar);
  return before && before !== now
    ? [`${name}:`, today, `${t.need.write.before}:`, formatCode(before, grammar)]
    : [`${name}:`, today];
}

/** Formats code. The fence is longer than any backticks inside. */
function formatCode(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}
