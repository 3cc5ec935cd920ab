/** Completes the removal of tools and messages, so that the request stays valid. */
import type { Path } from '../collect/walk.ts';
import { isObject } from '../request/json.ts';
import type { Removals } from './removals.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A block of a message, and its place. */
interface Block {
  readonly at: Path;
  readonly fields: Fields;
}

/** The maximum nesting of calls within calls. */
const MAX_ROUNDS = 10;

/**
 * Removes the parts that have lost their meaning: calls of removed tools, the other half of a pair
 * of call and result, empty messages, the choice of a tool. Returns false if the rest is no valid
 * conversation.
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

/** Finds the names of removed tools that no other tool has, with the cause of the removal. */
function findRemovedTools(
  params: Fields,
  blocks: readonly Block[],
  removals: Removals,
): Map<unknown, string> {
  const added = blocks.filter(({ fields }) => fields.type === 'tool_addition');
  const tools = [
    ...toList(params.tools).map((tool, i) => ({ at: ['tools', i], tool })),
    ...added.map(({ at, fields }) => ({ at, tool: Object(fields.tool).definition })),
  ].map(({ at, tool }) => ({ name: readToolName(Object(tool)), cause: removals.findCause(at) }));
  const gone = new Map<unknown, string>();
  for (const { name, cause } of tools) if (name && cause) gone.set(name, cause);
  for (const { name, cause } of tools) if (!cause) gone.delete(name);
  return gone;
}

/** Reads the name that history and `tool_choice` use for a tool. */
const readToolName = ({ name, mcp_server_name: server }: Fields): unknown => name ?? server;

/** Removes references to removed tools from the results of a tool search. */
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
 * Removes calls of removed tools, the other half of each pair, and calls from within removed calls.
 * Returns true if there were any.
 */
function removeCalls(
  blocks: readonly Block[],
  gone: ReadonlyMap<unknown, string>,
  removals: Removals,
): boolean {
  const calls = new Map<unknown, string>();
  for (const { at, fields } of blocks) {
    const cause = removals.findCause(at);
    if (cause) calls.set(readCallId(fields), cause);
  }
  calls.delete(undefined);
  let removed = false;
  for (const { at, fields } of blocks) {
    const { tool_id: caller } = Object(fields.caller) as Fields;
    const cause =
      gone.get(readCalledTool(fields)) ?? calls.get(readCallId(fields)) ?? calls.get(caller);
    if (cause && !removals.findCause(at)) removed = removals.add({ at, cause });
  }
  return removed;
}

/** Reads the id that links a call with its result. */
function readCallId({ type, id, tool_use_id: answered }: Fields): unknown {
  const kind = String(type);
  return kind.endsWith('tool_use') ? id : kind.endsWith('tool_result') ? answered : undefined;
}

/**
 * Reads the name of the tool that a block calls. The container's own commands belong to the tool
 * that has the container.
 */
function readCalledTool({ type, name, server_name: server }: Fields): unknown {
  if (type === 'mcp_tool_use') return server;
  if (type === 'server_tool_use' && String(name).endsWith('_code_execution'))
    return 'code_execution';
  return type === 'tool_use' || type === 'server_tool_use' ? name : undefined;
}

/** Removes messages that are empty, or have only thinking blocks left. */
function removeMessages(blocks: readonly Block[], removals: Removals): void {
  const gone = new Map<unknown, string>();
  const left = new Set<unknown>();
  for (const { at, fields } of blocks) {
    const cause = removals.findCause(at);
    if (cause) gone.set(at[1], cause);
    else if (fields.type !== 'thinking' && fields.type !== 'redacted_thinking') left.add(at[1]);
  }
  for (const [message, cause] of gone)
    if (!left.has(message)) removals.add({ at: ['messages', message as number], cause });
}

/** Removes `tool_choice` if it names a removed tool, or if no tool is left. */
function removeChoice(
  { tool_choice: choice, tools }: Fields,
  gone: ReadonlyMap<unknown, string>,
  removals: Removals,
): void {
  const { type, name } = Object(choice) as Fields;
  const causes = toList(tools).map((_, i) => removals.findCause(['tools', i]));
  const cause = causes.every(Boolean) ? causes[0] : type === 'tool' && gone.get(name);
  if (choice !== undefined && cause) removals.add({ at: ['tool_choice'], cause });
}

/** Tests if the conversation still begins and ends with a user message, where it did before. */
function isConversation(messages: readonly unknown[], removals: Removals): boolean {
  const left = messages.filter((_, i) => !removals.findCause(['messages', i]));
  const isUser = (message: unknown): boolean => Object(message).role === 'user';
  return [0, -1].every((end) => !isUser(messages.at(end)) || isUser(left.at(end)));
}
