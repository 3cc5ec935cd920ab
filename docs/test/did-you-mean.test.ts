/** Suggestions for a wrong address. */
import { expect, test } from 'vitest';
import { readLastName, suggestNames } from '../src/lib/did-you-mean.ts';

const NAMES = [
  'mcp-client',
  'mcp-client-2025-04-04',
  'mcp-client-2025-11-20',
  'mcp-tunnels',
  'files-api',
  'files-api-2025-04-14',
  'effort-2025-11-24',
];

test.each([
  ['a typo', 'mcp-cleint', 'mcp-client'],
  ['another day', 'mcp-client-2025-11-21', 'mcp-client-2025-11-20'],
  ['capitals', 'MCP-Client', 'mcp-client'],
  ['a missing date', 'effort', 'effort-2025-11-24'],
  ['a missing hyphen', 'filesapi', 'files-api'],
])('suggests the nearest name first for %s', (_, wanted, expected) => {
  expect(suggestNames(wanted, NAMES)[0]).toBe(expected);
});

test('suggests at most three names, and of two equally near ones the newer date first', () => {
  expect(suggestNames('mcp-client-2025-01-01', [...NAMES, 'mcp-client-2026-01-01'])).toHaveLength(
    3,
  );
  expect(suggestNames('mcp-client', ['mcp-client-2025-04-04', 'mcp-client-2025-11-20'])[0]).toBe(
    'mcp-client-2025-11-20',
  );
});

test.each(['', 'mc', 'pricing', 'about-our-company', '../../etc/passwd', 'x'.repeat(10_000)])(
  'suggests nothing for %s',
  (wanted) => {
    expect(suggestNames(wanted, NAMES)).toEqual([]);
  },
);

test.each([
  ['/betas/mcp-client/', 'mcp-client'],
  ['/id/betas/mcp-client.md', 'mcp-client'],
  ['/betas/mcp%2Dclient', 'mcp-client'],
  ['/betas/%E0%A4%A', '%E0%A4%A'],
  ['/', ''],
])('reads the last name in %s', (pathname, name) => {
  expect(readLastName(pathname)).toBe(name);
});
