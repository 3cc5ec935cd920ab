import type { ManifestFile, Sources } from '../manifest-sources.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listBetas, listEntries } from './lint.ts';

/**
 * No event is dated after today. If the caller does not give it, today is the newest day on which a
 * source was read, so that the result does not depend on the clock. The features of an overlay may
 * be dated ahead.
 */
export const futureDate: Lint = {
  name: 'future-date',
  *check(sources) {
    const days = listEntries(sources, 'sources').map(({ data }) => data.checked ?? '');
    const today = sources.today ?? days.sort().at(-1);
    if (today === undefined || today === '') return;
    for (const { file, date, path, what } of listDates(sources)) {
      if (date === undefined || date <= today) continue;
      yield file.problem(
        path,
        'future-date',
        sources.today === undefined
          ? `${what} on ${date}, but the newest source was read on ${today}`
          : `${what} on ${date}, and today is ${today}`,
        sources.today === undefined
          ? 'correct the date; if the day has come, cite a page that you read since then'
          : 'correct the date; an event that is still to come has no date yet',
      );
    }
  },
};

interface Dated {
  readonly file: ManifestFile;
  readonly date: string | undefined;
  readonly path: Path;
  readonly what: string;
}

function* listDates(sources: Sources): Generator<Dated> {
  for (const { source, beta, path } of listBetas(sources)) {
    if (source.overlay) continue;
    for (const key of ['released', 'graduated', 'retired'] as const)
      yield { file: source, date: beta[key]?.date, path: [...path, key, 'date'], what: key };
  }
  for (const file of sources.features) {
    if (file.overlay) continue;
    const date = file.data.apiVersion?.from;
    yield { file, date, path: ['apiVersion', 'from'], what: 'anthropic-version' };
  }
  for (const { file, data, path } of listEntries(sources, 'models'))
    yield { file, date: data.retired, path: [...path, 'retired'], what: 'retired' };
  for (const { file, data, path } of listEntries(sources, 'sources'))
    yield { file, date: data.checked, path: [...path, 'checked'], what: 'read' };
}
