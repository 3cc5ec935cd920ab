/** The step of `action.yml` that says if the runner's Node runs the command line. */
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { isNodeRecent } from './released-cli.mjs';

appendFileSync(process.env['GITHUB_OUTPUT'] ?? '/dev/stdout', `recent=${isNodeRecent()}\n`);
