import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFolder } from '@beta-headers/manifest';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { appendTo, insertAt, removeAt, setKey } from '../src/write/edit.ts';

const FILE = `# about this file
feature: x
betas:
  # the first
  - id: x-2026-01-01 # old
    stage: beta
    summary:
      en: >-
        Two lines of text,
        folded by hand.
      id: "teks:   dengan spasi"
    sdk: { since: { typescript: 0.1.0 } }
    requires:
      - { at: "tools[].type", is: a } # why
      - endpoint:
          - POST /v1/a
          - POST /v1/b
    # sources
    evidence:
      - { source: sdk-1.0.0, at: A }

  - id: x-2026-03-03
    stage: beta
    evidence: [{ source: sdk-1.0.0, at: B }]
`;

/** Lists the removed and the added lines. */
function changes(before: string, after: string): { gone: string[]; come: string[] } {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail))
    tail++;
  return { gone: a.slice(head, a.length - tail), come: b.slice(head, b.length - tail) };
}

describe('an edit changes only', () => {
  test('an item at the end of a list, on one line', () => {
    const after = appendTo(
      FILE,
      ['betas', 0, 'evidence'],
      [{ source: 'sdk-1.1.0', at: 'C.d' }],
      'evidence',
    );
    expect(changes(FILE, after)).toEqual({
      gone: [],
      come: ['      - { source: sdk-1.1.0, at: C.d }'],
    });
  });

  test('an item in a list on one line', () => {
    const after = appendTo(
      FILE,
      ['betas', 1, 'evidence'],
      [{ source: 'sdk-1.1.0', at: 'C' }],
      'evidence',
    );
    expect(changes(FILE, after).come).toEqual([
      '    evidence: [{ source: sdk-1.0.0, at: B }, { source: sdk-1.1.0, at: C }]',
    ]);
  });

  test('a rule for many endpoints, with a line for each; one for few, on one line', () => {
    const rule = (...endpoint: string[]): object => ({ endpoint });
    const after = appendTo(
      FILE,
      ['betas', 0, 'requires'],
      [rule('GET /v1/c', 'GET /v1/d'), rule('GET /v1/e', 'GET /v1/e/{id}', 'POST /v1/e')],
      'evidence',
    );
    expect(changes(FILE, after)).toEqual({
      gone: [],
      come: [
        '      - { endpoint: [GET /v1/c, GET /v1/d] }',
        '      - endpoint:',
        '          - GET /v1/e',
        '          - GET /v1/e/{id}',
        '          - POST /v1/e',
      ],
    });
    const fresh = insertAt(FILE, ['betas'], 2, {
      id: 'x-2026-04-04',
      requires: [rule('GET /v1/f', 'GET /v1/g', 'GET /v1/h')],
    });
    expect(changes(FILE, fresh).come).toContain('          - GET /v1/f');
  });

  test('a new list, before another key and above the comment of that key', () => {
    const after = appendTo(FILE, ['betas', 0, 'review'], ['decide: this', 'and that'], 'evidence');
    expect(changes(FILE, after)).toEqual({
      gone: [],
      come: ['    review:', '      - "decide: this"', '      - and that'],
    });
    expect(parse(after).betas[0].review).toEqual(['decide: this', 'and that']);
  });

  test('a key of a map on one line, and of a new map', () => {
    expect(
      changes(FILE, setKey(FILE, ['betas', 0, 'sdk', 'deprecated'], '1.2.0', 'evidence')).come,
    ).toEqual(['    sdk: { since: { typescript: 0.1.0 }, deprecated: 1.2.0 }']);
    expect(
      changes(FILE, setKey(FILE, ['betas', 1, 'sdk', 'deprecated'], '1.2.0', 'evidence')).come,
    ).toEqual(['    sdk: { deprecated: 1.2.0 }']);
  });

  test('a key two maps down, with or without the upper one', () => {
    const set = (index: number, language: string): string[] =>
      changes(FILE, setKey(FILE, ['betas', index, 'sdk', 'since', language], '1.2.0', 'evidence'))
        .come;
    expect(set(0, 'python')).toEqual(['    sdk: { since: { typescript: 0.1.0, python: 1.2.0 } }']);
    expect(set(1, 'python')).toEqual(['    sdk: { since: { python: 1.2.0 } }']);
    const none = FILE.replace('{ since: { typescript: 0.1.0 } }', '{ sends: [GET /v1/a] }');
    expect(
      changes(none, setKey(none, ['betas', 0, 'sdk', 'since', 'typescript'], '1.2.0')).come,
    ).toEqual(['    sdk: { sends: [GET /v1/a], since: { typescript: 1.2.0 } }']);
  });

  test('an existing value', () => {
    expect(changes(FILE, setKey(FILE, ['betas', 0, 'stage'], 'superseded'))).toEqual({
      gone: ['    stage: beta'],
      come: ['    stage: superseded'],
    });
  });

  test('a folded text, and not the line break after it', () => {
    expect(
      setKey('a:\n  x: >-\n    one: two\n    three\n\nb: 1\n', ['a', 'x'], 'short: and one line'),
    ).toBe('a:\n  x: "short: and one line"\n\nb: 1\n');
  });

  test('an item between two others, above the comment of the second', () => {
    const after = insertAt(FILE, ['betas'], 0, { id: 'x-2025-01-01', stage: 'beta' });
    expect(changes(FILE, after)).toEqual({
      gone: [],
      come: ['  - id: x-2025-01-01', '    stage: beta'],
    });
    expect(after.indexOf('x-2025-01-01')).toBeLessThan(after.indexOf('# the first'));
    expect(
      parse(insertAt(FILE, ['betas'], 1, { id: 'x-2026-02-02' })).betas.map(
        (beta: { id: string }) => beta.id,
      ),
    ).toEqual(['x-2026-01-01', 'x-2026-02-02', 'x-2026-03-03']);
    expect(parse(insertAt(FILE, ['betas'], 2, { id: 'x-2026-04-04' })).betas[2].id).toBe(
      'x-2026-04-04',
    );
  });

  test('a removed item, the last one with its list', () => {
    expect(changes(FILE, removeAt(FILE, ['betas', 0, 'requires'], 0))).toEqual({
      gone: ['      - { at: "tools[].type", is: a } # why'],
      come: [],
    });
    const one = removeAt(FILE, ['betas', 0, 'requires', 1, 'endpoint'], 0);
    expect(parse(one).betas[0].requires[1].endpoint).toEqual(['POST /v1/b']);
    const none = removeAt(removeAt(FILE, ['betas', 0, 'requires'], 1), ['betas', 0, 'requires'], 0);
    expect(parse(none).betas[0]).not.toHaveProperty('requires');
    expect(none).toContain('    sdk: { since: { typescript: 0.1.0 } }\n    # sources\n');
  });

  test('nothing if there is nothing to append', () => {
    expect(appendTo(FILE, ['betas', 0, 'evidence'], [], 'evidence')).toBe(FILE);
  });
});

