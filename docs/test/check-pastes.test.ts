/** The pastes of a review of the checker, each with its final answer. */
import { readFileSync } from 'node:fs';
import { PLATFORMS, type Platform } from '@beta-headers/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Answer } from '../src/lib/checker/answer.ts';
import { ask, on } from './check-support.ts';

const FILE = new URL('../../packages/reader/test/pastes/site-review.yaml', import.meta.url);
const pastes = parse(readFileSync(FILE, 'utf8')) as readonly { name: string; text: string }[];

interface Expected {
  readonly kind: string;
  /** The platform that the text shows. */
  readonly shown?: Platform;
  /** The answer on platforms. */
  readonly answers?: { readonly [P in Platform]?: Answer };
  /** The parts that are not in the text. */
  readonly gaps?: readonly string[];
  readonly error?: string;
  readonly advice?: RegExp;
  readonly none?: RegExp;
  readonly meant?: string;
  readonly requests?: number;
}

const home = (answer: Answer): Expected => ({
  kind: 'request',
  shown: 'claude-api',
  answers: { 'claude-api': answer },
});
const ELSEWHERE = {
  bedrock: 'refused',
  'bedrock-converse': 'refused',
  'bedrock-mantle': 'refused',
  vertex: 'refused',
} as const;

/** The answers, by the first word of the paste's name. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  P1: { kind: 'request', answers: { 'claude-api': 'changed', ...ELSEWHERE } },
  P2: home('works'),
  P3: home('changed'),
  // Claude Sonnet 4.5 is retired since 30 November 2026. Other platforms retire models later.
  P4: home('refused'),
  P5: {
    kind: 'request',
    answers: { 'claude-api': 'changed', ...ELSEWHERE },
    gaps: ['/messages/0/content'],
  },
  P6: home('changed'),
  P6b: { kind: 'requests', shown: 'claude-api', requests: 2, answers: { 'claude-api': 'works' } },
  P7: { kind: 'request', shown: 'bedrock', answers: { bedrock: 'unverified' }, gaps: ['model'] },
  P8: { kind: 'request', shown: 'vertex', answers: { vertex: 'unverified' } },
  P8b: { kind: 'request', shown: 'bedrock', answers: { bedrock: 'works' } },
  // A gateway makes the request, so nothing is known of it but that the model is retired.
  P9: { kind: 'request', answers: { 'claude-api': 'refused', vertex: 'refused' } },
  P10: {
    kind: 'log',
    shown: 'vertex',
    answers: { vertex: 'unverified' },
    error: 'unsupported',
    advice: /tool-search-tool-2025-10-19/,
  },
  P11: { kind: 'error', error: 'unsupported', answers: { vertex: 'changed' } },
  P12: { kind: 'error', error: 'unsupported-unnamed', advice: /one at a time/ },
  P13: { kind: 'betas', answers: { 'claude-api': 'changed', vertex: 'unverified' } },
  P13b: { kind: 'betas', answers: { 'claude-api': 'works', vertex: 'unverified' } },
  P14: home('works'),
  P15: { kind: 'error', error: 'missing', advice: /Bedrock|Vertex|tool-search-tool-2025-10-19/ },
  P16: {
    kind: 'request',
    shown: 'bedrock-converse',
    answers: { 'bedrock-converse': 'unverified' },
  },
  P17: {
    kind: 'request',
    answers: { 'claude-api': 'works', ...ELSEWHERE },
    gaps: ['/mcp_servers/0/authorization_token'],
  },
  P18: home('changed'),
  P19: home('changed'),
  P20: { kind: 'betas', answers: { 'claude-api': 'changed' } },
  P21: { kind: 'request', answers: { 'claude-api': 'changed' } },
  P22: { kind: 'requests', requests: 2, answers: { 'claude-api': 'works', ...ELSEWHERE } },
  P23: { ...home('unverified'), gaps: ['body'] },
  P23b: home('changed'),
  P24: { ...home('works'), gaps: ['body'] },
  P25: { kind: 'none', none: /neither a request to Claude nor an error/ },
  P26: { kind: 'request', answers: { 'claude-api': 'works', ...ELSEWHERE } },
  P26b: { kind: 'request', shown: 'bedrock', answers: { bedrock: 'refused' } },
  P27: { ...home('unverified'), meant: 'files-api-2025-04-14' },
  P28: { kind: 'error', error: 'missing', advice: /Claude API|needs no|platform/ },
  P28b: { kind: 'error', error: 'limited', advice: /context-1m-2025-08-07/ },
  P28c: { kind: 'error', error: 'missing' },
  R3: { kind: 'error', error: 'unsupported-unnamed' },
  C1: { kind: 'request', answers: { 'claude-api': 'changed' }, gaps: ['model'] },
  C10: { kind: 'betas', meant: 'files-api-2025-04-14', answers: { 'claude-api': 'unverified' } },
};

describe('the pastes of the review', () => {
  it('have an answer each', () => {
    expect(pastes.map(({ name }) => name.split(' ', 1)[0])).toEqual(Object.keys(EXPECTED));
    const numbers = new Set(pastes.map(({ name }) => /^P(\d+)/.exec(name)?.[1]));
    expect(numbers.size).toBeGreaterThanOrEqual(28);
  });

  it.each(pastes)('$name', ({ name, text }) => {
    const wanted = EXPECTED[name.split(' ', 1)[0] ?? ''] as Expected;
    const answer = ask(text);
    expect(answer.kind).toBe(wanted.kind);
    const [request] = answer.requests;
    expect(request?.shown).toBe(wanted.shown);
    for (const [platform, one] of Object.entries(wanted.answers ?? {}))
      expect(on(answer, platform as Platform).answer, platform).toBe(one);
    expect(request?.gaps.map(({ part }) => part) ?? []).toEqual(wanted.gaps ?? []);
    expect(answer.error?.info?.kind).toBe(wanted.error);
    if (wanted.advice) expect(answer.error?.info?.advice).toMatch(wanted.advice);
    if (wanted.none) expect(answer.none?.why).toMatch(wanted.none);
    if (wanted.requests) expect(answer.requests).toHaveLength(wanted.requests);
    const meant = request?.platforms[0]?.decisions.flatMap((one) => one.meant ?? []);
    if (wanted.meant) expect(meant).toContain(wanted.meant);
  });

  it('are answered on every platform that takes their form', () => {
    for (const { text } of pastes)
      for (const { platforms } of ask(text).requests)
        expect([1, PLATFORMS.length]).toContain(platforms.length);
  });

  it('are answered in Indonesian with the same verdicts', () => {
    for (const { text } of pastes) {
      const [en, id] = [ask(text), ask(text, { language: 'id' })];
      const list = ({ requests }: typeof en) =>
        requests.map(({ platforms }) => platforms.map(({ answer }) => answer));
      expect(list(id)).toEqual(list(en));
      if (en.none) expect(id.none?.why).not.toBe(en.none.why);
    }
  });
});

describe('an error about what is missing', () => {
  const find = (name: string) =>
    ask(pastes.find((one) => one.name.startsWith(`${name} `))?.text ?? '').error;

  it('names the platforms that alone need the value', () => {
    expect(find('P15')?.info?.neededOn).toEqual(['bedrock', 'bedrock-mantle', 'vertex']);
  });

  it('names the platforms that do not have the feature', () => {
    for (const name of ['P28', 'P28c'])
      expect(find(name)?.info?.absentOn).toEqual(expect.arrayContaining(['bedrock', 'vertex']));
    expect(find('P11')?.info?.absentOn).toEqual([]);
  });
});

describe('the Claude API and a misspelt value', () => {
  it('is known to answer it with 400', () => {
    const { text = '' } = pastes.find(({ name }) => name.startsWith('P27')) ?? {};
    const [decision] = on(ask(text), 'claude-api').decisions;
    expect(decision).toMatchObject({ isRefusedUnknown: true, meant: 'files-api-2025-04-14' });
    // No source says what Foundry answers.
    expect(on(ask(text), 'foundry').decisions[0]?.isRefusedUnknown).toBeUndefined();
  });
});
