/** A YAML file with its positions: parsing, validating against a schema, and pointing at a place in it. */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Problem } from './problem.ts';

/** Where a value stands in a YAML file: keys and indexes from the root. */
export type Path = readonly PropertyKey[];

/** A file that parsed and fits its schema. */
export interface Source<T> {
  readonly file: string;
  readonly data: T;
  /** Makes a problem that points at `path`, or at the nearest place above it that exists. */
  problem(path: Path, rule: string, message: string, mend: string): Problem;
}

/** Text → a validated source, or every problem that keeps it from being one. */
export function parseSource<S extends z.ZodType>(file: string, text: string, schema: S): { source?: Source<z.output<S>>; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true, prettyErrors: false });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problem: Source<unknown>['problem'] = (path, rule, message, mend) => ({ file, ...at(offsetOf(document, path)), rule, message, mend });

  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return {
      problems: broken.map((e) => ({ file, ...at(e.pos[0]), rule: 'yaml', message: firstLine(e.message), mend: mendYaml(e.code) })),
    };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { source: { file, data: result.data, problem }, problems: [] };
  return { problems: result.error.issues.flatMap((issue) => schemaProblems(issue, [], problem)) };
}

/** Where in the text the value at `path` begins; falls back to the closest ancestor that is there. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

type Issue = z.core.$ZodIssue;

function schemaProblems(issue: Issue, base: Path, problem: Source<unknown>['problem']): Problem[] {
  const path = [...base, ...issue.path];
  const where = path.length > 0 ? `\`${path.join('.')}\`` : 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        problem([...path, key], 'schema', `unknown key \`${key}\` in ${where}`, 'remove it, or write one of the keys of schema/feature.schema.json'),
      );
    case 'invalid_union': {
      const closest = closestBranch(issue.errors);
      if (closest) return closest.flatMap((inner) => schemaProblems(inner, path, problem));
      return [problem(path, 'schema', `${where} has none of the forms that are allowed here`, 'see the description of this key in schema/feature.schema.json')];
    }
    case 'invalid_type':
      return issue.message.includes('received undefined')
        ? [problem(path, 'schema', `${where} is missing`, `add \`${String(path.at(-1))}\` (${issue.expected})`)]
        : [problem(path, 'schema', `${where} is not ${issue.expected}`, `write ${article(issue.expected)} there`)];
    case 'invalid_value':
      return [problem(path, 'schema', `${where} has a value that is not allowed`, `write one of: ${issue.values.map(String).join(', ')}`)];
    default:
      return [problem(path, 'schema', `${where}: ${issue.message}`, 'see the description of this key in schema/feature.schema.json')];
  }
}

/** Of a union's branches, the one that the author meant: the only one that complains below its root. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const deep = branches.filter((issues) => issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys' || issue.code === 'custom'));
  return [...deep].sort((a, b) => a.length - b.length)[0];
}

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;

function mendYaml(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'keep one of the two keys';
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  return 'mend the YAML at this place: check the indentation, and quote values that hold [ ] { } : # * or @';
}
