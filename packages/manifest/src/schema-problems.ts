/** Issues of zod → problems that a person can act on. */
import { findNearest } from '@beta-headers/grammar';
import type * as z from 'zod';
import type { Problem } from './problem.ts';
import { article } from './words.ts';
import type { Path } from './yaml.ts';

type Issue = z.core.$ZodIssue;
type MakeProblem = (path: Path, rule: string, message: string, fix: string) => Problem;

/** The problems in all issues of a value, each at its own place. */
export function schemaProblems(
  issues: readonly Issue[],
  schema: z.ZodType,
  problem: MakeProblem,
): Problem[] {
  return withoutConsequences(issues)
    .flatMap((issue) => flatten(issue, []))
    .map((found) => describe(found, schema, problem));
}

/** No rule about a whole map can be judged while one of its keys is misspelt. */
function withoutConsequences(issues: readonly Issue[]): Issue[] {
  const misspelt = new Set(
    issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path.join()),
  );
  return issues.filter(({ code, path }) => code !== 'custom' || !misspelt.has(path.join()));
}

/** An issue with its whole path; a union's is replaced by those of the branch that was meant. */
type Found =
  | Exclude<Issue, z.core.$ZodIssueUnrecognizedKeys>
  | (z.core.$ZodIssueUnrecognizedKeys & { readonly key: string });

function flatten(issue: Issue, base: Path): Found[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ ...issue, path, key }));
  const branch = issue.code === 'invalid_union' ? closestBranch(issue.errors) : undefined;
  if (branch) return branch.flatMap((inner) => flatten(inner, path));
  return [{ ...issue, path } as Found];
}

/**
 * Picks the branch of a union that fits best: it complains below its root only, and about the
 * least.
 */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const weight = (issues: readonly Issue[]): number =>
    issues.reduce(
      (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1),
      0,
    );
  const deep = branches.filter((issues) =>
    issues.every(
      (issue) =>
        issue.path.length > 0 || issue.code === 'unrecognized_keys' || issue.code === 'custom',
    ),
  );
  return deep.map(withoutConsequences).sort((a, b) => weight(a) - weight(b))[0];
}

function describe(issue: Found, schema: z.ZodType, problem: MakeProblem): Problem {
  const { path } = issue;
  const where = path.length > 0 ? `\`${display(path)}\`` : 'the file';
  const at = (message: string, fix: string): Problem => problem(path, 'schema', message, fix);
  const meant = descriptionAt(schema, path);
  const fix = meant === undefined ? undefined : `write ${lowerFirst(meant)}`;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = keysAt(schema, path);
      const parent = path.length > 0 ? `in ${where}` : 'at the top of the file';
      return problem(
        [...path, issue.key],
        'schema',
        `unknown key \`${issue.key}\` ${parent}`,
        fixKey(issue.key, keys),
      );
    }
    case 'invalid_union':
      return at(
        `${where} is ${shown(issue.input)}, which is none of the forms that are allowed here`,
        fix ?? 'see schema/feature.schema.json',
      );
    case 'invalid_type':
      return issue.input === undefined
        ? missing(path, issue.expected, meant, at)
        : at(
            `${where} is ${shown(issue.input)}, not ${kind(issue.expected)}`,
            wrongType(issue, keysAt(schema, path), fix),
          );
    case 'invalid_value':
      if (issue.input === undefined)
        return at(
          `${where} is missing`,
          `add \`${String(path.at(-1))}\`, one of: ${issue.values.map(String).join(', ')}`,
        );
      return at(
        `${where} is ${shown(issue.input)}, which is not allowed`,
        `write one of: ${issue.values.map(String).join(', ')}`,
      );
    case 'invalid_format':
      return at(`${where} is not well formed: ${shown(issue.input)}`, issue.message);
    case 'too_small':
      return at(`${where} ${tooLittle(issue)}`, fix ?? 'fill it, or leave the key out');
    case 'custom':
      return at(`${path.length > 0 ? where : 'the file'} is not allowed like this`, issue.message);
    default:
      return at(`${where}: ${issue.message}`, fix ?? 'see schema/feature.schema.json');
  }
}

function missing(
  path: Path,
  expected: string,
  meant: string | undefined,
  at: (message: string, fix: string) => Problem,
): Problem {
  const key = String(path.at(-1));
  const language = { en: 'English', id: 'Indonesian' }[key];
  // A beta has an `id` as well, whose parent is a list.
  if (language && typeof path.at(-2) === 'string')
    return at(
      `\`${display(path.slice(0, -1))}\` has no ${language} text`,
      `add \`${key}: …\`, the text in ${language}`,
    );
  return at(
    `\`${display(path)}\` is missing`,
    `add \`${key}\`: ${meant === undefined ? kind(expected) : lowerFirst(meant)}`,
  );
}

function wrongType(
  issue: z.core.$ZodIssueInvalidType,
  keys: readonly string[],
  fix: string | undefined,
): string {
  if (issue.expected === 'string' && typeof issue.input !== 'object')
    return `put it in quotes: ${JSON.stringify(String(issue.input))}`;
  if (keys.length > 0) return `write a map with the keys ${keys.join(', ')}`;
  return fix ?? `write ${kind(issue.expected)} there`;
}

function tooLittle(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin !== 'array')
    return issue.origin === 'string' ? 'is empty' : `is less than ${issue.minimum}`;
  const has = Array.isArray(issue.input) ? issue.input.length : 0;
  return has === 0 ? 'is an empty list' : `has ${has} of at least ${issue.minimum} entries`;
}

function fixKey(key: string, keys: readonly string[]): string {
  if (keys.length === 0) return 'remove it';
  const close = findNearest(key, keys);
  return close === undefined
    ? `remove it; the keys here are: ${keys.join(', ')}`
    : `write \`${close}\`, or remove it`;
}

/** `betas[1].platforms.vertex` */
function display(path: Path): string {
  return path
    .map((key, i) =>
      typeof key === 'number' ? `[${key}]` : i === 0 ? String(key) : `.${String(key)}`,
    )
    .join('');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  if (value === null || value === undefined) return 'empty';
  return typeof value === 'string' ? `\`${value}\`` : `the ${typeof value} ${String(value)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'a map (key: value)',
  record: 'a map (key: value)',
  array: 'a list',
  string: 'text',
  int: 'a whole number',
};
const kind = (type: string): string => KINDS[type] ?? article(type);
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** The description of the value at `path`, from the closest schema that has one. */
function descriptionAt(schema: z.ZodType, path: Path): string | undefined {
  return schemasAt(schema, path)
    .map((found) => found.description)
    .find((description) => description !== undefined);
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  return [
    ...new Set(
      schemasAt(schema, path).flatMap((found) =>
        Object.keys(defOf(found).shape ?? defOf(found).keyType?.def.entries ?? {}),
      ),
    ),
  ];
}

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  keyType?: { def: { entries?: object } };
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  options?: readonly z.ZodType[];
};
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** A schema and what it wraps, outermost first. */
function unwrap(schema: z.ZodType): z.ZodType[] {
  const inner = defOf(schema).innerType;
  return inner ? [schema, ...unwrap(inner)] : [schema];
}

/** Every schema that may apply at `path`: more than one below a union. */
function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  const layers = unwrap(schema);
  const { options, shape, element, valueType } = defOf(layers.at(-1) as z.ZodType);
  if (path.length === 0) return options ? [...layers, ...options.flatMap(unwrap)] : layers;
  if (options) return options.flatMap((option) => schemasAt(option, path));
  const next = element ?? valueType ?? shape?.[String(path[0])];
  return next ? schemasAt(next, path.slice(1)) : [];
}
