/** `sync --review`: lists the decisions that wait for a person. The same lint blocks a release. */
import { join } from 'node:path';
import { formatProblems, type Problem, tryLoadManifest } from '@beta-headers/manifest';
import { SyncError } from './sync-error.ts';
import { MANIFEST } from './working-tree.ts';

/** Lists the open `review:` marks; returns 3 if there is one. */
export function listMarks(root: string, json: boolean): number {
  const { problems } = tryLoadManifest({
    folder: join(root, MANIFEST),
    relativeTo: root,
    forRelease: true,
  });
  const marks = problems.filter(({ rule }) => rule === 'review-marks');
  const others = problems.filter(({ rule }) => rule !== 'review-marks');
  if (others.length > 0)
    throw new SyncError(
      `the manifest has problems besides what waits for review:\n${formatProblems(others)}`,
    );
  if (json)
    console.log(JSON.stringify(marks.map(({ file, line, message }) => ({ file, line, message }))));
  else printMarks(marks);
  return marks.length > 0 ? 3 : 0;
}

function printMarks(marks: readonly Problem[]): void {
  for (const { file, line, message } of marks) console.log(`${file}:${line}  ${message}`);
  if (marks.length === 0) console.log('no review mark is open');
  else
    console.log(
      `${marks.length} ${marks.length === 1 ? 'mark is' : 'marks are'} open. Decide each, ` +
        'remove its line, then run `npm run generate`. A release waits for ' +
        'the last of them.',
    );
}
