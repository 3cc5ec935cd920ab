import { expect, test } from 'vitest';
import { parseAccepted } from '../../scripts/compare/accepted.ts';
import { compareManifests } from '../../scripts/compare/compare.ts';

const old = new Map([['models.yaml', 'models:\n  - { id: a, title: A, evidence: [] }\n']]);
const now = new Map([['models.yaml', 'models:\n  - { id: a, title: B, evidence: [] }\n']]);
const id = 'models.yaml#models.a.title';

test('counts listed items separately from lost ones', () => {
  const { lost, stale, rows } = compareManifests(old, now, new Map([[id, 'renamed']]));
  expect(lost).toEqual([]);
  expect(stale).toEqual([]);
  expect(rows).toEqual([['model', 2, 1, 1]]);
});

test('reports a listed id that does not exist or is not lost', () => {
  const accepted = new Map([
    [id, 'renamed'],
    ['models.yaml#models.b.title', 'gone'],
  ]);
  expect(compareManifests(old, old, accepted).stale).toEqual([
    `${id}: it is in the new manifest, so it needs no reason`,
    'models.yaml#models.b.title: the old manifest has no such item',
  ]);
});

test('reads one id or several with a reason', () => {
  expect(parseAccepted('- { id: a, reason: x }\n- { ids: [b, c], reason: y }\n')).toEqual(
    new Map([
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'y'],
    ]),
  );
  expect(parseAccepted('[]')).toEqual(new Map());
});

test('rejects an entry without a reason, without an id, and an id listed twice', () => {
  expect(() => parseAccepted('- { id: a }')).toThrow('needs `id` (or `ids`) and a `reason`');
  expect(() => parseAccepted('- { reason: x }')).toThrow('needs `id`');
  expect(() => parseAccepted('- { id: a, reason: x }\n- { id: a, reason: y }')).toThrow(
    'a is listed twice',
  );
});
