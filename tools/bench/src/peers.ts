/** Compares the betas that other clients and the engine infer. The fake API's gate judges both. */
import { AI_SDK_REQUESTS } from '@beta-headers/interop/ai-sdk';
import { LANGCHAIN_REQUESTS } from '@beta-headers/interop/langchain';
import { compareInference, type PeerRequest, type Score } from '@beta-headers/interop/peer';
import type { Bench, Metric } from './metric.ts';

const PEERS: readonly (readonly [name: string, requests: readonly PeerRequest[]])[] = [
  ['@ai-sdk/anthropic', AI_SDK_REQUESTS],
  ['@langchain/anthropic', LANGCHAIN_REQUESTS],
];

/** Counts the wrong betas per client: the engine's, compared with the client's own. */
export const measurePeers: Bench = async (report) => {
  const metrics: Metric[] = [];
  for (const [name, requests] of PEERS) {
    report(`${requests.length} requests through ${name}`);
    const scores = [];
    for (const request of requests) scores.push(await compareInference(request));
    const ours = countBetas(scores.map((score) => score.ours));
    const theirs = countBetas(scores.map((score) => score.theirs));
    metrics.push({
      name: `${requests.length} requests through ${name}`,
      value: ours.text,
      number: ours.wrong,
      bound: 0,
      against: `betas missed or needless; the client's own inference: ${theirs.text}`,
    });
  }
  return metrics;
};

function countBetas(scores: readonly Score[]): { text: string; wrong: number } {
  const sum = (key: 'found' | 'missed' | 'needless'): number =>
    scores.reduce((total, score) => total + score[key].length, 0);
  return {
    text: `${sum('found')} found, ${sum('missed')} missed, ${sum('needless')} needless`,
    wrong: sum('missed') + sum('needless'),
  };
}
