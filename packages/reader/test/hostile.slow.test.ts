import { describe, expect, it } from 'vitest';
import { readText } from '../src/index.ts';
import { listFiles, readCases } from './support/cases.ts';

const all = listFiles().flatMap(readCases);

describe('a hostile text', () => {
  it.each([
    ['nested lists', '['.repeat(200_000)],
    ['nested lists that end', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['nested objects', '{"a":'.repeat(50_000)],
    ['nested calls', 'client.messages.create('.repeat(2000)],
    ['nested objects in code', `client.messages.create(${'{a:'.repeat(5000)}`],
    [
      'a body that nests',
      `{"model":"claude-opus-4-5","messages":[],"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    ],
    [
      'variables that double',
      `${Array.from({ length: 40 }, (_, i) => `a${i + 1} = [a${i}, a${i}]`).join('\n')}\na0 = [1]\nclient.messages.create(model="claude", messages=a40)`,
    ],
    ['a variable of itself', 'a = a\nb = c\nc = b\nclient.messages.create(model=a, messages=b)'],
    ['lone surrogates', '{"model":"\\ud800","messages":[]} \ud800'],
    ['a prototype', '{"__proto__":{"messages":[]},"model":"claude-opus-4-5","constructor":1}'],
    [
      'a prototype of HTTPie',
      'http api.anthropic.com/v1/messages __proto__[polluted]=1 constructor[prototype][polluted]=1',
    ],
    ['null bytes', '\0'.repeat(1000)],
  ])('is read without an error: %s', (_, text) => {
    const reading = readText(text);
    expect(reading).toMatchObject({ kind: expect.any(String) });
    expect(reading).not.toMatchObject({ code: 'unreadable' });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([undefined, null, 1, {}, []])('is reported if it is no text: %s', (value) => {
    expect(readText(value as unknown as string)).toMatchObject({ kind: 'none', code: 'not-text' });
  });

  it('is reported if it is too long', () => {
    expect(readText('a'.repeat(40_000_001))).toMatchObject({ kind: 'none', code: 'too-long' });
  });
});

describe('a text that is cut off or changed', () => {
  // A generator with a fixed seed, so that a failure can be repeated.
  let seed = 17;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };

  it('is read without an error at any length', () => {
    for (const { text } of all)
      for (let i = 0; i < 12; i++) {
        const reading = readText(text.slice(0, random(text.length + 1)));
        expect(reading).not.toMatchObject({ code: 'unreadable' });
      }
  });

  it('is read without an error after changes', () => {
    const noise = [
      '"',
      "'",
      '`',
      '{',
      '}',
      '[',
      ')',
      '\\',
      '^',
      '\n',
      '$',
      '<<EOF',
      '```',
      '\0',
      ',',
    ];
    for (const { text } of all)
      for (let i = 0; i < 8; i++) {
        const at = random(text.length + 1);
        const changed =
          text.slice(0, at) + noise[random(noise.length)] + text.slice(at + random(3));
        expect(readText(changed)).not.toMatchObject({ code: 'unreadable' });
      }
  });

  it('has places inside of the text', () => {
    for (const { text } of all) {
      const cut = text.slice(0, random(text.length + 1));
      const shown = JSON.stringify(readText(cut));
      for (const [, start, end] of shown.matchAll(/"start":(\d+),"end":(\d+)/g)) {
        expect(Number(start)).toBeLessThanOrEqual(Number(end));
        expect(Number(end)).toBeLessThanOrEqual(cut.length);
      }
    }
  });
});

describe('a secret', () => {
  const secret = 'sk-ant-api03-SECRETSECRETSECRET';

  it.each([
    `{"x-api-key": "${secret}", }`,
    `{"model" "${secret}"}`,
    `curl https://api.anthropic.com/v1/messages -H 'x-api-key: ${secret}`,
    `curl -H 'x-api-key: ${secret}'`,
    `{"api_key":"${secret}"}`,
    `my key is ${secret}`,
    secret,
  ])('is in no sentence: %s', (text) => {
    const reading = readText(text);
    expect(reading.kind).toBe('none');
    expect(JSON.stringify(reading)).not.toContain('SECRET');
  });
});

describe('a place', () => {
  it('counts lines of Windows and of Unix', () => {
    const reading = readText('{\r\n"model": "claude",\r\n"betas" []}');
    expect(reading).toMatchObject({ code: 'json', at: { line: 3, column: 9 } });
  });

  it('points at each value of a comma list', () => {
    const text =
      "curl https://api.anthropic.com/v1/models -H 'anthropic-beta: a-2025-01-01 , b-2025-01-01'";
    const reading = readText(text);
    expect(reading.kind === 'request' && reading.betas).toMatchObject([
      { beta: 'a-2025-01-01', at: { line: 1, column: text.indexOf('a-2025') + 1 } },
      { beta: 'b-2025-01-01', at: { line: 1, column: text.indexOf('b-2025') + 1 } },
    ]);
  });

  it('is absent for a pointer that the body does not have', () => {
    const reading = readText('{"model":"claude-opus-4-5","messages":[]}');
    expect(reading.kind === 'request' && reading.place('/tools/0')).toBeUndefined();
    expect(reading.kind === 'request' && reading.place('/messages/9')).toBeUndefined();
  });
});
