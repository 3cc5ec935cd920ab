/** Checks that each changeset can be released: it names packages, bumps and prefixes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackages } from '../../toolchain/lib/workspace.ts';
import { isGroup, PREFIX, PREFIXES } from './changelog.ts';

const FOLDER = '.changeset';
const BUMPS = ['patch', 'minor', 'major', 'none'];

/** Checks every changeset of a repository. Returns problems as `file:line: problem. Fix.` */
export function checkChangesets(root: string): string[] {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return [];
  const packages = readPackages(root).map(({ name }) => name);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .flatMap((name) =>
      checkChangeset(`${FOLDER}/${name}`, readFileSync(join(folder, name), 'utf8'), packages),
    );
}

/** Checks one changeset. */
export function checkChangeset(file: string, text: string, packages: readonly string[]): string[] {
  const lines = text.split(/\r?\n/);
  const end =
    lines[0]?.trim() === '---' ? lines.findIndex((line, i) => i > 0 && isFence(line)) : -1;
  if (end === -1)
    return [
      `${file}:1: does not begin with the packages between two lines of \`---\`. Write it with ` +
        '`npm run changeset -- --from-diff`, or take another one as a model.',
    ];
  return [
    ...checkPackages(file, lines.slice(1, end), packages),
    ...checkEntries(file, lines.slice(end + 1), end + 2),
  ];
}

const isFence = (line: string): boolean => line.trim() === '---';

function checkPackages(file: string, lines: readonly string[], packages: readonly string[]) {
  const named = lines.map((line, i) => ({ line: line.trim(), place: `${file}:${i + 2}` }));
  const problems = named.flatMap(({ line, place }) => {
    if (line === '' || line.startsWith('#')) return [];
    const [, name, bump] = /^["']?([^"':\s]+)["']?\s*:\s*["']?([a-z]+)["']?$/.exec(line) ?? [];
    if (name === undefined || bump === undefined)
      return [
        `${place}: \`${line}\` is no package with its bump. Write "@beta-headers/core": minor.`,
      ];
    if (!packages.includes(name))
      return [`${place}: there is no package \`${name}\`. Write one of ${packages.join(', ')}.`];
    if (!BUMPS.includes(bump))
      return [`${place}: \`${bump}\` is no bump. Write one of ${BUMPS.join(', ')}.`];
    return [];
  });
  if (named.every(({ line }) => line === ''))
    return [
      `${file}:1: names no package. Write "@beta-headers/manifest": patch between the lines.`,
    ];
  return problems;
}

/** An entry begins with a prefix and goes on to the next line that has one. */
function checkEntries(file: string, lines: readonly string[], firstLine: number): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1)
    return [`${file}:${firstLine}: has no entry. Write for users what changes, as \`new: …\`.`];
  return lines.flatMap((line, i) => {
    const prefix = PREFIX.exec(line)?.[1];
    const place = `${file}:${firstLine + i}`;
    if (prefix === undefined)
      return i === first ? [`${place}: the entry begins with no prefix. ${FIX}`] : [];
    return isGroup(prefix) ? [] : [`${place}: \`${prefix}:\` is no prefix. ${FIX}`];
  });
}

const FIX = `Begin it with one of ${PREFIXES}, such as "new: \`example-2026-01-01\`, which …".`;
