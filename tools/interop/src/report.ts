/**
 * `node src/report.ts recorded.jsonl …`: prints the betas that each request sent, those that the
 * rules infer, and the claim behind each difference. Exits with 1 if a difference has no claim.
 */
import { readFileSync } from 'node:fs';
import type { Evidence } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { type Disagreement, type Judgement, judge } from './judge.ts';
import type { Recorded } from './recorded.ts';

/** Numbers of judgements by outcome. */
export interface JudgementCounts {
  readonly clients: number;
  readonly requests: number;
  readonly agreements: number;
  readonly explained: number;
  readonly unexplained: number;
}

/** Counts clients and outcomes. A request is explained if all its disagreements are. */
export function countJudgements(judgements: readonly Judgement[]): JudgementCounts {
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

/** Formats one judgement as text. */
export function formatJudgement({ recorded, sent, inferred, disagreements }: Judgement): string {
  const { client, platform, name, method, path } = recorded;
  return [
    `${client} → ${platform}, ${name}: ${method} ${path}`,
    `  sent      ${formatBetaList(sent)}`,
    `  inferred  ${formatBetaList(inferred)}`,
    ...disagreements.map((one) => `  ${formatDisagreement(one)}`),
  ].join('\n');
}

const formatBetaList = (betas: readonly string[]): string => betas.join(', ') || '–';

function formatDisagreement({ kind, subject, claim }: Disagreement): string {
  if (!claim) return `${kind} ${subject}: NO CLAIM EXPLAINS IT`;
  const [source = ''] = claim.evidence.map(formatSource);
  return `${kind} ${subject}, explained by ${claim.where}  ${source}`;
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
      'Name one or more .jsonl files of recorded requests: node src/report.ts recorded.jsonl',
    );
  const recorded = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Recorded),
  );
  const judgements = recorded.map(judge);
  console.log(judgements.map(formatJudgement).join('\n\n'));
  const total = countJudgements(judgements);
  console.log(
    `\n${Object.entries(total)
      .map(([name, number]) => `${name} ${number}`)
      .join(' · ')}`,
  );
  if (total.unexplained > 0) process.exitCode = 1;
}
