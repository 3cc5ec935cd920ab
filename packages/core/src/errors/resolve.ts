/**
 * Resolves a matched row to the betas that the text names, or to those that the named place needs.
 */
import type { Found } from './found.ts';
import type { FailedRequest } from './from-request.ts';
import {
  findFieldsByLimit,
  findFieldsByPath,
  findFieldsByTag,
  findFieldsByValue,
  type GatedField,
} from './gated-fields.ts';
import { showMasks } from './masks.ts';
import { findBetaByWords, findBetaNames, readList, removeDuplicates } from './names.ts';
import type { Match } from './rows.ts';
import { findNeeds, type Where } from './where.ts';

/** Resolves a match. */
export function resolveMatch(
  match: Match,
  where: Where | undefined,
  failed: FailedRequest | undefined,
): Found | undefined {
  const { row, hits } = match;
  const extra = row.advice && { advice: row.advice };
  const { kind } = row as { readonly kind: Found['kind'] };
  const groups = readGroups(hits[0]);
  if (row.betas)
    return { kind, betas: row.betas, ...(groups.path && { field: groups.path }), ...extra };
  if (groups.leaked)
    return { kind, betas: failed?.listLeaked() ?? [], field: groups.leaked, ...extra };
  if (groups.list) {
    const betas = readList(groups.list);
    return betas.length > 0 ? { kind, betas } : undefined;
  }
  if (groups.feature) {
    const beta = findBetaByWords(groups.feature);
    return beta
      ? { kind, betas: [beta], isFeature: true, field: groups.feature, ...extra }
      : undefined;
  }
  if (groups.path !== undefined || groups.tag !== undefined)
    return failed?.mayNeedBetas === false ? undefined : resolvePlaces(match, where, failed);
  return resolveNames(match);
}

/** Reads the groups that matched, without the digit that distinguishes alternatives. */
function readGroups(hit: RegExpMatchArray | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(hit?.groups ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.replace(/\d$/, ''), value]],
    ),
  );
}

function resolveNames({ row, text, hits, all }: Match): Found | undefined {
  const { kind, named, advice } = row as typeof row & { readonly kind: Found['kind'] };
  // A code names no beta, but another layer of the error may.
  const betas = findBetaNames(row.kind === 'not-enrolled' && !row.per ? all : text);
  const matched = hits[0]?.[0] ?? '';
  // Otherwise the wording is about something else with a date.
  if (!/beta/i.test(matched) && !betas.some((id) => matched.includes(id))) return undefined;
  if (betas.length === 0 && named) return undefined;
  if (kind !== 'conflict') return { kind, betas, ...(advice && { advice }) };
  if (betas.length < 2 && !/anthropic/i.test(matched)) return undefined;
  const beginnings = (text.match(/[a-z][\w-]{1,100}-(?=\*)/gi) ?? []).map((name) =>
    name.toLowerCase(),
  );
  return { kind, betas: betas.sort(), ...(beginnings.length > 0 && { beginnings }) };
}

interface Place {
  readonly fields: readonly GatedField[];
  /** The place as the error writes it. `field` also has the tag that was found there. */
  readonly path: string;
  readonly field: string;
  /** The form of the feature that is used there. */
  readonly shape?: string | undefined;
}

function resolvePlaces(
  { row, hits }: Match,
  where: Where | undefined,
  failed: FailedRequest | undefined,
): Found | undefined {
  const places = hits
    .map((hit) => readPlace(readGroups(hit), failed))
    .filter(({ fields, field }) => fields.length > 0 && /[a-z]/i.test(field));
  if (places.length === 0) return undefined;
  const field = showMasks(removeDuplicates(places.map((place) => place.field)).join(', '));
  const needs = findNeeds(places, where, failed);
  const advice = row.advice ?? needs.advice ?? chooseAdvice(readGroups(hits[0]));
  return { kind: 'missing', field, ...needs, ...(advice && { advice }) };
}

/** Chooses the advice if the field is known and the complaint is about its value. */
function chooseAdvice(groups: Readonly<Record<string, string>>): Found['advice'] {
  if (groups.limit !== undefined) return 'above';
  return groups.value === undefined && groups.allowed === undefined ? undefined : 'value';
}

function readPlace(groups: Readonly<Record<string, string>>, failed?: FailedRequest): Place {
  const { path = '', tag, value, allowed, limit } = groups;
  const field = path.replace(' ', '_');
  if (tag !== undefined)
    return {
      fields: findFieldsByTag(tag, field),
      path: field,
      field: field ? `${field} (${tag})` : tag,
      shape: tag,
    };
  const here = { path: field, field };
  if (limit !== undefined) return { fields: findFieldsByLimit(field, Number(limit)), ...here };
  if (value === undefined && allowed === undefined)
    return { fields: findFieldsByPath(field), ...here };
  const isNamed = (one: unknown): boolean =>
    allowed === undefined ? value === one : allowed.includes(`'${one}'`);
  const fields = findFieldsByValue(field).filter(
    ({ values = [], betas }) =>
      values.some(isNamed) === (allowed === undefined) && failed?.needsOneOf(betas) !== false,
  );
  return { fields, ...here };
}
