/** Commits the changes of a JSON file, in a process of its own that may be killed. */
import { readFileSync } from 'node:fs';
import { commitFiles } from '../../src/write/file-transaction.ts';

const [root, file] = process.argv.slice(2);
const { writes, deletes } = JSON.parse(readFileSync(file, 'utf8'));
commitFiles(root, 'a command', { writes: new Map(writes), deletes });
