/** A problem in a manifest file: its place, a description and a fix. */
export interface Problem {
  /** The file as it was given to the loader, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** The name of the lint, or `yaml` / `schema` for a file that cannot be read. */
  readonly rule: string;
  /** Describes the problem. */
  readonly message: string;
  /** Describes how to fix it. */
  readonly fix: string;
}

/** Thrown for a manifest with problems. `problems` and the message list all of them. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/**
 * Formats problems by place: `file:line:column  message`, the fix on the next line, and a count.
 * The parts of a file that do not match the schema are not checked any further, so the last line
 * says that more checks follow.
 */
export function formatProblems(problems: readonly Problem[]): string {
  const lines = [...problems]
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compare(a.message, b.message),
    )
    .map((p) => `${p.file}:${p.line}:${p.column}  ${p.message} (${p.rule})\n    → ${p.fix}`);
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  const isPartial = problems.some(({ rule }) => rule === 'yaml' || rule === 'schema');
  const more = isPartial ? '. Fix these, then run again: more checks follow' : '';
  return [...lines, `${count} in the manifest${more}`].join('\n');
}

/** Compares by code unit, independently of the locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
