import type { SourceEntry } from '../schema.ts';
import { type Lint, listEntries } from './lint.ts';

/** A page is listed once for each day it was read, and a release of a package once. */
export const uniqueSource: Lint = {
  name: 'unique-source',
  *check(sources) {
    const first = new Map<string, string>();
    for (const { file, data, path } of listEntries(sources, 'sources')) {
      const subject = describeSource(data);
      const other = first.get(subject);
      if (other === undefined) first.set(subject, data.id);
      // An id that is there twice is for another lint to report.
      else if (other !== data.id)
        yield file.problem(
          [...path, KEYS.find((key) => key in data) ?? 'id'],
          'unique-source',
          `${subject} is \`${other}\` already`,
          `cite \`${other}\` instead of \`${data.id}\`, and remove this entry`,
        );
    }
  },
};

/** Each source has one of these keys. */
const KEYS = ['url', 'package', 'internal'] as const;

function describeSource(entry: SourceEntry): string {
  if ('url' in entry) return `${entry.url}, read on ${entry.checked},`;
  if ('internal' in entry) return `\`${entry.internal}\` of ${entry.checked ?? 'no day'}`;
  return `${entry.package}@${entry.version}`;
}
