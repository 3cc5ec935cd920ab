/** The Markdown of the pages that are lists: page one, features, changes, errors, packages … */
import { ERROR_KINDS } from '@beta-headers/grammar';
import { FAMILIES } from '@beta-headers/manifest';
import { escapeLine } from '@beta-headers/manifest/markdown';
import { messages } from '../i18n/index.ts';
import { listFeatures } from './betas.ts';
import { type CatalogFeature, catalog } from './catalog.ts';
import { groupByDate, listUpcoming } from './changes/changes.ts';
import { changes, type Entry, entries, isDataChange } from './changes/history.ts';
import { describeChange, describeDated, getEntryTitle, getKindText } from './changes/text.ts';
import { dataFiles, getDataPath, VERSION } from './data.ts';
import { classifyShapes } from './error-shapes.ts';
import { FIELD_INDEX_PATH } from './field-index.ts';
import { takeFirstSentence } from './inline.ts';
import { href } from './links.ts';
import { formatMonth } from './months.ts';
import { answerNeed } from './need/answer.ts';
import { writeVerdictSentence } from './need/text.ts';
import { newestCheck } from './newest-check.ts';
import { groupByReason } from './not-betas.ts';
import { PACKAGES, type PackageName, readPackage } from './reference.ts';
import { getPackagePath, LOCALES, type Locale, PATHS } from './site.ts';

/** The path of the Markdown of a page, without language and base: `/changes.md` for `/changes/`. */
export const getMarkdownPath = (path: string): string =>
  path === '/' ? '/index.md' : path.replace(/\/$/, '.md');

type Writer = (locale: Locale) => string;

/** The pages whose Markdown is written here, by their path. */
export const INDEX_PAGES: Readonly<Record<string, Writer>> = {
  [PATHS.catalog]: writeHome,
  [PATHS.features]: writeFeatures,
  [PATHS.changes]: (locale) => writeChanges(locale, entries),
  ...Object.fromEntries(
    groupByDate(entries, 7).map(([month, ofMonth]) => [
      `${PATHS.changes}${month}/`,
      (locale: Locale) => writeMonth(locale, month, ofMonth),
    ]),
  ),
  [PATHS.check]: writeCheck,
  [PATHS.errors]: writeErrors,
  [PATHS.notBetas]: writeNotBetas,
  [PATHS.manifest]: writeManifest,
  [PATHS.packages]: writePackages,
  ...Object.fromEntries(
    PACKAGES.map((name) => [getPackagePath(name), (locale: Locale) => writePackage(locale, name)]),
  ),
};

/** Lists the files with their paths below the root of the site. */
export const listIndexFiles = (): { readonly path: string; readonly text: string }[] =>
  LOCALES.flatMap((locale) =>
    Object.entries(INDEX_PAGES).map(([path, write]) => ({
      path: `${locale === 'en' ? '' : `${locale}/`}${getMarkdownPath(path).slice(1)}`,
      text: `${write(locale).trim()}\n`,
    })),
  );

const joinParts = (parts: readonly string[]): string => parts.filter(Boolean).join('\n\n');
const fence = (language: string, code: string): string =>
  ['```'.concat(language), code.trim(), '```'].join('\n');

/** Makes an address of the site absolute, for files that are read outside of it. */
type Absolute = (path: string) => string;
const keep: Absolute = (path) => path;

/** Links to the Markdown of a page. */
const link = (locale: Locale, path: string, text: string, absolute = keep): string =>
  `[${escapeLine(text)}](${absolute(href(locale, getMarkdownPath(path)))})`;

function writeHome(locale: Locale): string {
  const t = messages(locale);
  return joinParts([
    `# ${t.catalog.title}`,
    t.site.description,
    t.agents.how,
    fence('sh', 'npm install @beta-headers/node'),
    listPlacement(locale),
    writeNeeds(locale),
  ]);
}

