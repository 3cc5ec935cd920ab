/** Takes features out of a body, and with them everything that would be wrong without them. */
import { messageParams } from '@beta-headers/grammar';
import { collect } from '../collect/collect.ts';
import type { Path } from '../collect/walk.ts';
import { availabilityOf, type Context } from '../decide/context.ts';
import type { Decided } from '../decide/decide.ts';
import type { JsonEdit } from '../edit/edit.ts';
import { isObject } from '../request/json.ts';
import { withContainers } from './containers.ts';
import { Conversation } from './conversation.ts';
import { type Target, toTarget } from './targets.ts';

/** What was taken out. */
export interface Stripped {
  readonly edits: readonly JsonEdit[];
  /** Every place that is gone, by the subject that it was done for. */
  readonly places: ReadonlyMap<string, readonly Path[]>;
}

/** Takes everything out that was cut. `undefined` where what is left would be no request any more. */
export function strip(context: Context, value: unknown, decided: Decided): Stripped | undefined {
  if (!isObject(value)) return undefined;
  const fields = decided.unknownFields.map((at): Target => ({ at, cause: UNKNOWN_FIELD }));
  const targets = [...findTargets(context, value, decided.cuts), ...fields];
  const edits: JsonEdit[] = [];
  const places = new Map<string, Path[]>();
  const params = messageParams(value, context.facts.route);
  const byParams = groupByStart(targets, params[0]?.at.length ?? 0);
  for (const { at, value: fields } of params) {
    const own = byParams.get(at.join());
    if (!own || !isObject(fields)) continue;
    const completed = stripParams(fields, own);
    if (!completed) return undefined;
    for (const target of completed) {
      const full = [...at, ...target.at];
      edits.push(target.set ? { at: full, set: target.set.value } : { at: full, remove: true });
      push(places, target.cause, full);
    }
  }
  return { edits, places };
}

/** The targets of each item of a batch, by where the item is, their places inside of it. */
function groupByStart(targets: readonly Target[], length: number): Map<string, Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets)
    push(groups, target.at.slice(0, length).join(), { ...target, at: target.at.slice(length) });
  return groups;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Fields that nobody knows belong to no feature. */
const UNKNOWN_FIELD = '(unknown field)';

/** Every place of what is cut. The walk that decided remembered some of them; this one remembers all. */
function findTargets(context: Context, value: unknown, cuts: Decided['cuts']): Target[] {
  const { facts, catalog } = context;
  const all = collect(facts, catalog, value, Number.POSITIVE_INFINITY);
  const targets: Target[] = [];
  for (const { feature, hits } of all.uses) {
    if (!cuts.strip.has(feature.name)) continue;
    for (const hit of hits) {
      if (availabilityOf(feature, context, hit).status !== 'unavailable') continue;
      for (const at of hit.at) targets.push(toTarget(at, feature, feature.name));
    }
  }
  for (const need of all.needs) {
    const cause = cuts.needs.get(need.choices.join());
    if (cause !== undefined)
      for (const at of need.at) targets.push(toTarget(at, need.feature, cause));
  }
  for (const { substitute, feature, at } of all.substitutes)
    if (cuts.substitutes.some((cut) => cut.substitute === substitute))
      for (const place of at) targets.push({ at: place, cause: feature.name });
  return targets;
}

/** The targets in message params, and all that follows from them. */
function stripParams(
  params: Record<string, unknown>,
  targets: readonly Target[],
): Target[] | undefined {
  const conversation = new Conversation(params);
  const others: Target[] = [];
  for (const target of targets)
    if (target.set || !conversation.remove(target.at, target.cause)) others.push(target);
  // A block whose content is all gone is gone itself; only a tool's result may be empty.
  for (const { at, cause } of withContainers(params, others, isWholeBlock)) {
    const block = at.slice(0, 4);
    if (isEmptiedContent(params, at)) conversation.remove(block, cause);
  }
  conversation.complete();
  if (!conversation.isValid()) return undefined;
  const choice = conversation.choiceCause(params.tool_choice);
  if (choice !== undefined) others.push({ at: ['tool_choice'], cause: choice });
  const left = others.filter(({ at }) => !conversation.isGone(at));
  return withContainers(params, [...left, ...conversation.removals()], isWholeBlock);
}

/** The params themselves, the list of messages, a message, a tool, a block: the conversation decides about those. */
function isWholeBlock(at: Path): boolean {
  const [list] = at;
  return (
    at.length === 0 ||
    (list === 'messages' && at.length <= 4) ||
    (list === 'tools' && at.length === 2)
  );
}

/** The content or the source of a block that is not a tool's result. */
function isEmptiedContent(params: Record<string, unknown>, at: Path): boolean {
  if (at[0] !== 'messages' || at.length < 5) return false;
  if (at.at(-1) !== 'content' && at.at(-1) !== 'source') return false;
  const messages = params.messages as Record<
    number,
    { content: Record<number, { type?: unknown }> }
  >;
  const block = messages[at[1] as number]?.content[at[3] as number];
  return !(at.length === 5 && block?.type === 'tool_result');
}
