/** Tests that the judge of the replay can fail a step. */
import { expect, test } from 'vitest';
import type { Finding } from '../src/compare/finding.ts';
import { judgeStep } from '../src/replay/judge.ts';
import { readCompiled, type Seen } from '../src/replay/oracle.ts';

const package_ = (union: string, header: string, tools: string): Seen =>
  readCompiled({
    name: '@anthropic-ai/sdk',
    version: '9.1.0',
    from: 'a test',
    files: new Map([
      ['resources/beta/beta.d.ts', `export type AnthropicBeta = (string & {})${union};`],
      [
        'resources/beta/things.js',
        `headers: [{ 'anthropic-beta': [...(betas ?? []), ${header}].toString() }]`,
      ],
      [
        'resources/beta/messages/messages.d.ts',
        'export interface MessageCreateParamsBase {\n    model: string;\n}\nexport type ' +
          `BetaToolUnion = ${tools};\nexport interface BetaNew {\n    type: 'new_1';\n}\n`,
      ],
      [
        'resources/messages/messages.d.ts',
        'export interface MessageCreateParamsBase {\n    model: string;\n}\nexport type ' +
          'ContentBlockParam = A;\n',
      ],
      ['client.js', "'anthropic-version': '2026-10-21'"],
    ]),
  });

const before = package_(" | 'a-2026-01-01'", "'a-2026-01-01'", 'BetaOld');
const after = package_(" | 'a-2026-01-01' | 'b-2026-02-02'", "'b-2026-02-02'", 'BetaOld | BetaNew');
const known = new Set(['a-2026-01-01']);
const found = {
  kind: 'new-beta',
  beta: 'b-2026-02-02',
  methods: [{}],
  surface: [{ entry: { kind: 'type', is: 'new_1' } }],
} as unknown as Finding;

test('counts a finding that the oracle confirms as a hit', () => {
  expect(judgeStep(before, after, [found], 'minor', known)).toMatchObject({
    expected: 3,
    hits: 3,
    misses: [],
    falseAlarms: [],
    bumpRight: true,
  });
});

test('counts a change without a finding as a miss', () => {
  expect(judgeStep(before, after, [], 'none', known)).toMatchObject({
    hits: 0,
    misses: ['union b-2026-02-02', 'default b-2026-02-02', 'surface new_1'],
    bumpRight: false,
  });
});

test('counts a finding that the oracle does not confirm as a false alarm', () => {
  const alarms: Finding[] = [
    found,
    { kind: 'removed', beta: 'a-2026-01-01' },
    { kind: 'api-version', before: 'x', after: 'y' },
  ];
  expect(judgeStep(before, after, alarms, 'minor', known).falseAlarms).toEqual([
    'removed a-2026-01-01',
    'api-version ',
  ]);
  expect(
    judgeStep(before, before, [{ ...found, beta: 'c-2026-03-03' } as Finding], 'minor', known),
  ).toMatchObject({
    changed: [],
    falseAlarms: ['new-beta c-2026-03-03'],
    bumpRight: false,
  });
});

test('does not count a covered finding as an alarm', () => {
  expect(
    judgeStep(
      before,
      before,
      [{ kind: 'removed', beta: 'a-2026-01-01', covered: true }],
      'none',
      known,
    ),
  ).toMatchObject({ falseAlarms: [], bumpRight: true });
});
