/** Finds betas and features by id, name or words. */
import type { Platform } from '@beta-headers/core';
import { catalog } from '@beta-headers/manifest/data';
import { isPossible, listClaims } from '../catalog/claims.ts';
import { describeSubject, findNearestName } from '../catalog/describe-subject.ts';
import { formatSubject } from '../catalog/format-subject.ts';
import type { Colors } from '../output.ts';
import type { FindOutput } from '../schema/find.ts';

/** Options of a search. */
export interface FindSettings {
  readonly platform?: Platform | undefined;
  readonly limit: number;
  readonly today: string;
}

/** Searches the catalog. An exact name comes first, and then what has every word. */
export function findSubjects(query: string, { platform, limit, today }: FindSettings): FindOutput {
  const exact = describeSubject(query, today);
  const words = query.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const subjects = [
    ...catalog.features.map((feature) => ({ name: feature.name, subject: feature })),
    ...catalog.betas.map((beta) => ({ name: beta.id, subject: beta })),
  ];
  const matching = subjects
    .filter(
      ({ name, subject }) =>
        platform === undefined ||
        name === exact?.name ||
        isPossible(listClaims(subject)[platform], today),
    )
    .map(({ name, subject }) => ({
      name,
      score: countScore(words, name, `${subject.title.en} ${subject.title.id}`, subject.summary.en),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);
  const names = [...new Set([...(exact ? [exact.name] : []), ...matching])];
  const nearest = names.length === 0 ? findNearestName(query) : undefined;
  return {
    results: names.slice(0, limit).flatMap((name) => describeSubject(name, today) ?? []),
    more: Math.max(0, names.length - limit),
    ...(nearest !== undefined && { nearest }),
  };
}

/** Scores a subject that has every word: in its name, its title or its summary. */
function countScore(
  words: readonly string[],
  name: string,
  title: string,
  summary: string,
): number {
  let score = 0;
  for (const word of words) {
    if (name.includes(word)) score += 4;
    else if (title.toLowerCase().includes(word)) score += 2;
    else if (summary.toLowerCase().includes(word)) score += 1;
    else return 0;
  }
  return score;
}

/** Formats the results as text. */
export function formatSubjects({ results, more }: FindOutput, colors: Colors): string {
  const parts = results.map((subject) => formatSubject(subject, colors));
  return [...parts, ...(more > 0 ? [`${more} more match.`] : [])].join('\n\n');
}
