/** Fixes the files of a scan, or prints the difference. */
import { createTwoFilesPatch } from 'diff';
import { CommandError } from '../../exit-code.ts';
import { escapeLine, type Output } from '../../output.ts';
import { applyFixes } from '../fix.ts';
import type { FileFindings, ScanFilesOptions, Scanned } from './scan-files.ts';
import { resolveLink } from './walk.ts';
import { listUncommitted, replaceFile } from './write.ts';

/** Fixes files. Every new text is made before the first is written. Returns their number. */
export function fixFiles(
  { files }: Scanned,
  settings: ScanFilesOptions,
  { allowDirty = false }: { readonly allowDirty?: boolean },
  output: Output,
): number {
  const fixed = listFixed(files, settings);
  if (fixed.length === 0) return 0;
  if (!allowDirty) checkClean(fixed.map(({ path }) => path));
  for (const [index, { path, shown, text, count }] of fixed.entries()) {
    try {
      replaceFile(resolveLink(path), text);
    } catch (error) {
      throw new CommandError(
        `cannot write ${shown}: ${(error as Error).message}\n` +
          `${index} of ${fixed.length} files were fixed before; this one is unchanged`,
      );
    }
    output.note(`fixed ${escapeLine(shown)}: ${count} ${count === 1 ? 'edit' : 'edits'}`);
  }
  return fixed.length;
}

interface Fixed {
  readonly path: string;
  readonly shown: string;
  readonly before: string;
  readonly text: string;
  readonly count: number;
}

function listFixed(files: readonly FileFindings[], settings: ScanFilesOptions): Fixed[] {
  return files.flatMap(({ file, text: before, findings, isParsable }) => {
    if (!findings.some(({ fix }) => fix)) return [];
    const own = { ...settings, path: file.shown, ...(isParsable !== undefined && { isParsable }) };
    const { text, count } = applyFixes(before, own);
    return [{ path: file.path, shown: file.shown, before, text, count }];
  });
}

/** @throws {CommandError} if Git could not restore the files */
function checkClean(paths: readonly string[]): void {
  const [first = '.'] = paths;
  const changes = listUncommitted(first);
  if (changes.length === 0) return;
  const list = changes.slice(0, 5).map((line) => `  ${line}`);
  const more = changes.length > 5 ? [`  and ${changes.length - 5} more`] : [];
  throw new CommandError(
    [
      'Git has uncommitted changes, so --fix could not be undone:',
      ...list,
      ...more,
      'Commit or stash them, or add --allow-dirty. Nothing was changed.',
    ].join('\n'),
  );
}

/** Prints what a fix would change. Returns whether there is anything. */
export function printDiff({ files }: Scanned, settings: ScanFilesOptions, output: Output): boolean {
  const fixed = listFixed(files, settings);
  for (const { shown, before, text } of fixed) {
    const patch = createTwoFilesPatch(
      `a/${shown}`,
      `b/${shown}`,
      before,
      text,
      undefined,
      undefined,
      {
        context: 3,
      },
    );
    output.print(patch.replace(/^=+\n/, '').replace(/\n$/, ''));
  }
  return fixed.length > 0;
}
