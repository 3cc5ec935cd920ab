/**
 * Tools and messages: what else has to go when some of them do, so that the request stays valid.
 */
import type { Path } from '../collect/walk.ts';
import { isObject } from '../request/json.ts';
import type { Removals } from './removals.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A block of a message, and where it is. */
interface Block {
  readonly at: Path;
  readonly fields: Fields;
}

/** Calls may be made from inside of calls, but not much deeper. */
const MAX_ROUNDS = 10;

/**
 * Takes out what has lost its meaning: calls of tools that are gone, one half of a pair, messages
 * that have nothing left, the choice of a tool. False where what is left is no conversation.
 */
export function completeConversation(params: Fields, removals: Removals): boolean {
  const messages = toList(params.messages);
  const blocks = messages.flatMap((message, i) =>
    toList(Object(message).content).map((fields, j) => ({
      at: ['messages', i, 'content', j],
      fields: Object(fields) as Fields,
    })),
  );
  const gone = findRemovedTools(params, blocks, removals);
  removeReferences(blocks, gone, removals);
  let rounds = 0;
  while (removeCalls(blocks, gone, removals)) if (++rounds > MAX_ROUNDS) return false;
  removeMessages(blocks, removals);
  removeChoice(params, gone, removals);
  return isConversation(messages, removals);
}

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The names of tools that are gone and that no other tool has, by the cause. */
function findRemovedTools(
  params: Fields,
  blocks: readonly Block[],
  removals: Removals,
): Map<unknown, string> {
  const added = blocks.filter(({ fields }) => fields.type === 'tool_addition');
  const tools = [
    ...toList(params.tools).map((tool, i) => ({ at: ['tools', i], tool })),
    ...added.map(({ at, fields }) => ({ at, tool: Object(fields.tool).definition })),
  ].map(({ at, tool }) => ({ name: readToolName(Object(tool)), cause: removals.causeOf(at) }));
  const gone = new Map<unknown, string>();
  for (const { name, cause } of tools) if (name && cause) gone.set(name, cause);
  for (const { name, cause } of tools) if (!cause) gone.delete(name);
  return gone;
}

/** The name by which history and `tool_choice` refer to a tool. */
const readToolName = ({ name, mcp_server_name: server }: Fields): unknown => name ?? server;

/** Results of a tool search name the tools that they found. */
function removeReferences(
  blocks: readonly Block[],
  gone: ReadonlyMap<unknown, string>,
  removals: Removals,
): void {
  if (gone.size === 0) return;
  for (const { at, fields } of blocks) {
    const { tool_references: references = fields.content } = Object(fields.content) as Fields;
    const start = references === fields.content ? ['content'] : ['content', 'tool_references'];
    for (const [i, item] of toList(references).entries()) {
      const cause = isObject(item) && item.type === 'tool_reference' && gone.get(item.tool_name);
      if (cause) removals.add({ at: [...at, ...start, i], cause });
    }
  }
}

/**
 * Removes calls of tools that are gone, the other half of pairs, and calls from inside of calls.
 * True if there were any.
 */
function removeCalls(
  blocks: readonly Block[],
  gone: ReadonlyMap<unknown, string>,
  removals: Removals,
): boolean {
  const calls = new Map<unknown, string>();
  for (const { at, fields } of blocks) {
    const cause = removals.causeOf(at);
    if (cause) calls.set(readCallId(fields), cause);
  }
  calls.delete(undefined);
  let removed = false;
  for (const { at, fields } of blocks) {
    const { tool_id: caller } = Object(fields.caller) as Fields;
    const cause =
      gone.get(readCalledTool(fields)) ?? calls.get(readCallId(fields)) ?? calls.get(caller);
    if (cause && !removals.causeOf(at)) removed = removals.add({ at, cause });
  }
  return removed;
}

/** The id that joins a call to its answer. */
function readCallId({ type, id, tool_use_id: answered }: Fields): unknown {
  const kind = String(type);
  return kind.endsWith('tool_use') ? id : kind.endsWith('tool_result') ? answered : undefined;
}

/**
 * The tool that a block calls. The container's own commands belong to the tool that has the
 * container.
 */
function readCalledTool({ type, name, server_name: server }: Fields): unknown {
  if (type === 'mcp_tool_use') return server;
  if (type === 'server_tool_use' && String(name).endsWith('_code_execution'))
    return 'code_execution';
  return type === 'tool_use' || type === 'server_tool_use' ? name : undefined;
}

/** A message that has nothing left, or nothing but thoughts about what is gone, goes. */
function removeMessages(blocks: readonly Block[], removals: Removals): void {
  const gone = new Map<unknown, string>();
  const left = new Set<unknown>();
  for (const { at, fields } of blocks) {
    const cause = removals.causeOf(at);
    if (cause) gone.set(at[1], cause);
    else if (fields.type !== 'thinking' && fields.type !== 'redacted_thinking') left.add(at[1]);
  }
  for (const [message, cause] of gone)
    if (!left.has(message)) removals.add({ at: ['messages', message as number], cause });
}

/** `tool_choice` names a tool that is gone, or there are none left. */
function removeChoice(
  { tool_choice: choice, tools }: Fields,
  gone: ReadonlyMap<unknown, string>,
  removals: Removals,
): void {
  const { type, name } = Object(choice) as Fields;
  const causes = toList(tools).map((_, i) => removals.causeOf(['tools', i]));
  const cause = causes.every(Boolean) ? causes[0] : type === 'tool' && gone.get(name);
  if (choice !== undefined && cause) removals.add({ at: ['tool_choice'], cause });
}

/** It begins and ends as it did, with a message of the user. */
function isConversation(messages: readonly unknown[], removals: Removals): boolean {
  const left = messages.filter((_, i) => !removals.causeOf(['messages', i]));
  const isUser = (message: unknown): boolean => Object(message).role === 'user';
  return [0, -1].every((end) => !isUser(messages.at(end)) || isUser(left.at(end)));
}
