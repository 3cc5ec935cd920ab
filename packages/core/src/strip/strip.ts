/** Removes features from a body, with everything that is invalid without them. */
import { formatRulePath, listMessageParams } from '@beta-headers/grammar';
import type { KnownFeature, Rule } from '../catalog/types.ts';
import { collect } from '../collect/collect.ts';
import type { Path } from '../collect/walk.ts';
import { type Context, findAvailability } from '../decide/context.ts';
import type { Decided } from '../decide/decide.ts';
import type { JsonEdit } from '../edit/edit.ts';
import { isObject } from '../request/json.ts';
import { completeConversation } from './conversation.ts';
import { type Removal, Removals, readValueAt } from './removals.ts';

/** The result of a removal. */
export interface Stripped {
  readonly edits: readonly JsonEdit[];
  /** The removed places, by the subject that caused the removal. */
  readonly places: ReadonlyMap<string, readonly Path[]>;
}

/** More places than any real conversation has. A body with a cycle reaches this limit. */
const MAX_PLACES = 50_000;

/**
 * Removes everything that was decided to be cut. Returns `undefined` if the rest is no valid
 * request.
 */
export function strip(context: Context, value: unknown, decided: Decided): Stripped | undefined {
  if (!isObject(value)) return undefined;
  const targets = findTargets(context, value, decided);
  if (targets.length >= MAX_PLACES) return undefined;
  const edits: JsonEdit[] = [];
  const places = new Map<string, Path[]>();
  const params = listMessageParams(value, context.facts.route);
  const byParams = groupByStart(targets, params[0]?.at.length ?? 0);
  for (const { at, value: fields } of params) {
    const own = byParams.get(at.join());
    if (!own || !isObject(fields)) continue;
    const removals = stripParams(fields, own);
    if (!removals) return undefined;
    for (const { at: inside, cause, set } of removals) {
      const full = [...at, ...inside];
      edits.push(set ? { at: full, set: set.value } : { at: full, remove: true });
      pushTo(places, cause, full);
    }
  }
  return { edits, places };
}

/**
 * Finds every place to remove. The first walk recorded only some of the places, so this one records
 * all.
 */
function findTargets(
  context: Context,
  value: unknown,
  { cuts, unknownFields }: Decided,
): Removal[] {
  const all = collect(context.facts, context.catalog, value, MAX_PLACES);
  const targets: Removal[] = unknownFields.map((at) => ({ at, cause: '' }));
  for (const { feature, hits } of all.uses) {
    if (!cuts.strip.has(feature.name)) continue;
    for (const hit of hits)
      if (findAvailability(feature, context, hit).status === 'unavailable')
        targets.push(...hit.at.map((at) => toTarget(at, feature, feature.name)));
  }
  for (const { choices, feature, at } of all.needs) {
    const cause = choices.join();
    if (cuts.needs.has(cause)) targets.push(...at.map((place) => toTarget(place, feature, cause)));
  }
  for (const { substitute, feature, at } of all.substitutes)
    if (cuts.substitutes.has(substitute))
      targets.push(...at.map((place) => ({ at: place, cause: feature.name })));
  return targets;
}

/**
 * Finds the part to remove for a place. For a `type` or a `role`, it is the element of a list (a
 * tool, a block, a message) or the object that has it. A number above a limit is set to the limit.
 * Any other place is removed alone.
 */
function toTarget(at: Path, feature: KnownFeature, cause: string): Removal {
  const limit = findLimit(feature, at);
  if (limit !== undefined) return { at, cause, set: { value: limit } };
  if (at.at(-1) !== 'type' && at.at(-1) !== 'role') return { at, cause };
  const element = at.findLastIndex((step) => typeof step === 'number') + 1;
  return { at: at.slice(0, element || Math.max(at.length - 1, 1)), cause };
}

/**
 * Finds the limit of a rule with `above` for this place. In a batch, the steps before the params
 * are not part of the rule's path.
 */
function findLimit({ uses, betas }: KnownFeature, at: Path): number | undefined {
  const rules: readonly Rule[] = [...uses, ...betas.flatMap((beta) => beta.requires)];
  const limits = rules.filter(({ above }) => above !== undefined);
  if (limits.length === 0) return undefined;
  const path = `.${formatRulePath(at.map((step) => (typeof step === 'number' ? '[]' : step)))}`;
  return limits.find((rule) => path.endsWith(`.${rule.at}`))?.above;
}

/** Lists the removals from message params: the targets, and everything that depends on them. */
function stripParams(
  params: Record<string, unknown>,
  targets: readonly Removal[],
): Removal[] | undefined {
  const removals = new Removals();
  for (const target of targets) removals.add(target);
  removals.addEmptied(params, isWhole);
  removeEmptiedBlocks(params, removals);
  if (!completeConversation(params, removals)) return undefined;
  removals.addEmptied(params, isWhole);
  return removals.list();
}

/**
 * Tests if a place is the params, the list of messages, a message, a tool or a block.
 * `completeConversation` decides about these.
 */
function isWhole(at: Path): boolean {
  const [list] = at;
  return (
    at.length === 0 ||
    (list === 'messages' && at.length <= 4) ||
    (list === 'tools' && at.length === 2)
  );
}

/** Removes blocks whose content is removed completely. Only a tool's result may be empty. */
function removeEmptiedBlocks(params: Record<string, unknown>, removals: Removals): void {
  for (const { at, cause } of removals.list()) {
    const last = at.at(-1);
    if (at[0] !== 'messages' || at.length < 5 || (last !== 'content' && last !== 'source'))
      continue;
    const block = at.slice(0, 4);
    const isResult = Object(readValueAt(params, block)).type === 'tool_result';
    if (!isResult || at.length > 5) removals.add({ at: block, cause });
  }
}

/**
 * Groups targets by the item of a batch that they are in, with their places relative to the item.
 */
function groupByStart(targets: readonly Removal[], length: number): Map<string, Removal[]> {
  const groups = new Map<string, Removal[]>();
  for (const target of targets)
    pushTo(groups, target.at.slice(0, length).join(), { ...target, at: target.at.slice(length) });
  return groups;
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
