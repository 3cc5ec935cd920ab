import type { SourceEntry } from '../schema/index.ts';
import { type Lint, listEntries } from './lint.ts';

/** A page is listed once for each day on which it was read, and a release of a package once. */
export const uniqueSource: Lint = {
  name: 'unique-source',
  *check(sources) {
    const first = new Map<string, string>();
    for (const { file, data, path } of listEntries(sources, 'sources')) {
      const subject = describeSource(data);
      const other = first.get(subject);
      if (other === undefined) first.set(subject, data.id);
      // `unique-entry` reports a duplicate id.
      else if (other !== data.id)
        yield file.problem(
          [...path, KEYS.find((key) => key in data) ?? 'id'],
          'unique-source',
          `${subject} is already listed as \`${other}\``,
          `cite \`${other}\` instead of \`${data.id}\`, and remove this entry`,
        );
    }
  },
};

/** Each source has one of these keys. */
const KEYS = ['url', 'package', 'internal'] as const;

function describeSource(entry: SourceEntry): string {
  if ('url' in entry) return `${entry.url} (read on ${entry.checked})`;
  if ('internal' in entry)
    return `\`${entry.internal}\`${entry.checked ? ` (read on ${entry.checked})` : ''}`;
  return `${entry.package}@${entry.version}`;
}
