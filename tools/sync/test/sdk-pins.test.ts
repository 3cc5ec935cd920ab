import { compareVersions } from '@beta-headers/grammar';
import { expect, test } from 'vitest';
import { raisePins } from '../src/write/sdk-pins.ts';

test('raises an older exact version, and no newer one, range, alias or other package', () => {
  const text = (version: string): string =>
    `{ "devDependencies": { "@anthropic-ai/sdk": "${version}", ` +
    '"@anthropic-ai/bedrock-sdk": "1.0.0", "old": "npm:@anthropic-ai/sdk@0.60.0" },\n  ' +
    '"peerDependencies": {"@anthropic-ai/sdk":">=1.0.0"} }\n';
  expect(raisePins(text('1.12.0'), '1.13.0')).toBe(text('1.13.0'));
  expect(raisePins(text('1.9.9'), '1.13.0')).toBe(text('1.13.0'));
  for (const version of ['1.13.0', '1.14.0', '2.0.0', '^1.12.0', 'workspace:*'])
    expect(raisePins(text(version), '1.13.0')).toBe(text(version));
});

test('compares versions as numbers, a prerelease before its release', () => {
  const sorted = [
    '0.9.0',
    '0.10.0',
    '0.34.0-alpha.0',
    '0.34.0',
    '1.0.0-beta.2',
    '1.0.0-beta.10',
    '1.0.0',
    '1.12.0',
  ];
  for (const [i, a] of sorted.entries())
    for (const [j, b] of sorted.entries())
      expect(Math.sign(compareVersions(a, b)), `${a} ${b}`).toBe(Math.sign(i - j));
});
