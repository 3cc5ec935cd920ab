/** Writes the pages about platforms, models and Claude Code as Markdown. */

import { escapeLine, formatLink } from '@beta-headers/manifest/markdown';
import { messages } from '../i18n/index.ts';
import {
  type CatalogBeta,
  type CatalogPlatform,
  catalog,
  getFeature,
  getFixText,
  getPlatformTitle,
} from './catalog.ts';
import { getFeatureMark } from './claim-marks.ts';
import { describeEffect, getClient, groupByMark, listClientValues } from './client-page.ts';
import { CODE_LANGUAGES, GRAMMARS, writeCode } from './code/index.ts';
import {
  type CatalogModel,
  findModelId,
  getModelState,
  listModelPlatforms,
  listModelRows,
  listModelRules,
  listModelValues,
  sortModels,
} from './model-page.ts';
import { PLACEMENT } from './placement.ts';
import {
  describeClaims,
  FEATURE_GROUPS,
  getMessagesPath,
  groupFeatures,
  groupValues,
  listFixCodes,
  listReplacements,
  VALUE_GROUPS,
  type ValueGroup,
} from './platform-page.ts';
import { findPlatformSample } from './platform-sample.ts';
import type { Locale } from './site.ts';

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;
const join = (parts: readonly (string | false | undefined)[]): string =>
  `${parts.filter(Boolean).join('\n\n')}\n`;
const writeTitle = (platform: string): string => escapeLine(getPlatformTitle(platform));
const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Writes the page of a platform. */
export function writePlatformMarkdown(platform: CatalogPlatform, locale: Locale): string {
  const t = messages(locale);
  const p = t.places.platform;
  const { id, title, hosts, wire } = platform;
  const values = groupValues(platform);
  const features = groupFeatures(id);
  return join([
    `# ${p.title(escapeLine(title))}`,
    escapeLine(platform.summary[locale]),
    bullets([
      `${t.platforms.wire}: ${t.platforms.wires[wire]}`,
      `${t.platforms.hosts}: ${hosts.map((host) => `\`${host}\``).join(', ')}`,
      `${t.places.platforms.path}: \`${getMessagesPath(platform)}\``,
      `${p.client}: ${writeClient(platform, locale)}`,
      `${t.beta.docs}: ${formatLink(platform.docs)}`,
    ]),
    fence(PLACEMENT[wire].language, PLACEMENT[wire].code),
    ...VALUE_GROUPS.filter((group) => values[group].length > 0).flatMap((group) => [
      `## ${p.groups[group]} (${values[group].length})`,
      p.explained[group],
      bullets(values[group].map((beta) => writeValue(beta, group, id, locale))),
    ]),
    ...FEATURE_GROUPS.filter((group) => features[group].length > 0).flatMap((group) => [
      `## ${p.features}: ${p.featureGroups[group]} (${features[group].length})`,
      bullets(
        features[group].map((feature) => {
          const claims = feature.availability[id] ?? [];
          const notes =
            group === 'conditional'
              ? describeClaims(claims, locale)
              : listFixCodes(claims).map((code) => getFixText(code)[locale]);
          return [escapeLine(feature.title[locale]), ...notes.map(escapeLine)].join(': ');
        }),
      ),
    ]),
    `## ${p.sample}`,
    ...writeSamples(id, locale),
  ]);
}

/** Writes the sample of a platform in each language that has a form for it. */
function writeSamples(platform: string, locale: Locale): string[] {
  const found = findPlatformSample(platform);
  if (!found) return [messages(locale).places.platform.noSample];
  return CODE_LANGUAGES.flatMap((language) => {
    const code = writeCode(found.sample.now, language);
    const tab = messages(locale).sample.tabs[language];
    return code === undefined ? [] : [`### ${tab}`, fence(GRAMMARS[language], code)];
  });
}

/** Writes the official client of a platform. */
function writeClient({ client, wire }: CatalogPlatform, locale: Locale): string {
  const p = messages(locale).places.platform;
  if (!client || wire === 'converse') return p.noClient;
  return `\`${client.package}\`, ${p.clientIn(client.name, client.python)}`;
}

function writeValue(
  beta: CatalogBeta,
  group: ValueGroup,
  platform: string,
  locale: Locale,
): string {
  const t = messages(locale);
  const p = t.places.platform;
  const claims = beta.acceptance[platform] ?? [];
  const mark = getFeatureMark(getFeature(beta.feature).availability[platform] ?? []);
  const notes = [
    t.stage[beta.stage],
    `${p.feature}: ${t.mark.feature[mark]}`,
    ...(group === 'conditional' ? describeClaims(claims, locale).map(escapeLine) : []),
    ...listReplacements(claims).map(
      ({ for: feature, send }) =>
        `${p.send} \`${send}\` ${p.insteadOf(escapeLine(getFeature(feature).title[locale]))}`,
    ),
  ];
  return `\`${beta.id}\`: ${notes.join('; ')}`;
}

