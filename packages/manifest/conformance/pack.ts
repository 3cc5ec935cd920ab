/**
 * Writes cases.json, the lines of every .jsonl file of this folder, for programs that cannot read
 * files, such as the tests of core in a browser. An install and a build create it; it is not
 * committed.
 */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const folder = import.meta.dirname;

/** Creates the text of cases.json. */
export function packCases(): string {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const lines = names.map((name) => [
    name.replace('.jsonl', ''),
    readFileSync(`${folder}/${name}`, 'utf8').trimEnd().split('\n'),
  ]);
  return `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`;
}

/** Writes cases.json if it is out of date. */
export function writeCases(): void {
  const path = `${folder}/cases.json`;
  const text = packCases();
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(`${path}.${process.pid}.tmp`, text);
  renameSync(`${path}.${process.pid}.tmp`, path);
}

if (process.argv[1] === import.meta.filename) writeCases();