/** Lists the place of the values on each platform. */
export function listPlacement(locale: Locale, absolute: Absolute = keep): string {
  const t = messages(locale);
  const fields = { header: 'anthropic-beta', body: 'anthropic_beta' } as const;
  const describe = (wire: (typeof catalog.platforms)[number]['wire']): string =>
    wire === 'converse'
      ? t.agents.body('additionalModelRequestFields.anthropic_beta')
      : t.agents[wire](fields[wire]);
  return joinParts([
    `## ${t.agents.placement}`,
    catalog.platforms
      .map(({ id, title, wire }) => {
        const page = link(locale, `${PATHS.platforms}${id}/`, title, absolute);
        return `- ${page} (\`${id}\`): ${describe(wire)}`;
      })
      .join('\n'),
    `${t.agents.fields} [fields.json](${absolute(href('en', FIELD_INDEX_PATH))})`,
  ]);
}

const writeNeeds = (locale: Locale): string =>
  joinParts(
    FAMILIES.flatMap((family) => {
      const features = listFeatures(family);
      if (features.length === 0) return [];
      return [
        `## ${messages(locale).family[family]}`,
        features.map((feature) => writeFeatureLine(feature, locale)).join('\n'),
      ];
    }),
  );

function writeFeatureLine(feature: CatalogFeature, locale: Locale): string {
  const verdict = writeVerdictSentence(answerNeed(catalog, feature), locale);
  const page = link(locale, `${PATHS.features}${feature.name}/`, feature.title[locale]);
  return `- ${page}: ${messages(locale).agents.need} ${verdict}`;
}

function writeFeatures(locale: Locale): string {
  const t = messages(locale);
  return joinParts([`# ${t.features.title}`, t.features.lead, writeNeeds(locale)]);
}

function writeChanges(locale: Locale, all: readonly Entry[]): string {
  const t = messages(locale).changes;
  const upcoming = listUpcoming(changes, newestCheck);
  const past = all.filter(({ date }) => date <= newestCheck);
  return joinParts([
    `# ${t.title}`,
    t.lead,
    `## ${t.upcoming}`,
    upcoming.map((change) => writeChange(change, locale)).join('\n') || t.noUpcoming,
    ...groupByDate(past, 7).flatMap(([month, ofMonth]) => [
      `## ${link(locale, `${PATHS.changes}${month}/`, formatMonth(month, locale))}`,
      ofMonth.map((entry) => writeChangeLine(entry, locale)).join('\n'),
    ]),
  ]);
}

const writeMonth = (locale: Locale, month: string, ofMonth: readonly Entry[]): string =>
  joinParts([
    `# ${messages(locale).changes.monthTitle(formatMonth(month, locale))}`,
    ofMonth.map((entry) => writeChange(entry, locale)).join('\n'),
  ]);

/** One line with the date, the kind, the title and the values. */
function writeChangeLine(entry: Entry, locale: Locale): string {
  const ids = isDataChange(entry) ? [entry.change.subject] : entry.betas.map(({ id }) => id);
  const sdk = !isDataChange(entry) && entry.sdk ? messages(locale).changes.sdk(entry.sdk) : '';
  const values = [...ids.map((id) => `\`${id}\``), sdk].filter(Boolean).join(', ');
  const title = escapeLine(getEntryTitle(entry, locale));
  return `- ${entry.date} ${getKindText(entry, locale)}: ${title}${values && ` (${values})`}`;
}

/** The line, with who is affected and what to do. */
function writeChange(entry: Entry, locale: Locale): string {
  const t = messages(locale).changes;
  const line = writeChangeLine(entry, locale);
  if (isDataChange(entry))
    return `${line}\n  - ${escapeLine(describeChange(entry.change, locale) ?? '')}`;
  const { breaking, who, todo } = describeDated(entry, locale);
  return [
    line,
    `  - ${t.breaking} ${breaking}`,
    `  - ${t.who}: ${escapeLine(who)}`,
    `  - ${t.todo}: ${escapeLine(todo)}`,
  ].join('\n');
}

