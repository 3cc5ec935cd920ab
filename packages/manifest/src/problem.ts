/** One thing that is wrong in a manifest file: where it is, what it is, how to fix it. */
export interface Problem {
  /** The file as it was given to the loader, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** The name of the lint, or `yaml` / `schema` for what does not even parse. */
  readonly rule: string;
  /** The fault, in words. */
  readonly message: string;
  /** The way to correct it. */
  readonly fix: string;
}

/** The manifest has problems; all of them are in `problems`, and in the message, one a line. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/** `file:line:column  message` and the fix below it, sorted by place, with a count at the end. */
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
  return [
    ...lines,
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the manifest`,
  ].join('\n');
}

/** Compares by code unit, so that no locale of the machine can change an order. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
