import { isCalendarDate } from '../beta-id.ts';
import type { Path } from '../source.ts';
import type { Lint } from './lint.ts';

/** Every date is one, and nothing was read before it could be there: no evidence is older than the event it tells of. */
export const evidenceDates: Lint = {
  name: 'evidence-dates',
  *check(sources) {
    for (const source of [...sources.features, ...(sources.platforms ? [sources.platforms] : []), ...(sources.models ? [sources.models] : [])]) {
      for (const { path, value } of dates(source.data, [])) {
        if (!isCalendarDate(value)) yield source.problem(path, 'evidence-dates', `no calendar has ${value}`, 'write a real date as YYYY-MM-DD');
      }
    }
    for (const source of sources.features) {
      for (const [index, beta] of source.data.betas.entries()) {
        for (const key of ['released', 'graduated', 'retired'] as const) {
          const event = beta[key];
          const read = event?.evidence.flatMap((e) => ('checked' in e ? [e.checked] : [])) ?? [];
          if (event?.date && read.length === event.evidence.length && read.every((checked) => checked < (event.date as string))) {
            yield source.problem(
              ['betas', index, key, 'date'],
              'evidence-dates',
              `${key} on ${event.date}, and every source was read before that day`,
              'read the source again and put the day in `checked`',
            );
          }
        }
      }
    }
  },
};

function* dates(value: unknown, path: Path): Generator<{ path: Path; value: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (typeof inner === 'string' && ['date', 'checked', 'retired', 'apiVersion'].includes(key)) yield { path: at, value: inner };
    else yield* dates(inner, at);
  }
}
