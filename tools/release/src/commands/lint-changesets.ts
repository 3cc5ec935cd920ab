/**
 * Checks the changesets that wait for a release. A part of `root:lint`, which every tier runs.
 *
 * Exit 0: all can be released · 1: the problems, with file and line, are on stderr.
 */
import { note } from '../../../toolchain/lib/note.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { checkChangesets } from '../changeset-lint.ts';

const problems = checkChangesets(root);
for (const problem of problems) note(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
