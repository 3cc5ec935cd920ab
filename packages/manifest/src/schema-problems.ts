/** Converts issues of zod to problems with a fix. */
import { findNearest } from '@beta-headers/grammar';
import type * as z from 'zod';
import type { Problem } from './problem.ts';
import { AcceptanceClaim, AvailabilityClaim } from './schema/index.ts';
import { addArticle } from './text.ts';
import type { Path } from './yaml.ts';

type Issue = z.core.$ZodIssue;
type MakeProblem = (path: Path, rule: string, message: string, fix: string) => Problem;

/** Converts all issues of a value, each at its own place. */
export function toProblems(
  issues: readonly Issue[],
  schema: z.ZodType,
  problem: MakeProblem,
): Problem[] {
  return dropConsequences(issues)
    .flatMap((issue) => flatten(issue, []))
    .map((found) => describeIssue(found, schema, problem));
}

/**
 * Drops issues about a map as a whole if one of its keys is unknown, because they may follow from
 * it.
 */
function dropConsequences(issues: readonly Issue[]): Issue[] {
  const misspelt = new Set(
    issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path.join()),
  );
  return issues.filter(({ code, path }) => code !== 'custom' || !misspelt.has(path.join()));
}

/** An issue with its full path. The issue of a union is replaced by those of its closest branch. */
type Found =
  | Exclude<Issue, z.core.$ZodIssueUnrecognizedKeys>
  | (z.core.$ZodIssueUnrecognizedKeys & { readonly key: string });

function flatten(issue: Issue, base: Path): Found[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ ...issue, path, key }));
  const branch = issue.code === 'invalid_union' ? findClosestBranch(issue.errors) : undefined;
  if (branch) return branch.flatMap((inner) => flatten(inner, path));
  return [{ ...issue, path } as Found];
}

/** Finds the branch of a union that fits best: its issues are below its root, and the fewest. */
function findClosestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
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
  return deep.map(dropConsequences).sort((a, b) => weight(a) - weight(b))[0];
}

function describeIssue(issue: Found, schema: z.ZodType, problem: MakeProblem): Problem {
  const { path } = issue;
  const where = path.length > 0 ? `\`${formatPath(path)}\`` : 'the file';
  // A whole file that is a text may be any file, behind a link for example.
  const describe = path.length > 0 ? describeValue : describeKind;
  const at = (message: string, fix: string): Problem => problem(path, 'schema', message, fix);
  const meant = findDescription(schema, path);
  const form = suggestForm(path, issue.input);
  const fix = form ?? (meant === undefined ? undefined : `write ${lowercaseFirst(meant)}`);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = findKeys(schema, path);
      const parent = path.length > 0 ? `in ${where}` : 'at the top of the file';
      return problem(
        [...path, issue.key],
        'schema',
        `unknown key \`${issue.key}\` ${parent}`,
        suggestPlace(issue.key, keys) ?? suggestKey(issue.key, keys),
      );
    }
    case 'invalid_union':
      return at(
        `${where} is ${describeValue(issue.input)}, which is none of the allowed forms`,
        fix ?? 'see schema/feature.schema.json',
      );
    case 'invalid_type':
      return issue.input === undefined
        ? describeMissing(path, issue.expected, meant, at)
        : at(
            `${where} is ${describe(issue.input)}, not ${describeType(issue.expected)}`,
            form ?? suggestType(issue, findKeys(schema, path), fix),
          );
    case 'invalid_value':
      if (issue.input === undefined)
        return at(
          `${where} is missing`,
          `add \`${String(path.at(-1))}\`, one of: ${issue.values.map(String).join(', ')}`,
        );
      return at(
        `${where} is ${describeValue(issue.input)}, which is not allowed`,
        `write one of: ${issue.values.map(String).join(', ')}`,
      );
    case 'invalid_format':
      return at(`${where} is not well formed: ${describeValue(issue.input)}`, issue.message);
    case 'too_small':
      return at(`${where} ${describeTooSmall(issue)}`, fix ?? 'fill it, or leave the key out');
    case 'custom':
      return at(`${path.length > 0 ? where : 'the file'} is not valid`, issue.message);
    default:
      return at(`${where}: ${issue.message}`, fix ?? 'see schema/feature.schema.json');
  }
}

/** Describes a value without quoting it. */
const describeKind = (input: unknown): string =>
  typeof input === 'string' ? 'a text' : describeValue(input);

