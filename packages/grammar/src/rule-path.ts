/**
 * Rule paths: places in a JSON body, such as `messages[].content[].**.type`.
 *
 * ```text
 * path = step *( "." step )
 * step = name [ "[]" ] | "**"      "**" is neither the first nor the last step, nor twice in a row
 * name = ( letter | "_" ) *( letter | digit | "_" | "-" )
 * ```
 *
 * A path is applied to a parsed body, from left to right. It may reach any number of places.
 *
 * - `name` leads from an object to the value of that key. From any other value, including a list,
 *   it leads nowhere.
 * - `[]` leads from a list to each of its elements. From any other value it leads nowhere.
 * - `**` leads to the value itself, and to everything nested in it through `content` and `source`
 *   ({@link NESTING_FIELDS}), at any depth:
 *   from an object to the object under such a key, or to each object in the list under it. It
 * follows no other key, so it does not enter
 *   the `input` of a `tool_use` block or a `tool`, and it does not enter a list that is directly in
 * a list.
 * - A value that is null or absent is never reached, and nothing is reached through it.
 *
 * On a GET or DELETE, a path is the name of one parameter of the query. Implementations may stop at
 * 64 levels of `**`.
 * @module
 */
import type { SyntaxProblem } from './syntax-problem.ts';

/** The keys through which content nests, which `**` follows. */
export const NESTING_FIELDS: readonly string[] = ['content', 'source'];

/**
 * A rule path as a list of steps: a name, `[]` or `**`. `tools[].type` is `['tools', '[]',
 * 'type']`.
 */
export type RulePath = readonly string[];

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*(?:\[\])?$/;

/** Finds the first syntax error in a rule path; `undefined` if there is none. */
export function findRulePathProblem(text: string): SyntaxProblem | undefined {
  let index = 0;
  let before: string | undefined;
  const parts = text.split('.');
  for (const [i, part] of parts.entries()) {
    const message = findPartProblem(part, before, i === parts.length - 1);
    if (message) return { index, message };
    index += part.length + 1;
    before = part;
  }
  return undefined;
}

function findPartProblem(
  part: string,
  before: string | undefined,
  isLast: boolean,
): string | undefined {
  if (part === '')
    return before === undefined
      ? 'it is empty or begins with a dot'
      : 'two dots in a row, or a dot at the end';
  if (part !== '**')
    return NAME.test(part) ? undefined : `\`${part}\` is not a name, a name with [] or **`;
  if (before === undefined) return '`**` cannot come first';
  if (isLast) return '`**` cannot come last: name the field it leads to';
  return before === '**' ? 'there are two `**` in a row' : undefined;
}

/**
 * Parses a rule path.
 * @throws {SyntaxError} for an invalid path; the message names the position
 */
export function parseRulePath(text: string): RulePath {
  const problem = findRulePathProblem(text);
  if (problem) {
    const place = `character ${problem.index + 1}`;
    throw new SyntaxError(
      `${JSON.stringify(text)} is not a rule path: ${problem.message} (${place})`,
    );
  }
  return splitRulePath(text);
}

/** Splits a valid rule path into its steps. */
export function splitRulePath(text: string): RulePath {
  return text.replaceAll('[]', '.[]').split('.');
}

/** Formats steps as text; the inverse of {@link parseRulePath}. */
export function formatRulePath(path: RulePath): string {
  return path.join('.').replaceAll('.[]', '[]');
}