/** The checker needs a browser; its Markdown leads to the same engine elsewhere. */
function writeCheck(locale: Locale): string {
  const t = messages(locale);
  const guide = (name: string, text: string): string => link(locale, `/guides/${name}/`, text);
  return joinParts([
    `# ${t.check.title}`,
    t.agents.checkCli,
    fence('sh', 'npx @beta-headers/cli explain request.json --platform bedrock --json'),
    t.agents.checkMcp,
    fence('sh', 'npx @beta-headers/cli mcp'),
    t.agents.checkTools,
    t.agents.checkCode,
    fence(
      'ts',
      [
        "import { plan } from '@beta-headers/core';",
        '',
        "const { verdict, header, body, decisions } = plan(request, { platform: 'bedrock' });",
      ].join('\n'),
    ),
    [
      guide('command-line', t.guides['command-line']),
      guide('mcp', t.guides.mcp),
      link(locale, PATHS.errors, t.errors.title),
    ].join(' · '),
  ]);
}

function writeErrors(locale: Locale): string {
  const t = messages(locale);
  const shapes = classifyShapes(locale);
  return joinParts([
    `# ${t.errors.title}`,
    escapeLine(t.errors.lead),
    ...ERROR_KINDS.flatMap((kind) => [
      `## ${t.check.kind[kind]} (\`${kind}\`)`,
      escapeLine(t.errors.kind[kind]),
      ...shapes
        .filter(({ info }) => info?.kind === kind)
        .flatMap(({ name, text, request, info, on }) => [
          `### ${escapeLine(t.errors.shape[name].title)}`,
          escapeLine(t.errors.shape[name].note),
          fence('text', [request, text].filter(Boolean).join('\n\n')),
          `${t.errors.seenOn}: ${on.join(', ')}`,
          info ? `${t.errors.advice}: ${escapeLine(info.advice)}` : '',
        ]),
    ]),
  ]);
}

function writeNotBetas(locale: Locale): string {
  const t = messages(locale).notBetas;
  return joinParts([
    `# ${t.title}`,
    t.lead,
    ...groupByReason().flatMap(({ reason, groups }) => [
      `## ${t.reason[reason]}`,
      t.explained[reason],
      groups
        .map(({ values, means, note }) => {
          const advice = [means && `→ \`${means.id}\``, note && escapeLine(note[locale])];
          const names = values.map((value) => `\`${value}\``).join(', ');
          return `- ${[names, ...advice].filter(Boolean).join(' ')}`;
        })
        .join('\n'),
    ]),
  ]);
}

function writeManifest(locale: Locale): string {
  const t = messages(locale);
  const files = [...Object.keys(dataFiles).map(getDataPath), FIELD_INDEX_PATH];
  return joinParts([
    `# ${t.manifest.title}`,
    t.manifest.lead,
    t.footer.version(VERSION, catalog.betas.length, newestCheck),
    `## ${t.manifest.data}`,
    files.map((path) => `- [${path}](${href('en', path)})`).join('\n'),
  ]);
}

function writePackages(locale: Locale): string {
  const t = messages(locale).reference;
  return joinParts([
    `# ${t.title}`,
    t.lead,
    PACKAGES.map(
      (name) =>
        `- ${link(locale, getPackagePath(name), `@beta-headers/${name}`)}: ${t.about[name]}`,
    ).join('\n'),
  ]);
}

/** The exports of a package, with their signatures. */
function writePackage(locale: Locale, name: PackageName): string {
  const t = messages(locale).reference;
  return joinParts([
    `# @beta-headers/${name}`,
    t.about[name],
    fence('sh', `npm install @beta-headers/${name}`),
    ...readPackage(name).flatMap(({ path, exports }) => [
      `## \`${path}\``,
      ...exports.flatMap(({ signature, doc }) => [
        fence('ts', signature),
        escapeLine(takeFirstSentence(doc)),
      ]),
    ]),
  ]);
}
