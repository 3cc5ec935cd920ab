#!/usr/bin/env node
/** The command `beta-headers`. */
import module from 'node:module';
import process from 'node:process';
import { describeOldNode, readVersion } from './version.ts';

const args = process.argv.slice(2);

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  // Answered without loading the parser, because scripts ask for it often.
  process.stdout.write(`${readVersion()}\n`);
} else {
  process.exitCode = await run();
}

async function run(): Promise<number> {
  const problem = describeOldNode(process.versions.node);
  if (problem !== undefined) {
    process.stderr.write(`error: ${problem}\n`);
    return 2;
  }
  // Halves the time to load the commands. Other runtimes than Node do not have it.
  module.enableCompileCache?.();
  process.stdout.on('error', onClosedPipe);
  const { main } = await import('./main.ts');
  return main(args);
}

/** The reader of stdout has enough, as in `beta-headers env … | head -1`. */
function onClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
