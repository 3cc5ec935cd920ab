/** Finds words of the form of a beta anywhere in the texts of a release: a net below the rest. */
import type { Release } from '../release/release.ts';
import type { NamedBeta } from './facts.ts';
import { findIds } from './ids.ts';
import { readRoles } from './role.ts';

/** Matches what may be an id: reading every word of the sources would take long. */
const WORD = /(?<![\w-])[a-z][a-z0-9-]*-20\d{2}-\d{2}-\d{2}[\w-]*/g;

/** The places of one id that are kept; a report needs no more. */
const MOST = 5;

/** Finds the ids that `known` has not, in comments, examples, the readme and the changelog. */
export function readNamed(release: Release, known: ReadonlySet<string>): NamedBeta[] {
  const found = new Map<string, string[]>();
  for (const path of [...release.files.keys()].sort()) {
    if (path === 'package.json' || path.endsWith('.d.ts')) continue;
    const text = release.files.get(path) as string;
    const findRole = readRoles(text);
    for (const { 0: word, index } of text.matchAll(WORD)) {
      // The role of a literal is that of its place, where its quote is.
      const start = /['"`]/.test(text[index - 1] ?? '') ? index - 1 : index;
      if (known.has(word) || findIds(word)[0] !== word || findRole(word, start)) continue;
      const line = text.slice(0, index).split('\n').length;
      const places = found.get(word) ?? [];
      if (places.length < MOST) found.set(word, [...places, `${path}:${line}`]);
    }
  }
  return [...found]
    .map(([beta, places]) => ({ beta, places }))
    .sort((a, b) => (a.beta < b.beta ? -1 : 1));
}
