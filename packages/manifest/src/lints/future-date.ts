import type { Path } from '../source.ts';
import type { ManifestFile, Sources } from '../sources.ts';
import { eachBeta, eachEntry, type Lint } from './lint.ts';

/**
 * Nothing happened later than today, which is the newest day on which a source was read, so that
 * the answer is the same on every day. With the clock's day nothing was read later either.
 */
export const futureDate: Lint = {
  name: 'future-date',
  *check(sources) {
    const days = eachEntry(sources, 'sources').map(({ data }) => data.checked ?? '');
    const today = sources.today ?? days.sort().at(-1);
    if (today === undefined || today === '') return;
    for (const { file, date, path, what } of datesIn(sources)) {
      if (date === undefined || date <= today) continue;
      yield file.problem(
        path,
        'future-date',
        `${what} on ${date}, and today is ${today}`,
        sources.today === undefined
          ? 'correct the date, or cite a source that was read since'
          : 'correct the date',
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

function* datesIn(sources: Sources): Generator<Dated> {
  for (const { source, beta, path } of eachBeta(sources))
    for (const key of ['released', 'graduated', 'retired'] as const)
      yield { file: source, date: beta[key]?.date, path: [...path, key, 'date'], what: key };
  for (const file of sources.features) {
    const date = file.data.apiVersion?.from;
    yield { file, date, path: ['apiVersion', 'from'], what: 'anthropic-version' };
  }
  for (const { file, data, path } of eachEntry(sources, 'models'))
    yield { file, date: data.retired, path: [...path, 'retired'], what: 'retired' };
  for (const { file, data, path } of eachEntry(sources, 'sources'))
    yield { file, date: data.checked, path: [...path, 'checked'], what: 'read' };
}
