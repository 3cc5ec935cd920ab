/** Scans the files of paths. */
import { dropUnmadeEdits } from '../fix.ts';
import { needsTrial, scanText } from '../scan-text.ts';
import type { Finding, ScanSettings } from '../types.ts';
import { createReader, type SkipReason } from './read.ts';
import { findParsable } from './try-parser.ts';
import { type WalkedFile, type WalkOptions, walk } from './walk.ts';

/** The findings of a file. */
export interface FileFindings {
  readonly file: WalkedFile;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Another process has tried to parse the text. */
  readonly isParsable?: boolean;
}

/** A file that was not scanned. */
export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
  readonly size: number;
  readonly line?: number;
  /** The user named the file itself. */
  readonly isNamed: boolean;
}

/** The result of a scan. */
export interface Scanned {
  /** The files with a finding. */
  readonly files: readonly FileFindings[];
  /** The number of files that were read. */
  readonly count: number;
  readonly skipped: readonly Skipped[];
  /** Paths that could not be read. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** The options of a scan. */
export interface ScanFilesOptions extends Omit<WalkOptions, 'onProblem'>, ScanSettings {
  readonly maxSize: number;
  /** Called after each file. */
  readonly onFile?: (count: number) => void;
}

/** Scans files one after the other: the file system is the limit, not the processor. */
export function scanFiles(paths: readonly string[], options: ScanFilesOptions): Scanned {
  const files: FileFindings[] = [];
  const skipped: Skipped[] = [];
  const problems: { path: string; message: string }[] = [];
  const read = createReader(options.maxSize);
  const late: { readonly file: WalkedFile; readonly at: number }[] = [];
  // The results stay in the order of the walk.
  const order = new Map<FileFindings, number>();
  let count = 0;
  const onProblem = (path: string, error: unknown): void => {
    problems.push({ path, message: describeProblem(error) });
  };
  const add = (found: FileFindings | undefined, at: number): void => {
    if (!found) return;
    files.push(found);
    order.set(found, at);
  };
  for (const file of walk(paths, { ...options, onProblem })) {
    count++;
    options.onFile?.(count);
    try {
      const result = read(file.path);
      if (result === undefined) continue;
      if ('skipped' in result) {
        // A binary file is no source, so only a named one is reported.
        const { skipped: reason, ...facts } = result;
        const { shown: path, isNamed } = file;
        if (reason !== 'binary' || isNamed) skipped.push({ path, reason, isNamed, ...facts });
        continue;
      }
      if (needsTrial(result.text, file.shown)) late.push({ file, at: count });
      else add(scanOne(file, result.text, options), count);
    } catch (error) {
      onProblem(file.shown, error);
    }
  }
  const parsable = late.length > 0 ? findParsable(late.map(({ file }) => file)) : undefined;
  for (const [index, { file, at }] of late.entries()) {
    try {
      const result = read(file.path);
      if (result && 'text' in result)
        add(scanOne(file, result.text, options, parsable?.has(index)), at);
    } catch (error) {
      onProblem(file.shown, error);
    }
  }
  files.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { files, count, skipped, problems };
}

function scanOne(
  file: WalkedFile,
  text: string,
  options: ScanFilesOptions,
  isParsable?: boolean,
): FileFindings | undefined {
  const own = { ...options, path: file.shown, ...(isParsable !== undefined && { isParsable }) };
  const findings = dropUnmadeEdits(text, scanText(text, own), own);
  if (findings.length === 0) return undefined;
  return { file, text, findings, ...(isParsable !== undefined && { isParsable }) };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the path',
  EACCES: 'no permission to read it; change its permissions or leave it out with exclude',
  EPERM: 'no permission to read it; change its permissions or leave it out with exclude',
  ELOOP: 'the symbolic link leads to itself; remove or correct the link',
  EISDIR: 'it is a folder',
};

function describeProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : PROBLEMS[code]) ?? message;
}
