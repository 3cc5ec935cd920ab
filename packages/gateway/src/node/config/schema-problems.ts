/** Converts issues of zod to problems of the file, without quoting a value that may be secret. */
import { findNearest } from '@beta-headers/grammar';
import type * as z from 'zod';
import type { ConfigProblem } from './config-error.ts';
import { type Expansion, toKey } from './expand.ts';
import { findAllowedKeys, findDescription, findForms, findTexts } from './schema-lookup.ts';
import type { Path, YamlFile } from './yaml-document.ts';

type Issue = z.core.$ZodIssue;
type Found = Issue & { readonly path: PropertyKey[] };

/** The file and what is known about its values. */
export interface ProblemContext {
  readonly yaml: YamlFile;
  readonly value: unknown;
  readonly expansions: ReadonlyMap<string, Expansion>;
  /** The keys of the values whose problem is already known. */
  readonly failed: ReadonlySet<string>;
}

/** Converts all issues of a value, each with its own place. */
export function toConfigProblems(
  issues: readonly Issue[],
  schema: z.ZodType,
  context: ProblemContext,
): ConfigProblem[] {
  const found = issues
    .flatMap((issue) => flattenIssue(issue, []))
    .filter(({ path }) => !context.failed.has(toKey(path)));
  return dropConsequences(found, schema).flatMap((issue) => describeIssue(issue, schema, context));
}

/** Replaces the issue of a union by those of the branch that fits best. */
function flattenIssue(issue: Issue, base: Path): Found[] {
  const path = [...base, ...issue.path];
  const branch = issue.code === 'invalid_union' ? findClosestBranch(issue.errors) : undefined;
  if (branch) return branch.flatMap((inner) => flattenIssue(inner, path));
  return [{ ...issue, path } as Found];
}

/** Finds the branch whose issues are all inside it, and the fewest. */
function findClosestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isInside = ({ code, path }: Issue): boolean =>
    path.length > 0 || code === 'unrecognized_keys';
  return branches.filter((issues) => issues.every(isInside)).sort((a, b) => a.length - b.length)[0];
}

/** Drops a missing key if the same map has a misspelling of it. */
function dropConsequences(issues: readonly Found[], schema: z.ZodType): Found[] {
  const meant = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const allowed = findAllowedKeys(schema, issue.path);
    for (const key of issue.keys) {
      const near = findNearest(key, allowed);
      // In a union, the branch was only a guess if no key of it is there.
      const guesses = near === undefined ? allowed : [near];
      for (const guess of guesses) meant.add(toKey([...issue.path, guess]));
    }
  }
  return issues.filter((issue) => !(isMissing(issue) && meant.has(toKey(issue.path))));
}

const isMissing = (issue: Found): boolean =>
  'input' in issue && issue.input === undefined && issue.code !== 'unrecognized_keys';

function describeIssue(issue: Found, schema: z.ZodType, context: ProblemContext): ConfigProblem[] {
  const { yaml } = context;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      yaml.problemAtKey([...issue.path, key], describeUnknownKey(issue.path, key, schema, context)),
    );
  if (isMissing(issue))
    return [yaml.problemAt(issue.path.slice(0, -1), describeMissing(issue.path, schema))];
  const where = issue.path.length === 0 ? 'the file' : formatPath(issue.path);
  const text = `${where} is ${describeValue(issue, context)}; ${describeWanted(issue, schema)}`;
  return [yaml.problemAt(issue.path, text)];
}

function describeUnknownKey(
  path: Path,
  key: string,
  schema: z.ZodType,
  { value }: ProblemContext,
): string {
  const where = path.length === 0 ? '' : `${formatPath(path)}: `;
  const allowed = findAllowedKeys(schema, path);
  const shown = `${where}"${maskText(key)}"`;
  if (allowed.includes(key)) {
    const others = Object.keys(Object(readAt(value, path))).filter((other) => other !== key);
    const beside = others.filter((other) => allowed.includes(other)).join(', ');
    return `${shown} cannot be used together with ${beside}; keep one of them`;
  }
  const near = findNearest(key, allowed);
  // A section of the file, such as `overlay`, in another section.
  const isSection = path.length > 0 && findAllowedKeys(schema, []).includes(key);
  if (isSection) return `${shown} is at the wrong level; write it at the top level of the file`;
  if (near) return `${shown} is not known; did you mean "${near}"?`;
  const texts = findTexts(schema, path);
  const text = texts.length > 0 ? `; or write ${texts.join(' or ')} in place of the map` : '';
  return `${shown} is not known; it may be ${allowed.join(', ')}${text}`;
}

