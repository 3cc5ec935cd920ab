/**
 * Writes cases.json: the lines of every .jsonl file here, by file. For programs that cannot read
 * files, core's tests among them. It is made by an install and by a build, and is not committed.
 */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const folder = import.meta.dirname;

/** The text of cases.json. */
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

/** Writes cases.json where it is not what the lines say. */
export function writeCases(): void {
  const path = `${folder}/cases.json`;
  const text = packCases();
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(`${path}.${process.pid}.tmp`, text);
  renameSync(`${path}.${process.pid}.tmp`, path);
}

if (process.argv[1] === import.meta.filename) writeCases();
