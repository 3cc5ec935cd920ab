/**
 * The index by field: which feature a field, a tool type or an endpoint belongs to, and what that
 * feature needs on each platform. It answers "which header for this request?" with one file.
 */
import { type CatalogFeature, type CatalogRule, catalog, getBeta } from './catalog.ts';
import { VERSION } from './data.ts';
import { answerNeed } from './need/answer.ts';
import { FIELDS } from './need/placement.ts';

/** The path of the index, without base. */
export const FIELD_INDEX_PATH = '/data/v2/fields.json';

/** The values that a feature needs on a platform, or the answer if there are none. */
type Sent = readonly string[] | string;

/** Makes the index. */
export const makeFieldIndex = (): unknown => ({
  version: VERSION,
  schemaVersion: catalog.schemaVersion,
  about:
    'fields: a JSON path, a value of type, or an endpoint, with its features. features: the values ' +
    'to send by platform, or the reason why there are none: no-header (works without), ' +
    'unavailable, no-effect, refused, leave-out, unknown (nobody knows; not accepted). ' +
    'platforms: the place of the values in the request. Pages: /features/{name}.md.',
  platforms: Object.fromEntries(
    catalog.platforms.map(({ id, wire }) => [
      id,
      { in: wire === 'header' ? 'header' : 'body', field: FIELDS[wire] },
    ]),
  ),
  fields: groupFields(),
  features: Object.fromEntries(
    catalog.features.map((feature) => [feature.name, listSent(feature)]),
  ),
});

/** Lists the features of each field, by the name of the field. */
function groupFields(): Record<string, string[]> {
  const fields = new Map<string, Set<string>>();
  for (const feature of catalog.features)
    for (const rule of [...feature.uses, ...feature.betas.flatMap((id) => getBeta(id).requires)])
      for (const field of listFields(rule))
        fields.set(field, (fields.get(field) ?? new Set()).add(feature.name));
  return Object.fromEntries(
    [...fields]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, names]) => [field, [...names].sort()]),
  );
}

/** A rule is found by its values where it has some, since `tools[].type` alone says nothing. */
function listFields({ at, is, in: values, endpoint }: CatalogRule): string[] {
  const named = [is ?? [], values ?? []].flat().filter((value) => typeof value === 'string');
  if (at === undefined) return [...(endpoint ?? [])];
  return named.length > 0 ? named.map((value) => `${at} = ${value}`) : [at];
}

/** Lists what is sent on each platform. Platforms with the same answer are one entry. */
function listSent(feature: CatalogFeature): Record<string, Sent> {
  const groups = new Map<string, { platforms: string[]; sent: Sent }>();
  for (const { platform, answer, send } of answerNeed(catalog, feature).platforms) {
    const sent: Sent = send.length > 0 ? send.map(({ value }) => value) : answer;
    const key = JSON.stringify(sent);
    const group = groups.get(key) ?? { platforms: [], sent };
    group.platforms.push(platform);
    groups.set(key, group);
  }
  return Object.fromEntries(
    [...groups.values()].map(({ platforms, sent }) => [platforms.join(' '), sent]),
  );
}
