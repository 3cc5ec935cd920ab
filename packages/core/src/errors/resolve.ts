/** A row that matched → what it is about: the betas that the text names, or that the place which it names needs. */
import type { Found } from './found.ts';
import type { FailedRequest } from './from-request.ts';
import {
  findFieldsByLimit,
  findFieldsByPath,
  findFieldsByTag,
  findFieldsByValue,
  type GatedField,
} from './gated-fields.ts';
import { findBetaByWords, findBetaNames, readList, unique } from './names.ts';
import type { Match } from './rows.ts';
import { findNeeds, type Where } from './where.ts';

/** Reads a match. */
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
  if (groups.leaked) return { kind, betas: failed?.leaked() ?? [], field: groups.leaked, ...extra };
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
    return failed?.canOpen === false ? undefined : resolvePlaces(match, where, failed);
  return resolveNames(match);
}

/** Names without the digit that tells alternatives apart, of those that took part. */
function readGroups(hit: RegExpMatchArray | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(hit?.groups ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.replace(/\d$/, ''), value]],
    ),
  );
}

function resolveNames({ row, text, hits, all }: Match): Found | undefined {
  const { kind, named, advice } = row as typeof row & { readonly kind: Found['kind'] };
  // A code names none: another layer may.
  const betas = findBetaNames(row.kind === 'not-enrolled' && !row.per ? all : text);
  const matched = hits[0]?.[0] ?? '';
  // Else it is something else with a date that the wording is about.
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
  readonly openers: readonly GatedField[];
  /** The place as the error writes it, and with what was found there. */
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
    .filter(({ openers, field }) => openers.length > 0 && /[a-z]/i.test(field));
  if (places.length === 0) return undefined;
  const field = unique(places.map((place) => place.field)).join(', ');
  const needs = findNeeds(places, where, failed);
  const advice = row.advice ?? needs.advice ?? chooseAdvice(readGroups(hits[0]));
  return { kind: 'missing', field, ...needs, ...(advice && { advice }) };
}

/** The advice where the field is known, and the complaint is about what is in it. */
function chooseAdvice(groups: Readonly<Record<string, string>>): Found['advice'] {
  if (groups.limit !== undefined) return 'above';
  return groups.value === undefined && groups.allowed === undefined ? undefined : 'value';
}

function readPlace(groups: Readonly<Record<string, string>>, failed?: FailedRequest): Place {
  const { path = '', tag, value, allowed, limit } = groups;
  const field = path.replace(' ', '_');
  if (tag !== undefined)
    return {
      openers: findFieldsByTag(tag, field),
      path: field,
      field: field ? `${field} (${tag})` : tag,
      shape: tag,
    };
  const here = { path: field, field };
  if (limit !== undefined) return { openers: findFieldsByLimit(field, Number(limit)), ...here };
  if (value === undefined && allowed === undefined)
    return { openers: findFieldsByPath(field), ...here };
  const isNamed = (one: unknown): boolean =>
    allowed === undefined ? value === one : allowed.includes(`'${one}'`);
  const openers = findFieldsByValue(field).filter(
    ({ values = [], betas }) =>
      values.some(isNamed) === (allowed === undefined) && failed?.needsOneOf(betas) !== false,
  );
  return { openers, ...here };
}
