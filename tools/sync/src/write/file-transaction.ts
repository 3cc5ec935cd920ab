/**
 * Changes many files as one: all of them, or none.
 *
 * The new texts are first written below `.cache/transaction/`. The journal there is the commit
 * point: a run that is killed before it exists has changed nothing, and a run that is killed after
 * it is finished by the next one. Each file is replaced by a rename, so none is ever half written.
 */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The changes of one command, by path from the root, in the order in which they are made. */
export interface FileChanges {
  readonly writes: ReadonlyMap<string, string>;
  /** Made after every write. */
  readonly deletes?: readonly string[];
}

/** The transaction that an earlier run left, and this run finished. */
export interface FinishedTransaction {
  /** The command that was interrupted: `sync`. */
  readonly command: string;
  readonly written: readonly string[];
  readonly deleted: readonly string[];
}

/** A file that cannot be written: the disk is full, the tree is read-only. */
export class FileWriteError extends Error {
  override name = 'FileWriteError';
}

/** An interrupted transaction whose files have changed since, so that it cannot be finished. */
export class InterruptedError extends Error {
  override name = 'InterruptedError';
}

interface Step {
  readonly path: string;
  /** The file with the new text, in the folder of the transaction; none if `path` is deleted. */
  readonly staged?: string;
  /** SHA-256 of the file before and after; `null` if there is no file. */
  readonly before: string | null;
  readonly after: string | null;
}

interface Journal {
  readonly command: string;
  readonly steps: readonly Step[];
}

const FOLDER = '.cache/transaction';
const JOURNAL = `${FOLDER}/journal.json`;

/**
 * Makes all the changes, or none of them.
 * @throws {FileWriteError} if a file cannot be written
 * @throws {InterruptedError} if an earlier transaction cannot be finished
 */
export function commitFiles(root: string, command: string, changes: FileChanges): void {
  finishTransaction(root);
  const journal = stageFiles(root, command, changes);
  applyJournal(root, journal);
}

/**
 * Finishes the transaction that an earlier run was interrupted in, or removes what it had staged
 * before its commit point. Every command that changes the same files calls it first.
 * @throws {InterruptedError} if one of its files has been changed since
 */
export function finishTransaction(root: string): FinishedTransaction | undefined {
  const journal = readPendingJournal(root);
  if (!journal) {
    removeFolder(root);
    return undefined;
  }
  const changed = journal.steps.filter((step) => getState(root, step) === 'changed');
  if (changed.length > 0)
    throw new InterruptedError(
      `${changed[0]?.path}: changed since \`${journal.command}\` was interrupted, so its changes ` +
        `cannot be finished. Restore the files it changed with git, delete ${FOLDER}, and run ` +
        'it again.',
    );
  applyJournal(root, journal);
  return {
    command: journal.command,
    written: journal.steps.filter((step) => step.staged !== undefined).map(({ path }) => path),
    deleted: journal.steps.filter((step) => step.staged === undefined).map(({ path }) => path),
  };
}

/** Finds the command that was interrupted after its commit point; undefined if there is none. */
export function findInterrupted(root: string): string | undefined {
  return readPendingJournal(root)?.command;
}

function readPendingJournal(root: string): Journal | undefined {
  const text = readBytes(join(root, JOURNAL));
  return text && (JSON.parse(text.toString('utf8')) as Journal);
}

/** Writes the new texts beside the tree, and then the journal. */
function stageFiles(root: string, command: string, { writes, deletes = [] }: FileChanges): Journal {
  let path = FOLDER;
  try {
    mkdirSync(join(root, FOLDER), { recursive: true });
    const steps: Step[] = [];
    for ([path] of writes) {
      const text = writes.get(path) ?? '';
      accessSync(findNearestFolder(join(root, path)), constants.W_OK);
      const staged = `${FOLDER}/${steps.length}`;
      writeFileSync(join(root, staged), text, { flush: true });
      steps.push({ path, staged, before: hashFile(root, path), after: hashContent(text) });
    }
    for (path of deletes) {
      accessSync(dirname(join(root, path)), constants.W_OK);
      steps.push({ path, before: hashFile(root, path), after: null });
    }
    path = JOURNAL;
    const journal: Journal = { command, steps };
    writeFileSync(join(root, `${JOURNAL}.tmp`), JSON.stringify(journal), { flush: true });
    renameSync(join(root, `${JOURNAL}.tmp`), join(root, JOURNAL));
    return journal;
  } catch (error) {
    removeFolder(root);
    throw new FileWriteError(
      `${path}: cannot be written (${describeReason(error)}). Nothing was changed. Free ` +
        'some space or ' +
        'unlock the folder, and run again.',
    );
  }
}

function applyJournal(root: string, { command, steps }: Journal): void {
  let path = JOURNAL;
  try {
    for (const step of steps) {
      path = step.path;
      if (getState(root, step) === 'done') continue;
      if (step.staged === undefined) rmSync(join(root, path), { force: true });
      else {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        renameSync(join(root, step.staged), join(root, path));
      }
    }
    path = FOLDER;
    // The journal goes first: a folder without one is removed by the next run.
    rmSync(join(root, JOURNAL), { force: true });
    removeFolder(root);
  } catch (error) {
    throw new FileWriteError(
      `${path}: cannot be written (${describeReason(error)}), and \`${command}\` has ` +
        'changed other ' +
        'files already. Free some space or unlock the folder, and run it again: it will finish.',
    );
  }
}

/** `changed`: neither as the transaction found the file nor as it leaves it. */
function getState(
  root: string,
  { path, staged, before, after }: Step,
): 'open' | 'done' | 'changed' {
  const now = hashFile(root, path);
  if (now === after) return 'done';
  const isStaged = staged === undefined || existsSync(join(root, staged));
  return now === before && isStaged ? 'open' : 'changed';
}

/** Without a journal the folder means nothing, so the next run can remove what is left of it. */
function removeFolder(root: string): void {
  try {
    rmSync(join(root, FOLDER), { recursive: true, force: true });
  } catch {
    // A read-only tree, which fails where the first file is written.
  }
}

/** Finds the folder of a path, or the nearest existing folder above it. */
function findNearestFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? folder : findNearestFolder(folder);
}

const hashContent = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');

function hashFile(root: string, path: string): string | null {
  const bytes = readBytes(join(root, path));
  return bytes === undefined ? null : hashContent(bytes);
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** `no space left on device`, of `ENOSPC: no space left on device, write`. */
const describeReason = (error: unknown): string =>
  (error as Error).message.replace(/^[A-Z]+: /, '').replace(/, [a-z]+( '.*)?$/, '');
