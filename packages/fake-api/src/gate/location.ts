/** Where an error message says that something is: the dotted path of a validator that names the variant of every union on the way. */
import { isObject } from './walk.ts';

type Path = readonly (string | number)[];

/** Lists whose elements are of one kind, so that messages name no variant after their index. */
const PLAIN = new Set(['system', 'messages', 'mcp_servers', 'fallbacks', 'requests']);

/** `tools.0.custom.defer_loading`: the place `path` in `params`, behind `prefix` (an item of a batch). */
export function location(params: unknown, path: Path, prefix: Path = []): string {
  const words: (string | number)[] = [...prefix];
  let value = params;
  for (const [i, name] of path.entries()) {
    words.push(name);
    value =
      isObject(value) || Array.isArray(value)
        ? (value as Record<string | number, unknown>)[name]
        : undefined;
    const variant = variantOf(value, path, i);
    if (variant !== undefined && i < path.length - 1) words.push(variant);
  }
  return words.join('.');
}

function variantOf(value: unknown, path: Path, i: number): string | undefined {
  if (!isObject(value)) return undefined;
  const list = typeof path[i] === 'number' ? path[i - 1] : undefined;
  if (list !== undefined && PLAIN.has(String(list))) return undefined;
  if (typeof value.type === 'string') return value.type;
  // A tool without a type is one of the caller's own.
  return list === 'tools' ? 'custom' : undefined;
}

const CONTENT = [
  'bash_code_execution_tool_result',
  'code_execution_tool_result',
  'container_upload',
  'document',
  'image',
  'redacted_thinking',
  'search_result',
  'server_tool_use',
  'text',
  'text_editor_code_execution_tool_result',
  'thinking',
  'tool_result',
  'tool_search_tool_result',
  'tool_use',
  'web_fetch_tool_result',
  'web_search_tool_result',
];
const TOOLS = [
  'bash_20250124',
  'browser_toolset_20260801',
  'code_execution_20250522',
  'code_execution_20250825',
  'code_execution_20260120',
  'code_execution_20260521',
  'computer_toolset_20260801',
  'custom',
  'memory_20250818',
  'text_editor_20250124',
  'text_editor_20250429',
  'text_editor_20250728',
  'tool_search_tool_bm25_20251119',
  'tool_search_tool_regex_20251119',
  'web_fetch_20250910',
  'web_fetch_20260209',
  'web_fetch_20260309',
  'web_fetch_20260318',
  'web_search_20250305',
  'web_search_20260209',
  'web_search_20260318',
];
/** What each union takes without a beta, from the generally available params of @anthropic-ai/sdk 1.14.0. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  content: CONTENT,
  tools: TOOLS,
  definition: TOOLS,
  source: ['base64', 'content', 'file', 'text', 'url'],
  thinking: ['adaptive', 'disabled', 'enabled'],
  cache_control: ['ephemeral'],
};

/** The tags that a message lists as expected in the union at `path` (which ends in `type`), without the one that was found. */
export function expectedTags(path: Path, found: unknown): string {
  const union = path.filter((name) => typeof name === 'string').at(-2) as string | undefined;
  const tags = TAGS[union ?? ''] ?? ['custom'];
  return tags
    .filter((tag) => tag !== found)
    .map((tag) => `'${tag}'`)
    .join(', ');
}
