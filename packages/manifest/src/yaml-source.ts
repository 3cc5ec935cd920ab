/** Parses a YAML file against a schema, and locates problems in it. */
import type * as z from 'zod';
import type { Problem } from './problem.ts';
import { toProblems } from './schema-problems.ts';
import { type Path, readYaml } from './yaml.ts';

export type { Path } from './yaml.ts';

/** A file that matches its schema. */
export interface Source<T> {
  readonly file: string;
  readonly data: T;
  /** Creates a problem at `path`, or at its nearest existing parent. */
  problem(path: Path, rule: string, message: string, fix: string): Problem;
}

/** The result of reading a file: a source, or problems with the part that could be read. */
export interface Parsed<T> {
  readonly file: string;
  readonly source?: Source<T>;
  readonly problems: readonly Problem[];
  /** The value without validation, as far as it could be read. */
  readonly raw: unknown;
  readonly problem: Source<T>['problem'];
}

/**
 * Parses and validates a text, or returns all its problems. `complete` fills in what the file may
 * leave out.
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
  // Each schema validates only some hundred values, so compiling it takes longer than it saves.
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
