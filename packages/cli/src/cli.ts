#!/usr/bin/env node
/** The command `beta-headers`. */
import process from 'node:process';
import { readVersion } from './version.ts';

const args = process.argv.slice(2);

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  // Answered without loading the parser, because scripts ask for it often.
  process.stdout.write(`${readVersion()}\n`);
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(args);
}
