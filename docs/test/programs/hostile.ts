/** Requests whose texts try to leave the literals that hold them. */
import { expect } from 'vitest';
import type { CodeRequest } from '../../src/lib/code/index.ts';
import type { Recorded } from './recorder.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: no template is meant.
const PIECES: readonly string[] = [
  "'",
  '"',
  '`',
  '\\',
  '\\"',
  "\\'",
  '"""',
  "'''",
  '${process.exit(1)}',
  '$(touch evil)',
  '$HOME',
  '`id`',
  '\n',
  '\r\n',
  '\u0000',
  '\t\b\f\v\u001b',
  '\u007f\u0085',
  '\u2028\u2029',
  '\u202e\u2066',
  '\ufeff\u200b',
  '\ue000X\ue001',
  '😀👩‍👩‍👧',
  'ünïcödé 你好',
  '%0a',
  '%s%d%n%%',
  '%PATH%',
  '!!',
  '</script><script>alert(1)</script>',
  '<!--',
  '*/ //',
  '# --',
  '{x}{{x}}#{x}',
  '\\u0041\\x41\\101',
  '\\N{BULLET}',
  '\\',
  '\\\n',
  ' + x + ',
  '" + os.Getenv("HOME") + "',
  '"""; System.exit(1); """',
  "'; rm -rf ~; '",
  '@file',
  '-d',
  '__proto__',
  ' ',
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above.

/** A generator of numbers with a fixed seed, so that every run has the same texts. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const random = makeRandom(7);
const mix = (): string =>
  Array.from({ length: 2 + random(6) }, () => PIECES[random(PIECES.length)]).join('');

/** The texts: each piece alone, then mixtures. */
export const HOSTILE_TEXTS: readonly string[] = [...PIECES, ...Array.from({ length: 60 }, mix)];

/** A message with a text in the model, in a text and as a key. */
export const makeHostileMessage = (text: string): CodeRequest => ({
  platform: 'claude-api',
  method: 'POST',
  path: '/v1/messages',
  betas: ['mcp-client-2025-11-20'],
  body: {
    model: text,
    max_tokens: 1,
    metadata: Object.fromEntries([[text, text]]),
    messages: [{ role: 'user', content: text }],
    system: [{ type: 'text', text: `${text}${text}` }],
  },
});

/** A request with a text in the path and the query. */
const makeHostilePath = (text: string): CodeRequest => ({
  platform: 'claude-api',
  method: 'GET',
  path: `/v1/other/${text}?q=${text}`,
  betas: [],
});

/** All of them. */
export const HOSTILE_REQUESTS: readonly CodeRequest[] = [
  ...HOSTILE_TEXTS.map(makeHostileMessage),
  ...HOSTILE_TEXTS.map(makeHostilePath),
];

/** Checks that the requests arrived in their order, with the same JSON. */
export function expectArrived(received: readonly Recorded[]): void {
  expect(received.length).toBe(HOSTILE_REQUESTS.length);
  for (const [i, { path, body }] of HOSTILE_REQUESTS.entries()) {
    const { url = '', body: sent = '' } = received[i] ?? {};
    expect(readPath(url.replace('?beta=true', ''))).toBe(readPath(path));
    expect(sent === '' ? undefined : JSON.parse(sent)).toEqual(body);
  }
}

/**
 * Reads a path as a server does, without differences in double slashes, in what is encoded, and in
 * the two ways to write a space in a query.
 */
export function readPath(path: string): string {
  const { pathname, search } = new URL(`https://host${path}`);
  const decode = (part: string): string =>
    decodeURIComponent(part.replaceAll(/%(?![\da-f]{2})/gi, '%25'));
  const segments = pathname.split('/').filter((segment) => segment !== '');
  return `${segments.map(decode).join(' / ')} ? ${decode(search.replaceAll('+', ' '))}`;
}
