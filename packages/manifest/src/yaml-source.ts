/** A YAML file that fits a schema, and can point at any place in itself. */
import type * as z from 'zod';
import type { Problem } from './problem.ts';
import { toProblems } from './schema-problems.ts';
import { type Path, readYaml } from './yaml.ts';

export type { Path } from './yaml.ts';

/** A file that parsed and fits its schema. */
export interface Source<T> {
  readonly file: string;
  readonly data: T;
  /** Makes a problem that points at `path`, or at the nearest place above it that exists. */
  problem(path: Path, rule: string, message: string, fix: string): Problem;
}

/** The result of reading a file: a source, or problems together with what could still be read. */
export interface Parsed<T> {
  readonly file: string;
  readonly source?: Source<T>;
  readonly problems: readonly Problem[];
  /** The file's value, unchecked; whatever could be read of it. */
  readonly raw: unknown;
  readonly problem: Source<T>['problem'];
}

/**
 * Text → a validated source, or every problem that keeps it from being one. `complete` fills in
 * what the file may leave out.
 */
export function parseSource<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  complete: (value: unknown) => unknown = (value) => value,
): Parsed<z.output<S>> {
  const yaml = readYaml(text);
  const problem: Source<unknown>['problem'] = (path, rule, message, fix) => ({
    file,
    ...yaml.locate(path),
    rule,
    message,
    fix,
  });
  const raw = complete(yaml.value);
  if (yaml.errors.length > 0) {
    return {
      file,
      raw,
      problem,
      problems: yaml.errors.map(({ line, column, code, message }) => ({
        file,
        line,
        column,
        rule: 'yaml',
        message,
        fix: suggestYamlFix(code),
      })),
    };
  }
  if (raw === undefined || raw === null)
    return {
      file,
      raw,
      problem,
      problems: [problem([], 'yaml', 'the file is empty', 'write the file, or remove it')],
    };
  // Each schema is used for some hundred values: compiling it takes longer than it saves.
  const result = schema.safeParse(raw, { jitless: true, reportInput: true });
  if (result.success)
    return { file, source: { file, data: result.data, problem }, problems: [], raw, problem };
  return {
    file,
    raw,
    problem,
    problems: toProblems(result.error.issues, schema, problem),
  };
}

function suggestYamlFix(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'keep one of the two keys';
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  return 'correct the YAML here: check the indentation, and quote values with [ ] { } : # * or @';
}
