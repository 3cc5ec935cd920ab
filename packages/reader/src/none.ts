/** Makes readings that are no request. */
import { PROBLEMS, TEXTS } from './none-texts-en.ts';
import type { Range, Source } from './text.ts';
import type { JsonProblem, NoneCode, NoneReading } from './types.ts';

/** Makes a reading that is no request. */
export function makeNone(code: NoneCode, source?: Source, range?: Range): NoneReading {
  const [why, hint] = TEXTS[code];
  return { kind: 'none', code, why, hint, ...(source && range && { at: source.place(range) }) };
}

/** Makes a reading for broken JSON. */
export function makeJsonProblem(source: Source, problem: JsonProblem, at: number): NoneReading {
  const place = source.place({ start: at, end: Math.min(at + 1, source.text.length) });
  const [why, hint] = PROBLEMS[problem];
  return {
    kind: 'none',
    code: 'json',
    why: `The JSON is broken in line ${place.line}, column ${place.column}: ${why}.`,
    hint: `${hint[0]?.toUpperCase()}${hint.slice(1)}.`,
    at: place,
    problem,
  };
}
