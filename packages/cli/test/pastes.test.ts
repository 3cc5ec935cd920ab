import { readFileSync } from 'node:fs';
import { hidesFeatures } from '@beta-headers/reader';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ExplainOutput } from '../src/schema/explain.ts';
import { callMain } from './support/call-main.ts';

interface Paste {
  readonly name: string;
  readonly text: string;
  readonly options?: { readonly endpoint?: string; readonly sent?: string };
  readonly expect: {
    readonly kind: ExplainOutput['kind'];
    readonly code?: string;
    readonly aboutBetas?: boolean;
    readonly betas?: readonly string[];
    readonly platform?: string | null;
    readonly requests?: readonly unknown[];
    readonly others?: number;
    readonly plan?: {
      readonly on?: string;
      readonly verdict: string;
      readonly betas?: readonly string[];
    };
  };
}

const FILE = new URL('../../reader/test/pastes/site-review.yaml', import.meta.url);
const pastes = parse(readFileSync(FILE, 'utf8')) as readonly Paste[];

/** Explains a paste as a user does, with stdin. */
async function explain({ text, options }: Paste, args: readonly string[]) {
  const url = options?.endpoint === undefined ? [] : ['--url', options.endpoint];
  return callMain(['explain', ...url, ...args], { stdin: text, now: '2026-11-30' });
}

describe('the pastes of a review', () => {
  it('are all there', () => {
    const numbers = new Set(pastes.map(({ name }) => /^P(\d+)/.exec(name)?.[1]));
    expect(numbers.size).toBeGreaterThanOrEqual(28);
  });

  for (const paste of pastes.filter(({ options }) => options?.sent === undefined))
    it(paste.name, async () => {
      const { expect: wanted } = paste;
      const on = wanted.plan?.on === undefined ? [] : ['--platform', wanted.plan.on];
      const { code, stdout, stderr } = await explain(paste, [...on, '--json']);
      const output = ExplainOutput.parse(JSON.parse(stdout));
      expect(output.kind, stderr).toBe(wanted.kind);
      const isNone = wanted.kind === 'none';
      expect(code).toBe(isNone ? 2 : output.findings ? 1 : 0);
      if (wanted.code !== undefined) expect(output.none?.code).toBe(wanted.code);
      if (wanted.others !== undefined) expect(output.others).toBe(wanted.others);
      if (wanted.requests) expect(output.requests).toHaveLength(wanted.requests.length);
      if (wanted.aboutBetas !== undefined)
        expect(output.error?.isAboutBetas).toBe(wanted.aboutBetas);
      if (wanted.kind === 'betas' && wanted.betas)
        expect(output.header?.values.map(({ value }) => value)).toEqual(wanted.betas);
      const plans = output.requests.flatMap((request) => request.plans);
      for (const { text } of plans.flatMap(({ decisions }) => decisions))
        expect(text).toMatch(/^[=+?\-~!·] \S/);
      const [plan] = plans;
      if (wanted.plan) {
        // A body in a file may use anything, so that the command line gives no green answer.
        const isHidden = output.requests.some(hidesFeatures);
        expect(plan?.verdict).toBe(isHidden ? 'unverified' : wanted.plan.verdict);
        expect(isHidden).toBe(paste.name.startsWith('P23 '));
        if (wanted.plan.betas) expect(plan?.betas).toEqual(wanted.plan.betas);
      }
      const [platform] = wanted.platform?.split(' ') ?? [];
      if (platform !== undefined && plan && on.length === 0) expect(plan.platform).toBe(platform);
      const text = await explain(paste, on);
      expect(text.code).toBe(code);
      expect(isNone ? text.stderr : text.stdout).not.toBe('');
    });
});
