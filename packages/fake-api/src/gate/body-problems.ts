/**
 * Problems of message params that no beta can solve: blocks without their partner, calls of tools
 * that are not defined, empty containers. The gate does not check them; they are for tests of
 * programs that remove features from a body.
 */
import { isObject } from './walk.ts';

type Fields = Record<string, unknown>;

/** A block of a conversation, and where it is. */
interface Block {
  readonly block: Fields;
  readonly type: string;
  readonly message: number;
  readonly at: string;
}

/**
 * Lists the problems of message params, or of each item of a batch. Every line begins with a JSON
 * pointer.
 * @example
 * ```ts
 * findBodyProblems({ messages: [], tool_choice: { type: 'any' } });
 * // ['/messages: at least one message is required', '/tool_choice: there are no tools']
 * ```
 */
export function findBodyProblems(body: unknown): string[] {
  if (!isObject(body)) return ['/: the body must be an object'];
  if (!Array.isArray(body.requests)) return findProblems(body);
  return body.requests.flatMap((item: unknown, i) =>
    findProblems(isObject(item) && isObject(item.params) ? item.params : {}).map(
      (problem) => `/requests/${i}/params${problem}`,
    ),
  );
}

function findProblems(params: Fields): string[] {
  const messages = toObjects(params.messages);
  const blocks = messages.flatMap(listBlocks);
  return [
    ...findMessageProblems(messages),
    ...findCallProblems(blocks, messages),
    ...findResultProblems(blocks),
    ...findToolProblems(params, blocks),
    ...findServerProblems(params),
    ...findEmptyContainers(params),
  ];
}

const toObjects = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

function listBlocks(message: Fields, i: number): Block[] {
  return toObjects(message.content).map((block, j) => ({
    block,
    type: String(block.type),
    message: i,
    at: `/messages/${i}/content/${j}`,
  }));
}

function findMessageProblems(messages: readonly Fields[]): string[] {
  if (messages.length === 0) return ['/messages: at least one message is required'];
  const first =
    messages[0]?.role === 'user' ? [] : ['/messages/0: the first message must be of the user'];
  const empty = messages.flatMap(({ content }, i) =>
    content === '' || (Array.isArray(content) && content.length === 0)
      ? [`/messages/${i}: the content is empty`]
      : [],
  );
  return [...first, ...empty];
}

const CALLS = ['tool_use', 'server_tool_use', 'mcp_tool_use'];
const isResult = (type: string): boolean => type.endsWith('tool_result');

/**
 * A call needs its result, unless the conversation ends with the call and the answer continues it.
 */
function findCallProblems(blocks: readonly Block[], messages: readonly Fields[]): string[] {
  return blocks
    .filter(({ type, message }) => CALLS.includes(type) && message < messages.length - 1)
    .filter(({ block, type, message }) => {
      const results = blocks.filter(
        (other) => isResult(other.type) && other.block.tool_use_id === block.id,
      );
      // The client's own tools are answered in the next message of the user.
      const next = messages.findIndex(({ role }, i) => i > message && role === 'user');
      return !results.some((other) => type !== 'tool_use' || other.message === next);
    })
    .map(({ at, type }) => `${at}: the ${type} has no result`);
}

function findResultProblems(blocks: readonly Block[]): string[] {
  return blocks
    .filter(({ type }) => isResult(type))
    .filter(
      ({ block, message }) =>
        !blocks.some(
          (other) =>
            CALLS.includes(other.type) &&
            other.block.id === block.tool_use_id &&
            other.message <= message,
        ),
    )
    .map(({ at, type }) => `${at}: the ${type} answers no call`);
}

function findToolProblems(params: Fields, blocks: readonly Block[]): string[] {
  const tools = toObjects(params.tools);
  // The tools of a toolset, and tools that are added later, are not in the list.
  const isOpen =
    tools.some(({ type }) => String(type).includes('toolset')) ||
    blocks.some(({ type }) => type === 'tool_addition');
  const isMissing = (name: unknown): boolean =>
    !isOpen && !tools.some((tool) => tool.name === name);
  const problems = blocks
    .filter(({ type, block }) => type === 'tool_use' && isMissing(block.name))
    .map(({ at, block }) => `${at}: there is no tool ${block.name}`);
  const { tool_choice: choice } = params;
  if (!isObject(choice)) return problems;
  if (tools.length === 0) return [...problems, '/tool_choice: there are no tools'];
  return choice.type === 'tool' && isMissing(choice.name)
    ? [...problems, `/tool_choice: there is no tool ${choice.name}`]
    : problems;
}

function findServerProblems(params: Fields): string[] {
  const servers = toObjects(params.mcp_servers).map(({ name }) => name);
  return toObjects(params.tools).flatMap((tool, i) =>
    tool.type === 'mcp_toolset' && !servers.includes(tool.mcp_server_name)
      ? [`/tools/${i}: there is no server ${tool.mcp_server_name}`]
      : [],
  );
}

const CONTAINERS = [
  'tools',
  'mcp_servers',
  'container',
  'context_management',
  'fallbacks',
  'output_config',
  'thinking',
  'diagnostics',
];

function findEmptyContainers(params: Fields): string[] {
  const { context_management: management } = params;
  const edits = isObject(management) ? management.edits : undefined;
  return [
    ...CONTAINERS.filter((name) => isEmpty(params[name])).map((name) => `/${name}: it is empty`),
    ...(isEmpty(edits) ? ['/context_management/edits: it is empty'] : []),
  ];
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
