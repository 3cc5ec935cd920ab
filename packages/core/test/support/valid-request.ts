/**
 * A structural check of message params, independent of the engine: finds requests that the API
 * answers with 400 whatever their features.
 */

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Finds the first problem; `undefined` for a valid request. */
export function findProblem(body: unknown): string | undefined {
  const { messages, tools, tool_choice: choice, ...rest } = body as Fields;
  if (!Array.isArray(messages) || messages.length === 0) return 'no messages';
  const names = listToolNames(tools);
  return (
    findEmpty(rest) ??
    (Array.isArray(tools) && tools.length === 0 ? 'an empty list of tools' : undefined) ??
    findChoiceProblem(choice, tools, names) ??
    findTurnProblem(messages) ??
    findPairProblem(messages, names, Array.isArray(tools))
  );
}

function findEmpty(rest: Fields): string | undefined {
  for (const [name, value] of Object.entries(rest)) {
    if (name === 'metadata') continue;
    if (Array.isArray(value) && value.length === 0) return `empty ${name}`;
    if (isFields(value) && Object.keys(value).length === 0) return `empty ${name}`;
    if (isFields(value)) {
      const inner = findEmpty(value);
      if (inner) return inner;
    }
  }
  return undefined;
}

function listToolNames(tools: unknown): Set<unknown> {
  const list = Array.isArray(tools) ? (tools as Fields[]) : [];
  return new Set(list.flatMap((tool) => [tool.name, tool.mcp_server_name]));
}

function findChoiceProblem(
  choice: unknown,
  tools: unknown,
  names: Set<unknown>,
): string | undefined {
  if (choice === undefined) return undefined;
  if (!Array.isArray(tools)) return 'tool_choice without tools';
  const { type, name } = choice as Fields;
  return type === 'tool' && !names.has(name) ? 'tool_choice of a missing tool' : undefined;
}

function findTurnProblem(messages: readonly Fields[]): string | undefined {
  if (messages[0]?.role !== 'user') return 'the first message is not a user message';
  if (messages.at(-1)?.role === 'assistant') return 'the last message is an assistant message';
  for (const [i, { content }] of messages.entries()) {
    if (!Array.isArray(content)) continue;
    if (content.length === 0) return `message ${i} is empty`;
    if ((content as Fields[]).every(({ type }) => type === 'thinking'))
      return `message ${i} only thinks`;
  }
  return undefined;
}

function findPairProblem(
  messages: readonly Fields[],
  names: Set<unknown>,
  hasTools: boolean,
): string | undefined {
  const blocks = messages.flatMap(({ content }, message) =>
    Array.isArray(content) ? (content as Fields[]).map((block) => ({ message, block })) : [],
  );
  const uses = blocks.filter(({ block }) => String(block.type).endsWith('tool_use'));
  const results = blocks.filter(({ block }) => String(block.type).endsWith('tool_result'));
  for (const { message, block } of uses) {
    const answer = results.find((result) => result.block.tool_use_id === block.id);
    if (!answer) return `a call without its answer in message ${message}`;
    if (
      block.type === 'tool_use' &&
      messages.slice(message + 1, answer.message).some(({ role }) => role !== 'system')
    )
      return 'an answer that is not in the next message';
    if (hasTools && block.type === 'tool_use' && !names.has(block.name))
      return `a call of ${String(block.name)}, which is gone`;
  }
  for (const { block } of results)
    if (!uses.some((use) => use.block.id === block.tool_use_id))
      return 'an answer without its call';
  return undefined;
}