/** Writes the comparison of platforms. */
export function writePlatformsMarkdown(locale: Locale): string {
  const t = messages(locale);
  const p = t.places;
  const heads = [p.platforms.name, ...VALUE_GROUPS.map((group) => p.platform.groups[group])];
  const rows = catalog.platforms.map((platform) => {
    const values = groupValues(platform);
    const word = p.platforms.word[platform.id] ?? '';
    const link = `[${escapeLine(platform.title)}](platforms/${platform.id}.md): ${word}`;
    return [link, ...VALUE_GROUPS.map((group) => String(values[group].length))];
  });
  return join([`# ${t.platforms.title}`, t.platforms.lead, writeTable(heads, rows)]);
}

/** Writes the page of a model. */
export function writeModelMarkdown(model: CatalogModel, locale: Locale): string {
  const t = messages(locale);
  const m = t.places.model;
  const { id, title, retires, retired } = model;
  const columns = listModelPlatforms(model);
  const platforms = columns.map((one) => escapeLine(one.short ?? one.id));
  const order = columns.map((one) => one.id);
  return join([
    `# ${m.title(escapeLine(title))}`,
    `\`${id}\``,
    retired ? m.ended(retired) : retires && m.ends(retires),
    `## ${m.names}`,
    bullets(
      catalog.platforms.map((platform) => {
        const found = findModelId(model, platform);
        return `${escapeLine(platform.title)}: ${found ? `\`${found.id}\`` : m.noName}`;
      }),
    ),
    `## ${m.features}`,
    m.featuresLead,
    writeTable(
      [t.platforms.feature, ...platforms],
      listModelRows(model).map(({ feature, marks }) => [
        escapeLine(feature.title[locale]),
        ...order.map((one) => t.mark.feature[marks[one] ?? 'unknown']),
      ]),
    ),
    `## ${m.values}`,
    writeTable(
      [t.places.platform.value, ...platforms],
      listModelValues(model).map(({ beta, marks }) => [
        `\`${beta.id}\``,
        ...order.map((one) => t.mark.header[marks[one] ?? 'unknown']),
      ]),
    ),
    listModelRules(id).length > 0 &&
      join([
        `## ${m.rules}`,
        bullets(listModelRules(id).map(({ beta }) => `\`${beta.id}\``)),
      ]).trim(),
  ]);
}

/** Writes the list of models. */
export function writeModelsMarkdown(locale: Locale): string {
  const t = messages(locale).places.models;
  return join([
    `# ${t.title}`,
    t.lead,
    bullets(
      sortModels().map((model) => {
        const end = t.state[getModelState(model)](model.retired ?? model.retires ?? '');
        const link = `[${escapeLine(model.title)}](models/${model.id}.md)`;
        return `${link}: \`${model.id}\`, ${t.end}: ${end}`;
      }),
    ),
  ]);
}

/** Writes the page about Claude Code. */
export function writeClientMarkdown(locale: Locale): string {
  const t = messages(locale);
  const c = t.places.claudeCode;
  const client = getClient('claude-code');
  const values = listClientValues(client);
  return join([
    `# ${c.title}`,
    c.lead(values.length),
    `## ${c.doTitle}`,
    c.run,
    fence('sh', 'beta-headers run --platform bedrock -- claude'),
    c.gateway,
    fence('sh', 'beta-headers gateway --platform bedrock --port 8787'),
    c.env,
    fence('sh', 'beta-headers env --client claude-code --platform bedrock'),
    `## ${c.each}`,
    ...values.flatMap((value) => [
      `### ${value.beta.id}`,
      bullets([
        `${c.does}: ${escapeLine(describeEffect(value.beta, locale))}`,
        ...(value.sent.when ? [`${c.when}: ${escapeLine(value.sent.when[locale])}`] : []),
        `${c.loss}: ${value.sent.loss ? escapeLine(value.sent.loss[locale]) : c.lossUnknown}`,
        `${c.off}: ${value.sent.off?.map((name) => `\`${name}\``).join(', ') ?? c.offNone}`,
        ...groupByMark(value).map(
          ([mark, platforms]) => `${t.mark.header[mark]}: ${platforms.map(writeTitle).join(', ')}`,
        ),
        ...value.instead.map(
          ({ platform, send }) =>
            `${c.replaced(writeTitle(platform))} ${send.map((id) => `\`${id}\``).join(', ')}`,
        ),
      ]),
    ]),
    `## ${c.variables}`,
    bullets(
      client.variables.map(({ name, value, effect, cost }) =>
        [`\`${name}=${value}\`: ${escapeLine(effect[locale])}`, cost && escapeLine(cost[locale])]
          .filter(Boolean)
          .join(' '),
      ),
    ),
    `## ${c.own}`,
    c.ownLead,
  ]);
}

const writeTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
