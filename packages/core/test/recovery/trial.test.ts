/** Suspects, groups of them, and what a request says of them. */
import { describe, expect, it } from 'vitest';
import {
  acceptAll,
  chooseTest,
  type Entries,
  listWholeGroups,
  nameSet,
  rejectOneOf,
  suspectAll,
} from '../../src/recovery/trial.ts';

const stamp = { until: 100, probeAt: 60, probeEveryMs: 60, shape: 's' };
const none: Entries = new Map();
const sound = (): number => 3;
const listStates = (entries: Entries): Record<string, string> =>
  Object.fromEntries([...entries].map(([beta, { state }]) => [beta, state]));

describe('nameSet', () => {
  it('is the same in any order, and another one for other members', () => {
    expect(nameSet(['b', 'a'])).toBe(nameSet(['a', 'b']));
    expect(nameSet(['a', 'b'])).not.toBe(nameSet(['a', 'c']));
    expect(nameSet(['a', 'b'])).not.toBe(nameSet(['a b']));
  });
});

describe('listWholeGroups', () => {
  it('leaves out a group that has lost a member', () => {
    const entries = rejectOneOf(none, ['a', 'b', 'c'], stamp);
    expect(listWholeGroups(entries)).toEqual([['a', 'b', 'c']]);
    const fewer = new Map(entries);
    fewer.delete('b');
    expect(listWholeGroups(fewer)).toEqual([]);
  });

  it('has the smallest group first', () => {
    const entries = rejectOneOf(rejectOneOf(none, ['a', 'b', 'c'], stamp), ['d', 'e'], stamp);
    expect(listWholeGroups(entries).map((group) => group.length)).toEqual([2, 3]);
  });
});

describe('rejectOneOf', () => {
  it('rejects the only suspect', () => {
    expect(listStates(rejectOneOf(none, ['a'], stamp))).toEqual({ a: 'rejected' });
  });

  it('dissolves a group if a part of it failed', () => {
    const entries = rejectOneOf(rejectOneOf(none, ['a', 'b', 'c', 'd'], stamp), ['a', 'b'], stamp);
    expect(listWholeGroups(entries)).toEqual([['a', 'b']]);
    expect(listStates(entries)).toEqual({ a: 'suspect', b: 'suspect', c: 'suspect', d: 'suspect' });
  });

  it('waits twice as long for the next probe of what is rejected again', () => {
    const once = rejectOneOf(none, ['a'], stamp);
    const twice = rejectOneOf(once, ['a'], stamp);
    expect(twice.get('a')).toMatchObject({ probeEveryMs: 120, probeAt: 120 });
  });
});

describe('acceptAll', () => {
  it('suspects only the rest of the group', () => {
    const entries = rejectOneOf(none, ['a', 'b', 'c'], stamp);
    expect(listStates(acceptAll(entries, ['a', 'x'], stamp))).toEqual({
      b: 'suspect',
      c: 'suspect',
    });
    expect(listStates(acceptAll(entries, ['a', 'b'], stamp))).toEqual({ c: 'rejected' });
  });

  it('forgets a rejection, and keeps what is needed', () => {
    const entries = new Map(rejectOneOf(none, ['a'], stamp));
    entries.set('n', { beta: 'n', state: 'needed', ...stamp });
    expect(listStates(acceptAll(entries, ['a', 'n'], stamp))).toEqual({ n: 'needed' });
  });
});

describe('chooseTest', () => {
  const all = new Set(['a', 'b', 'c', 'd', 'e', 'f']);

  it('takes a half of a group, the sound ones first', () => {
    const entries = rejectOneOf(none, ['a', 'b', 'c', 'd'], stamp);
    const rate = (beta: string): number => (beta > 'b' ? 3 : 1);
    expect(chooseTest(entries, all, rate)).toEqual(['c', 'd']);
  });

  it('takes all loose suspects while little is rejected, and one after that', () => {
    const loose = suspectAll(none, ['a', 'b', 'c'], stamp);
    expect(chooseTest(loose, all, sound)).toEqual(['a', 'b', 'c']);
    const more = ['d', 'e', 'f'].reduce((to, beta) => rejectOneOf(to, [beta], stamp), loose);
    expect(chooseTest(more, all, sound)).toEqual(['a']);
  });

  it('takes nothing that this request does not leave out', () => {
    const entries = rejectOneOf(none, ['a', 'b'], stamp);
    expect(chooseTest(entries, new Set(['x']), sound)).toEqual([]);
    expect(chooseTest(none, all, sound)).toEqual([]);
  });
});

describe('a suspect', () => {
  it('keeps the sets of betas of earlier requests, up to eight', () => {
    let entries = none;
    for (let i = 0; i < 10; i++) entries = suspectAll(entries, ['a'], { ...stamp, shape: `${i}` });
    expect(entries.get('a')?.shape).toBe('9 8 7 6 5 4 3 2');
  });

  it('keeps its set when another request without suspects takes its group apart', () => {
    const group = rejectOneOf(none, ['a', 'b'], stamp);
    const entries = rejectOneOf(group, ['a'], { ...stamp, shape: '' });
    expect(entries.get('b')).toMatchObject({ state: 'suspect', shape: 's' });
  });
});