/** Shows the form of evidence or of a claim if the file has a single text in its place. */
function suggestForm(path: Path, input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined;
  const citation = 'evidence: [{ source: ID, says: … }]';
  const source = 'the page in sources.yaml as - { id: ID, url: "https://…", checked: YYYY-MM-DD }';
  const list = path.at(-1) === 'evidence' ? path : path.slice(0, -1);
  if (list.at(-1) === 'evidence') return `write ${citation}, and list ${source}`;
  const kind = path.at(-2);
  if (kind !== 'availability' && kind !== 'acceptance') return undefined;
  const claim = kind === 'availability' ? AvailabilityClaim : AcceptanceClaim;
  const known = claim.shape.status.options.some((status) => status === input);
  const status = known ? input : claim.shape.status.options[0];
  return `write a claim: ${String(path.at(-1))}: { status: ${status}, ${citation} }`;
}

function describeMissing(
  path: Path,
  expected: string,
  meant: string | undefined,
  at: (message: string, fix: string) => Problem,
): Problem {
  const key = String(path.at(-1));
  const language = { en: 'English', id: 'Indonesian' }[key];
  // A beta has an `id` as well, but its parent is a list.
  if (language && typeof path.at(-2) === 'string')
    return at(
      `\`${formatPath(path.slice(0, -1))}\` has no ${language} text`,
      `add \`${key}: …\`, the text in ${language}`,
    );
  return at(
    `\`${formatPath(path)}\` is missing`,
    `add \`${key}\`: ${meant === undefined ? describeType(expected) : lowercaseFirst(meant)}`,
  );
}

function suggestType(
  issue: z.core.$ZodIssueInvalidType,
  keys: readonly string[],
  fix: string | undefined,
): string {
  if (issue.expected === 'string' && typeof issue.input !== 'object')
    return `put it in quotes: ${JSON.stringify(String(issue.input))}`;
  if (keys.length > 0) return `write a map with the keys ${keys.join(', ')}`;
  return fix ?? `write ${describeType(issue.expected)} there`;
}

function describeTooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin !== 'array')
    return issue.origin === 'string' ? 'is empty' : `is less than ${issue.minimum}`;
  const has = Array.isArray(issue.input) ? issue.input.length : 0;
  return has === 0 ? 'is an empty list' : `has ${has} of at least ${issue.minimum} entries`;
}

/** Suggests the right place for a key of a citation in a source, or the other way round. */
function suggestPlace(key: string, keys: readonly string[]): string | undefined {
  const isSource = keys.includes('url') && keys.includes('package');
  const isCitation = keys.includes('source') && keys.includes('says');
  if (isSource && ['says', 'at'].includes(key))
    return (
      `move \`${key}\` to the citations in features/*.yaml: ` +
      `evidence: [{ source: ID, ${key}: … }]`
    );
  if (isCitation && ['checked', 'url', 'copy', 'package', 'version'].includes(key))
    return `move \`${key}\` to the entry of the source in sources.yaml`;
  return undefined;
}

function suggestKey(key: string, keys: readonly string[]): string {
  if (keys.length === 0) return 'remove it';
  const close = findNearest(key, keys);
  return close === undefined
    ? `remove it; the keys here are: ${keys.join(', ')}`
    : `write \`${close}\`, or remove it`;
}

/** Formats a path as `betas[1].platforms.vertex`. */
function formatPath(path: Path): string {
  return path
    .map((key, i) =>
      typeof key === 'number' ? `[${key}]` : i === 0 ? String(key) : `.${String(key)}`,
    )
    .join('');
}

function describeValue(value: unknown): string {
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
const describeType = (type: string): string => KINDS[type] ?? addArticle(type);
const lowercaseFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** Finds the description of the value at `path`, from the closest schema that has one. */
function findDescription(schema: z.ZodType, path: Path): string | undefined {
  return findSchemas(schema, path)
    .map((found) => found.description)
    .find((description) => description !== undefined);
}

function findKeys(schema: z.ZodType, path: Path): string[] {
  return [
    ...new Set(
      findSchemas(schema, path).flatMap((found) =>
        Object.keys(readDef(found).shape ?? readDef(found).keyType?.def.entries ?? {}),
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
const readDef = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** Lists a schema and those that it wraps, outermost first. */
function unwrap(schema: z.ZodType): z.ZodType[] {
  const inner = readDef(schema).innerType;
  return inner ? [schema, ...unwrap(inner)] : [schema];
}

/** Finds every schema that may apply at `path`. Below a union there are several. */
function findSchemas(schema: z.ZodType, path: Path): z.ZodType[] {
  const layers = unwrap(schema);
  const { options, shape, element, valueType } = readDef(layers.at(-1) as z.ZodType);
  if (path.length === 0) return options ? [...layers, ...options.flatMap(unwrap)] : layers;
  if (options) return options.flatMap((option) => findSchemas(option, path));
  const next = element ?? valueType ?? shape?.[String(path[0])];
  return next ? findSchemas(next, path.slice(1)) : [];
}
