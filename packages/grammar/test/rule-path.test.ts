import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coversRulePath,
  findRulePathProblem,
  formatRulePath,
  isInsideRulePath,
  overlapsRulePath,
  parseRulePath,
} from '../src/index.ts';
import { findPlaces } from './support/places.ts';

describe('parseRulePath', () => {
  it.each([
    ['speed', ['speed']],
    ['tools[].type', ['tools', '[]', 'type']],
    ['messages[].content[].**.type', ['messages', '[]', 'content', '[]', '**', 'type']],
    ['a-b._c1[]', ['a-b', '_c1', '[]']],
  ])('parses %s, and formats it again', (text, steps) => {
    expect(parseRulePath(text)).toEqual(steps);
    expect(formatRulePath(steps)).toBe(text);
  });

  it.each([
    ['', 0, 'empty'],
    ['.a', 0, 'begins with a dot'],
    ['a..b', 2, 'two dots'],
    ['a.', 2, 'at the end'],
    ['a.b c.d', 2, '`b c`'],
    ['a[][].b', 0, '`a[][]`'],
    ['a.[].b', 2, '`[]`'],
    ['a.1', 2, '`1`'],
    ['**.a', 0, 'first'],
    ['a.**', 2, 'last'],
    ['a.**.**.b', 5, 'in a row'],
    ['a.***.b', 2, '`***`'],
    ['a.**[].b', 2, '`**[]`'],
  ])('finds the error in %j at %i', (text, index, words) => {
    expect(findRulePathProblem(text)).toEqual({ index, message: expect.stringContaining(words) });
    expect(() => parseRulePath(text)).toThrow(`(character ${index + 1})`);
  });
});

describe('the places of a path', () => {
  const found = (text: string, body: unknown): unknown[] =>
    findPlaces(parseRulePath(text), body).map(({ value }) => value);

  it.each<[string, unknown, unknown[]]>([
    ['a.b', { a: { b: 1 } }, [1]],
    ['a.b', { a: [{ b: 1 }] }, []],
    ['a[].b', { a: [{ b: 1 }, { b: null }, null, { c: 2 }, { b: 3 }] }, [1, 3]],
    ['a[].b', { a: { b: 1 } }, []],
    ['a[].b', { a: [[{ b: 1 }]] }, []],
    ['a.**.b', { a: { b: 1, content: { b: 2, source: [{ b: 3 }, 'x'] } } }, [1, 2, 3]],
    ['a.**.b', { a: { input: { b: 1 }, tool: { b: 2 }, content: [[{ b: 3 }]] } }, []],
    ['a.**.b', { a: 'text' }, []],
  ])('for %s in %j are %j', (text, body, values) => {
    expect(found(text, body)).toEqual(values);
  });
});

describe('coversRulePath', () => {
  it.each([
    ['tools[].type', 'tools[].type', true],
    ['tools[].type', 'tools[].name', false],
    ['tools[].type', 'tools.type', false],
    ['messages[].content[].**.type', 'messages[].content[].type', true],
    ['messages[].content[].**.type', 'messages[].content[].content[].type', true],
    ['messages[].content[].**.type', 'messages[].content[].content.type', true],
    ['messages[].content[].**.type', 'messages[].content[].content[].source.content[].type', true],
    ['messages[].content[].**.type', 'messages[].content[].content[].**.type', true],
    ['messages[].content[].**.type', 'messages[].content[].tool.type', false],
    ['messages[].content[].type', 'messages[].content[].content[].type', false],
    ['messages[].content[].content[].**.type', 'messages[].content[].**.type', false],
    ['a.**.content.**.b', 'a.**.b', false],
    ['a.**.b', 'a.**.content.**.b', true],
  ])('tests if %s covers %s: %s', (wide, narrow, expected) => {
    expect(coversRulePath(parseRulePath(wide), parseRulePath(narrow))).toBe(expected);
  });
});

describe('overlapsRulePath', () => {
  it.each([
    ['a.**.type', 'a.source.type', true],
    ['a.**.content.type', 'a.**.source.type', false],
    ['a.**.content.**.type', 'a.**.source.**.type', true],
    ['a.**.content[].type', 'a.**.content.type', false],
    ['a.b', 'a', false],
    ['a.b', 'a.c', false],
  ])('tests if %s and %s overlap: %s', (one, other, expected) => {
    expect(overlapsRulePath(parseRulePath(one), parseRulePath(other))).toBe(expected);
    expect(overlapsRulePath(parseRulePath(other), parseRulePath(one))).toBe(expected);
  });
});

describe('isInsideRulePath', () => {
  it.each([
    ['tools[].type', 'tools', true],
    ['tools[].type', 'tools[]', true],
    ['tools[].type', 'tools[].type', false],
    ['tools', 'tools[].type', false],
    ['a.b', 'b', false],
    ['a.**.type', 'a.content[]', true],
    ['a.**.type', 'a.tool', false],
  ])('tests if %s is inside %s: %s', (path, outer, expected) => {
    expect(isInsideRulePath(parseRulePath(path), parseRulePath(outer))).toBe(expected);
  });
});

describe('the relations of paths', () => {
  const names = fc.constantFrom('content', 'source', 'x');
  const step = fc.oneof(names, fc.constant('[]'), fc.constant('**'));
  const path = fc
    .tuple(names, fc.array(step, { maxLength: 5 }), names)
    .map(([first, steps, last]) => [first, ...steps, last])
    .filter((steps) => findRulePathProblem(formatRulePath(steps)) === undefined);
  const { body } = fc.letrec<{ body: unknown; value: unknown }>((tie) => ({
    body: fc.dictionary(names, tie('value'), { maxKeys: 3 }),
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(1, 'text', null),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('body'),
      tie('body'),
    ),
  }));

  it('hold in every body', () => {
    fc.assert(
      fc.property(path, path, fc.array(body, { maxLength: 20 }), (one, other, bodies) => {
        for (const each of bodies) {
          const [x, y] = [one, other].map(
            (steps) => new Set(findPlaces(steps, each).map(({ at }) => at.join('/'))),
          ) as [Set<string>, Set<string>];
          const shared = [...y].filter((place) => x.has(place));
          if (coversRulePath(one, other)) expect(shared).toHaveLength(y.size);
          if (shared.length > 0) expect(overlapsRulePath(one, other)).toBe(true);
          for (const outer of y)
            if ([...x].some((place) => place.startsWith(`${outer}/`)))
              expect(isInsideRulePath(one, other)).toBe(true);
        }
      }),
    );
  });

  it('are found in some body where they are denied', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        const bodies = [1, 2, 3].flatMap((hops) => createBodies(other, hops));
        const reached = bodies.every((each) => {
          const places = new Set(findPlaces(one, each).map(({ at }) => at.join('/')));
          return findPlaces(other, each).every(({ at }) => places.has(at.join('/')));
        });
        expect(coversRulePath(one, other)).toBe(reached);
      }),
    );
  });
});

/** Generates bodies that a path reaches into, with up to `hops` levels for each `**`. */
function createBodies(path: readonly string[], hops: number): unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [1];
  const inner = createBodies(rest, hops);
  if (step === '[]') return inner.map((value) => [value]);
  if (step !== '**') return inner.map((value) => ({ [step]: value }));
  let level = inner;
  const all = [...inner];
  for (let i = 0; i < hops; i++) {
    level = level.flatMap((value) =>
      ['content', 'source'].flatMap((name) => [{ [name]: value }, { [name]: [value] }]),
    );
    all.push(...level);
    if (all.length > 2000) break;
  }
  return all;
}