test('adds a mark and a source to every beta, and changes nothing else', () => {
  const folder = join(manifestFolder, 'features');
  let edited = 0;
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    const data = parse(text, { schema: 'core' });
    for (const [index, beta] of data.betas.entries()) {
      const marked = appendTo(text, ['betas', index, 'review'], ['look: here'], 'evidence');
      const after = appendTo(
        marked,
        ['betas', index, 'evidence'],
        [{ source: 'sdk-9.9.9', at: 'X' }],
        'evidence',
      );
      beta.review = [...(beta.review ?? []), 'look: here'];
      beta.evidence.push({ source: 'sdk-9.9.9', at: 'X' });
      expect(parse(after, { schema: 'core' }), `${name} ${beta.id}`).toEqual(data);
      expect(
        text
          .split('\n')
          .filter((line) => !after.split('\n').includes(line) && !line.includes('evidence:')),
        name,
      ).toEqual([]);
      beta.review.pop();
      if (beta.review.length === 0) delete beta.review;
      beta.evidence.pop();
      edited++;
    }
  }
  expect(edited).toBeGreaterThan(57);
});

test.each([
  ['flow', 'a:\n  list: [1]\n  b: 2\n'],
  ['block', 'a:\n  list:\n    - 1\n  b: 2\n'],
])('removes a %s list with its last item', (_, text) => {
  expect(removeAt(text, ['a', 'list'], 0)).toBe('a:\n  b: 2\n');
});