function describeMissing(path: Path, schema: z.ZodType): string {
  const parent = path.slice(0, -1);
  const where = parent.length === 0 ? '' : `${formatPath(parent)}: `;
  const meant = findDescription(schema, path);
  return `${where}"${String(path.at(-1))}" is missing${meant ? `; add it: ${meant}` : ''}`;
}

/** Describes a value. Only a literal text of a setting that is not secret is quoted. */
function describeValue(issue: Found, { value, expansions }: ProblemContext): string {
  const input = readAt(value, issue.path);
  const label = expansions.get(toKey(issue.path))?.label;
  if (label !== undefined) return `the value of ${label}, which does not fit`;
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : 'a list';
  if (typeof input === 'object' && input !== null) return 'a map';
  if (input === null || input === undefined) return 'empty';
  if (typeof input !== 'string') return String(input);
  if (input === '') return 'empty';
  return isQuotable(issue.path) ? `"${maskText(input)}"` : 'a text that does not fit';
}

/** Tests if a value is shown in messages. URLs may contain passwords, and any file may be read. */
const isQuotable = (path: Path): boolean =>
  path.length > 0 && !path.some((key) => key === 'auth' || key === 'url' || key === 'redis');

function describeWanted(issue: Found, schema: z.ZodType): string {
  const meant = findDescription(schema, issue.path);
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      const input = typeof issue.input === 'string' ? issue.input : '';
      const near = isQuotable(issue.path) ? findNearest(input, values) : undefined;
      const hint = describeNoSupport(input) ?? (near ? `did you mean "${near}"? ` : '');
      return `${hint}${hint ? 'It' : 'it'} may be ${values.join(', ')}`;
    }
    case 'too_small':
      if (issue.origin === 'array') return 'write at least one entry';
      return issue.origin === 'string' ? `write ${meant ?? 'a text'}` : describeRange(issue, meant);
    case 'too_big':
      return describeRange(issue, meant);
    case 'invalid_format':
      return issue.message;
    case 'invalid_type':
      return `write ${describeType(issue, schema)}${meant ? `: ${meant}` : ''}`;
    default:
      return meant
        ? `write ${findForms(schema, issue.path).join(', or ')}: ${meant}`
        : issue.message;
  }
}

/** Describes a type, for a map with its keys. */
function describeType(issue: z.core.$ZodIssueInvalidType & Found, schema: z.ZodType): string {
  const type = TYPES[issue.expected] ?? issue.expected;
  const keys = issue.expected === 'object' ? findAllowedKeys(schema, issue.path) : [];
  return keys.length > 0 ? `${type} with ${keys.join(', ')}` : type;
}

const describeNoSupport = (input: string): string | undefined =>
  input === 'bedrock-converse'
    ? 'the gateway does not speak the Converse API; use bedrock, which has the same models. '
    : undefined;

function describeRange(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  meant: string | undefined,
): string {
  const bound =
    issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  return `write a number of ${bound}${meant ? `: ${meant}` : ''}`;
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a map (key: value)',
  record: 'a map (key: value)',
  array: 'a list (lines with `-`)',
  string: 'a text',
  int: 'a whole number',
  number: 'a whole number',
  boolean: 'true or false',
};

/** Hides a text that may be a key or an address, because it may be in the wrong place. */
function maskText(text: string): string {
  const isPlain = /^[\w .-]{1,40}$/.test(text);
  return isPlain && !/sk-ant|^ey[A-Z]|\w{32}/i.test(text) ? text : '[hidden]';
}

/** Formats a path as `upstreams[1].auth`. */
function formatPath(path: Path): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`))
    .join('');
}

/** Reads the value at a path. */
export function readAt(value: unknown, path: Path): unknown {
  let inner = value;
  for (const key of path) inner = (Object(inner) as Record<PropertyKey, unknown>)[key];
  return inner;
}
