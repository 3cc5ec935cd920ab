/** `node src/report.ts recorded.jsonl …`: what each request sent, what the rules infer, and the claim behind each difference. Exit 1 where there is none. */
import { readFileSync } from 'node:fs';
import type { Evidence } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { type Disagreement, type Judgement, judge } from './judge.ts';
import type { Recorded } from './recorded.ts';

/** The figures of many judgements. */
export interface Figures {
  readonly clients: number;
  readonly requests: number;
  readonly agreements: number;
  readonly explained: number;
  readonly unexplained: number;
}

/** Counts clients, requests, and how they came out; a request is explained when all its disagreements are. */
export function figures(judgements: readonly Judgement[]): Figures {
  const agreements = judgements.filter(({ disagreements }) => disagreements.length === 0).length;
  const unexplained = judgements.filter(({ disagreements }) =>
    disagreements.some(({ claim }) => !claim),
  ).length;
  const clients = new Set(judgements.map(({ recorded }) => recorded.client)).size;
  return {
    clients,
    requests: judgements.length,
    agreements,
    explained: judgements.length - agreements - unexplained,
    unexplained,
  };
}

/** One judgement as text. */
export function formatJudgement({ recorded, sent, inferred, disagreements }: Judgement): string {
  const head = `${recorded.client} → ${recorded.platform}, ${recorded.name}: ${recorded.method} ${recorded.path}`;
  return [
    head,
    `  sent      ${list(sent)}`,
    `  inferred  ${list(inferred)}`,
    ...disagreements.map((one) => `  ${line(one)}`),
  ].join('\n');
}

const list = (betas: readonly string[]): string => betas.join(', ') || '–';

function line({ kind, subject, claim }: Disagreement): string {
  return claim
    ? `${kind} ${subject}, explained by ${claim.where}  ${claim.evidence.map(formatSource)[0] ?? ''}`
    : `${kind} ${subject}: NO CLAIM EXPLAINS IT`;
}

function formatSource({ source, at = '' }: Evidence): string {
  const cited = catalog.sources.find(({ id }) => id === source);
  if (!cited) return source;
  if ('internal' in cited) return cited.internal;
  return 'url' in cited ? cited.url + at : `${cited.package} ${cited.version} ${at}`;
}

if (import.meta.main) {
  const files = process.argv.slice(2);
  if (files.length === 0)
    throw new Error(
      'name one or more .jsonl files of recorded requests: node src/report.ts recorded.jsonl',
    );
  const recorded = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Recorded),
  );
  const judgements = recorded.map(judge);
  console.log(judgements.map(formatJudgement).join('\n\n'));
  const total = figures(judgements);
  console.log(
    `\n${Object.entries(total)
      .map(([name, number]) => `${name} ${number}`)
      .join(' · ')}`,
  );
  if (total.unexplained > 0) process.exitCode = 1;
}
