/**
 * Places in error messages: the dotted path of a validator that names the variant of every union on
 * the way.
 */
import { isObject } from './walk.ts';

type Path = readonly (string | number)[];

/** Lists whose elements are of one kind, so that messages name no variant after their index. */
const PLAIN = new Set(['system', 'messages', 'mcp_servers', 'fallbacks', 'requests']);

/**
 * Writes the place `path` in `params`, after `prefix` for an item of a batch:
 * `tools.0.custom.defer_loading`.
 */
export function writeLocation(params: unknown, path: Path, prefix: Path = []): string {
  const words: (string | number)[] = [...prefix];
  let value = params;
  for (const [i, name] of path.entries()) {
    words.push(name);
    value =
      isObject(value) || Array.isArray(value)
        ? (value as Record<string | number, unknown>)[name]
        : undefined;
    const variant = readVariant(value, path, i);
    if (variant !== undefined && i < path.length - 1) words.push(variant);
  }
  return words.join('.');
}

function readVariant(value: unknown, path: Path, i: number): string | undefined {
  if (!isObject(value)) return undefined;
  const list = typeof path[i] === 'number' ? path[i - 1] : undefined;
  if (list !== undefined && PLAIN.has(String(list))) return undefined;
  if (typeof value.type === 'string') return value.type;
  // A tool without a type is the caller's own.
  return list === 'tools' ? 'custom' : undefined;
}
