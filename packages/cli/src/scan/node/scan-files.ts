/** Scans the files of paths. */
import { dropUnmadeEdits } from '../fix.ts';
import { scanText } from '../scan-text.ts';
import type { Finding, ScanSettings } from '../types.ts';
import { createReader, type SkipReason } from './read.ts';
import { type WalkedFile, type WalkOptions, walk } from './walk.ts';

/** The findings of a file. */
export interface FileFindings {
  readonly file: WalkedFile;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** A file that was not scanned. */
export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
  readonly size: number;
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
  let count = 0;
  const onProblem = (path: string, error: unknown): void => {
    problems.push({ path, message: describeProblem(error) });
  };
  for (const file of walk(paths, { ...options, onProblem })) {
    count++;
    options.onFile?.(count);
    try {
      const result = read(file.path);
      if (result === undefined) continue;
      if ('skipped' in result) {
        // A binary file is no source, so only a named one is reported.
        const { skipped: reason, size } = result;
        if (reason !== 'binary' || file.isNamed) skipped.push({ path: file.shown, reason, size });
        continue;
      }
      const own = { ...options, path: file.shown };
      const findings = dropUnmadeEdits(result.text, scanText(result.text, own), own);
      if (findings.length > 0) files.push({ file, text: result.text, findings });
    } catch (error) {
      onProblem(file.shown, error);
    }
  }
  return { files, count, skipped, problems };
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
