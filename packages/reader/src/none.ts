/** Makes readings that are no request. `none-texts-en.ts` says later why, in sentences. */
import type { Range, Source } from './text.ts';
import type { JsonProblem, NoneCode, NoneReading } from './types.ts';

/** Makes a reading that is no request. */
export const makeNone = (code: NoneCode, source?: Source, range?: Range): NoneReading => ({
  kind: 'none',
  code,
  why: '',
  hint: '',
  ...(source && range && { at: source.place(range) }),
});

/** Makes a reading for broken JSON. */
export const makeJsonProblem = (source: Source, problem: JsonProblem, at: number): NoneReading => ({
  ...makeNone('json', source, { start: at, end: Math.min(at + 1, source.text.length) }),
  problem,
});
