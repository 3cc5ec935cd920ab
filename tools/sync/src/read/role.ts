/**
 * Finds the role of a dated string by its place in a source: model ids and values of
 * `anthropic_version` look like betas. It reads text, because clients are minified, compiled or
 * JSON as well as TypeScript.
 */

/** The reason why a string is not a beta; `undefined` if there is none. */
export type Role = 'model' | 'version' | undefined;

/** The families of models, whose ids may end in a date with hyphens. */
const MODEL = new RegExp(
  `^(?:${[
    'chatgpt|gpt|o[1-9]|davinci|babbage|text-embedding',
    'claude-(?:[0-9]|fable|haiku|instant|mythos|opus|sonnet)',
    'codestral|deepseek|doubao|ernie|gemini|glm|grok|hunyuan|kimi|llama|magistral|ministral',
    'mistral|moonshot|nova|pixtral|qwen',
  ].join('|')})[0-9]*(?:-|$)`,
);

const NAMES_MODEL = /model|engine|deployment/i;
const NAMES_BETA = /beta|header|feature|flag|capabilit/i;
const NAMES_VERSION = /anthropic[_-]?version/i;

/** Finds the roles of strings in one file. */
export function readRoles(text: string): (value: string, index: number) => Role {
  const constants = findVersionConstants(text);
  return (value, index) => {
    const before = cutSegmentBefore(text, index);
    if (NAMES_BETA.test(before)) return undefined;
    if (NAMES_VERSION.test(before) || constants.has(findDeclaredName(before) ?? ''))
      return 'version';
    if (MODEL.test(value) || NAMES_MODEL.test(before)) return 'model';
    return isInModels(text, index) ? 'model' : undefined;
  };
}

/**
 * Finds the names whose value becomes `anthropic_version`. In minified code one letter has many
 * meanings, so those are left out.
 */
function findVersionConstants(text: string): Set<string> {
  const used = text.matchAll(
    /anthropic_version['"`\]]*\s*(?:\?\?=|\|\|=|=|:|\?\?|\|\|)\s*([A-Za-z_$][\w$]{2,})/g,
  );
  return new Set([...used].map(([, name]) => name as string));
}

const findDeclaredName = (before: string): string | undefined =>
  /([A-Za-z_$][\w$]*)\s*(?::[^=]*)?=\s*$/.exec(before)?.[1];

const LONGEST = 160;

/** Cuts out the part of the statement or entry before a place. */
function cutSegmentBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - LONGEST), index);
  return before.slice(Math.max(...[...';{}(,\n'].map((end) => before.lastIndexOf(end))) + 1);
}

/** The number of characters and brackets in which the start of a list is searched. */
const REACH = 4000;
const DEPTH = 3;

/** Tests if a place is in a list or object of models, or in the cases of a switch over one. */
function isInModels(text: string, index: number): boolean {
  let closed = 0;
  let depth = 0;
  for (let at = index - 1; at >= Math.max(0, index - REACH) && depth < DEPTH; at--) {
    const char = text[at];
    if (char === ']' || char === '}') closed++;
    else if (char !== '[' && char !== '{') continue;
    else if (closed > 0) closed--;
    else {
      depth++;
      const before = text.slice(Math.max(0, at - LONGEST), at);
      const name =
        /([\w$'"`.\]-]+)\s*(?::[^=;]*)?[=:]\s*(?:new Set\()?$/.exec(before)?.[1] ??
        /switch\s*\(([^)]*)\)\s*$/.exec(before)?.[1];
      if (name !== undefined && NAMES_BETA.test(name)) return false;
      if (name !== undefined && NAMES_MODEL.test(name)) return true;
    }
  }
  return false;
}
