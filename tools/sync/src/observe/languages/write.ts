/**
 * Writes versions that the manifest lacks into feature files, sdks.yaml and sources.yaml. Pure:
 * text in, text out.
 */
import { type Catalog, SDK_LANGUAGES, type SdkLanguage } from '@beta-headers/manifest';
import { parse } from 'yaml';
import { insertAt, removeAt, renderBlock, setKey } from '../../write/edit.ts';
import type { SinceFinding } from './compare.ts';
import type { SdkReleases } from './first.ts';

/** The keys that follow `sdk` in a beta, in their order. */
const AFTER_SDK = [
  'requires',
  'selects',
  'selectsAt',
  'acceptance',
  'migration',
  'notes',
  'review',
];

interface FeatureText {
  readonly betas: readonly { readonly id: string; readonly [key: string]: unknown }[];
}

/** Adds the versions of its betas to a feature file; existing versions stay. */
export function writeSince(text: string, findings: readonly SinceFinding[]): string {
  const { betas } = parse(text, { schema: 'core' }) as FeatureText;
  const missing = findings
    .filter(({ kind, version }) => kind === 'missing' && version !== undefined)
    .sort((a, b) => getOrder(a.language) - getOrder(b.language));
  let written = text;
  betas.forEach((beta, index) => {
    const before = AFTER_SDK.find((key) => beta[key] !== undefined) ?? 'evidence';
    for (const { version, language } of missing.filter((finding) => finding.beta === beta.id))
      written = setKey(written, ['betas', index, 'sdk', 'since', language], version, before);
  });
  return written;
}

const getOrder = (language: SdkLanguage): number => SDK_LANGUAGES.indexOf(language);

interface SdkEntry {
  readonly language: SdkLanguage;
  readonly newest: string;
}

interface SourceEntry {
  readonly id: string;
}

interface PageSource extends SourceEntry {
  readonly url: string;
  readonly checked: string;
}

/** Makes the source of an SDK's tags: the commit of the newest of them. */
export function toSource({ language, versions, commit }: SdkReleases, day: string): PageSource {
  return {
    id: `anthropic-sdk-${language}-${versions.at(-1)}`,
    url: `https://github.com/anthropics/anthropic-sdk-${language}/tree/${commit}`,
    checked: day,
  };
}

/** Records in sdks.yaml the release up to which the tags were read; its head stays. */
export function writeSdks(text: string, releases: SdkReleases, day: string): string {
  const { language, versions } = releases;
  const { sdks } = parse(text, { schema: 'core' }) as { sdks: readonly SdkEntry[] };
  const newest = versions.at(-1) as string;
  if (sdks.some((one) => one.language === language && one.newest === newest)) return text;
  const entry = {
    language,
    package: releases.package,
    newest,
    evidence: [{ source: toSource(releases, day).id, says: describeReleases(releases) }],
  };
  const all = [...sdks.filter((one) => one.language !== language), entry].sort(
    (a, b) => getOrder(a.language) - getOrder(b.language),
  );
  return `${text.slice(0, text.indexOf('sdks:'))}${renderBlock({ sdks: all })}\n`;
}

const describeReleases = ({ versions }: SdkReleases): string =>
  `The sources under each of the ${versions.length} release tags ` +
  `from ${versions[0]} to ${versions.at(-1)}, prereleases left out.`;

/** Replaces an older reading of the tags in sources.yaml. */
export function writeSdkSource(text: string, releases: SdkReleases, day: string): string {
  const source = toSource(releases, day);
  const ids = readIds(text);
  if (ids.includes(source.id)) return text;
  const older = ids.findIndex(
    (id) => id.startsWith(`anthropic-sdk-${releases.language}-`) && /-\d+\.\d+\.\d+$/.test(id),
  );
  const rest = older === -1 ? text : removeAt(text, ['sources'], older);
  const left = readIds(rest);
  const index = left.findIndex((id) => id > source.id);
  return insertAt(rest, ['sources'], index === -1 ? left.length : index, source);
}

const readIds = (text: string): string[] =>
  (parse(text, { schema: 'core' }) as { sources: SourceEntry[] }).sources.map(({ id }) => id);

/** Lists the feature files of the betas, by the name of the feature. */
export function listFiles(findings: readonly SinceFinding[], catalog: Catalog): string[] {
  const features = new Map(catalog.betas.map(({ id, feature }) => [id, feature]));
  return [...new Set(findings.flatMap(({ beta }) => features.get(beta) ?? []))].map(
    (feature) => `${feature}.yaml`,
  );
}
