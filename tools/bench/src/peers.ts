/** The betas of the same requests, as other clients infer them and as the engine does; the gate of the stand-in API is the judge. */
import { AI_SDK_REQUESTS } from '@beta-headers/interop/ai-sdk';
import { LANGCHAIN_REQUESTS } from '@beta-headers/interop/langchain';
import { compare, type PeerRequest, type Score } from '@beta-headers/interop/peer';
import type { Bench, Figure } from './figure.ts';

const PEERS: readonly (readonly [name: string, requests: readonly PeerRequest[]])[] = [
  ['@ai-sdk/anthropic', AI_SDK_REQUESTS],
  ['@langchain/anthropic', LANGCHAIN_REQUESTS],
];

/** For each client one figure: what the engine got wrong about its requests, against what the client itself did. */
export const peers: Bench = async (say) => {
  const figures: Figure[] = [];
  for (const [name, requests] of PEERS) {
    say(`${requests.length} requests through ${name}`);
    const scores = [];
    for (const request of requests) scores.push(await compare(request));
    const ours = count(scores.map((score) => score.ours));
    const theirs = count(scores.map((score) => score.theirs));
    figures.push({
      name: `${requests.length} requests through ${name}`,
      value: ours.text,
      number: ours.wrong,
      bound: 0,
      against: `betas missed or needless; its own inference: ${theirs.text}`,
    });
  }
  return figures;
};

function count(scores: readonly Score[]): { text: string; wrong: number } {
  const sum = (key: 'found' | 'missed' | 'needless'): number =>
    scores.reduce((total, score) => total + score[key].length, 0);
  return {
    text: `${sum('found')} found, ${sum('missed')} missed, ${sum('needless')} needless`,
    wrong: sum('missed') + sum('needless'),
  };
}
