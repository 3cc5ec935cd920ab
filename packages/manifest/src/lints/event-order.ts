import { type Lint, listBetas } from './lint.ts';

const EVENTS = ['released', 'graduated', 'retired'] as const;

/** A beta is released before it graduates, and graduates before it is retired. */
export const eventOrder: Lint = {
  name: 'event-order',
  *check(sources) {
    for (const { source, beta, path } of listBetas(sources)) {
      const dated = EVENTS.flatMap((key) =>
        beta[key]?.date === undefined ? [] : [{ key, date: beta[key].date }],
      );
      for (const [i, event] of dated.entries()) {
        const before = dated[i - 1];
        if (!before || before.date <= event.date) continue;
        yield source.problem(
          [...path, event.key, 'date'],
          'event-order',
          `${event.key} on ${event.date}, before it was ${before.key} on ${before.date}`,
          'correct the date that is wrong',
        );
      }
    }
  },
};
