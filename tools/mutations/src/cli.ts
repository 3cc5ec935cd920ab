/**
 * `npm run mutations -- [--list] [--package core] [name …]`: runs mutations in a copy of the
 * repository. Prints each outcome on stdout and progress on stderr.
 * Exit code 0: all mutations were killed; 1: one survived or is stale; 2: wrong usage.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { note, paint } from '../../toolchain/lib/note.ts';
import { root } from '../../toolchain/lib/root.ts';
import { applyMutation } from './apply.ts';
import { copyTree } from './copy-tree.ts';
import type { Mutation } from './mutation.ts';
import { MUTATIONS } from './mutations.ts';
import { type Outcome, runMutations } from './run.ts';
import { runVitest } from './vitest.ts';

class UsageError extends Error {}

try {
  process.exitCode = await run();
} catch (error) {
  note((error as Error).message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run(): Promise<number> {
  const { mutations, isList } = readArguments();
  if (isList) {
    for (const { name, file } of mutations) console.log(`${name}  ${file}`);
    return 0;
  }
  note('copying the repository …');
  const copy = copyTree(root);
  try {
    note(`running ${mutations.length} mutations …`);
    const workbench = {
      read: (file: string) => readFileSync(join(copy, file), 'utf8'),
      write: (file: string, text: string) => writeFileSync(join(copy, file), text),
      test: (name: string, file?: string) => runVitest(copy, name, file),
    };
    const outcomes = await runMutations(mutations, applyMutation, workbench, printOutcome);
    const count = (state: Outcome['state']): number =>
      outcomes.filter((outcome) => outcome.state === state).length;
    console.log(
      `${count('killed')} killed, ${count('survived')} survived, ${count('stale')} stale`,
    );
    return count('killed') === outcomes.length ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function readArguments(): { mutations: readonly Mutation[]; isList: boolean } {
  const { values, positionals } = parseOptions();
  const isChosen = ({ name, package: owner }: Mutation): boolean =>
    (positionals.length === 0 || positionals.includes(name)) &&
    (values.package === undefined || owner === `@beta-headers/${values.package}`);
  const unknown = positionals.filter((name) => !MUTATIONS.some((one) => one.name === name));
  const mutations = MUTATIONS.filter(isChosen);
  const hint = 'To list the mutations: npm run mutations -- --list';
  if (unknown.length > 0) throw new UsageError(`Unknown mutation ${unknown.join(', ')}. ${hint}`);
  if (mutations.length === 0) throw new UsageError(`No mutation is selected. ${hint}`);
  return { mutations, isList: values.list };
}

function parseOptions() {
  try {
    return parseArgs({
      options: { list: { type: 'boolean', default: false }, package: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function printOutcome({ mutation, state, seconds, message }: Outcome): void {
  const mark = state === 'killed' ? paint('green', '✔') : paint('red', '✘');
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  console.log(`${mark} ${state.padEnd(8)} ${time}  ${mutation.name}  ${mutation.file}`);
  if (message !== undefined) console.log(`  ${message}`);
}
