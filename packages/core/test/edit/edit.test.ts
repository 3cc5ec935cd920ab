import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { editJson, editValue, type JsonEdit } from '../../src/edit/index.ts';

const remove = (...at: (string | number)[]): JsonEdit => ({ at, remove: true });
const set = (value: unknown, ...at: (string | number)[]): JsonEdit => ({ at, set: value });

describe('editJson', () => {
  it.each([
    ['removes the first key', '{ "a": 1, "b": 2 }', [remove('a')], '{ "b": 2 }'],
    ['removes the last key', '{"a":1,"b":2}', [remove('b')], '{"a":1}'],
    ['removes a key in the middle', '{"a":1,\n "b":2,\n "c":3}', [remove('b')], '{"a":1,\n "c":3}'],
    ['removes all keys', '{ "a": 1, "b": 2 }', [remove('a'), remove('b')], '{}'],
    ['removes elements', '[1, 2, 3, 4]', [remove(0), remove(1), remove(3)], '[3]'],
    [
      'replaces a value',
      '{"a": [1, {"b": "x"}]}',
      [set('y', 'a', 1, 'b')],
      '{"a": [1, {"b": "y"}]}',
    ],
    [
      'adds a key in the style of the others',
      '{\n  "a": 1\n}',
      [set(2, 'b')],
      '{\n  "a": 1,\n  "b": 2\n}',
    ],
    ['adds a key to an empty object', '{ }', [set([1], 'a')], '{"a":[1]}'],
    ['adds a key where all others go', '{"a":1}', [remove('a'), set(2, 'b')], '{"b":2}'],
    ['adds the objects on the way', '{"a":1}', [set(2, 'b', 'c')], '{"a":1,"b":{"c":2}}'],
    ['finds keys that are written with escapes', '{"\\u0061":1,"b":2}', [remove('a')], '{"b":2}'],
    ['removes every copy of a key', '{"a":1,"b":2,"a":3}', [remove('a')], '{"b":2}'],
    [
      'leaves brackets and quotes in strings alone',
      '{"a":"}\\"]","b":2}',
      [remove('b')],
      '{"a":"}\\"]"}',
    ],
    [
      'does nothing at a place that does not exist',
      '{"a":[1]}',
      [remove('b', 'c'), remove('a', 7)],
      '{"a":[1]}',
    ],
  ] as const)('%s', (_, text, edits, expected) => {
    expect(editJson(text, edits)).toBe(expected);
  });

  it('keeps details that a JSON value cannot represent', () => {
    const text = '{"id": 12345678901234567890, "n": -0,\t"price":1e400, "x": 1}';
    expect(editJson(text, [remove('x')])).toBe(
      '{"id": 12345678901234567890, "n": -0,\t"price":1e400}',
    );
  });

  it('reads a long list in linear time', () => {
    const countSteps = (count: number): number => {
      const text = JSON.stringify({ messages: Array.from({ length: count }, () => ['"\\', {}]) });
      const edits = Array.from({ length: count / 2 }, (_, i) => remove('messages', 2 * i));
      const exec = vi.spyOn(RegExp.prototype, 'exec');
      editJson(text, edits);
      const { length } = exec.mock.calls;
      exec.mockRestore();
      return length;
    };
    expect(countSteps(2000)).toBeLessThan(2.1 * countSteps(1000));
  });
});

/** Lists places of a value, so that edits have a target. */
function findPlaces(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    findPlaces(item, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return [at, ...inner].filter((place) => place.length > 0);
}

const cases = fc
  .record({ value: fc.jsonValue({ maxDepth: 4 }), spaced: fc.boolean() })
  .chain(({ value, spaced }) => {
    const places = findPlaces(value).filter((place) => !place.includes('__proto__'));
    const place = places.length > 0 ? fc.constantFrom(...places) : fc.constant(['a']);
    const edit = fc.oneof(
      place.map((at): JsonEdit => ({ at, remove: true })),
      fc
        .tuple(place, fc.jsonValue({ maxDepth: 1 }))
        .map(([at, put]): JsonEdit => ({ at, set: put })),
      fc.tuple(place, fc.constantFrom('new', 'a')).map(
        ([at, key]): JsonEdit => ({
          at: [...at.slice(0, -1).filter((step) => typeof step === 'string'), key],
          set: 1,
        }),
      ),
    );
    return fc.record({
      value: fc.constant(value),
      spaced: fc.constant(spaced),
      edits: fc.array(edit, { maxLength: 5 }),
    });
  });

describe('the two editors', () => {
  it('have the same result, and do not change the value', () => {
    fc.assert(
      fc.property(cases, ({ value, spaced, edits }) => {
        const text = JSON.stringify(value, null, spaced ? 2 : 0);
        const edited = editJson(text, edits);
        expect(JSON.parse(edited)).toEqual(
          JSON.parse(JSON.stringify(editValue(JSON.parse(text), edits))),
        );
        expect(JSON.stringify(value, null, spaced ? 2 : 0)).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });
});
