/** Writes cases.json: the lines of every .jsonl file here, by file. For programs that cannot read files. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The text of cases.json. */
export function pack(): string {
  const names = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const lines = names.map((name) => [
    name.replace('.jsonl', ''),
    readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
      .trimEnd()
      .split('\n'),
  ]);
  return `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(`${import.meta.dirname}/cases.json`, pack());
