import { isCalendarDate, splitBetaId } from '@beta-headers/grammar';
import { type Lint, listBetas } from './lint.ts';

/** An id consists of the name of its feature, a calendar date and optional further words. */
export const idForm: Lint = {
  name: 'id-form',
  *check(sources) {
    const homes = new Map<string, Set<string>>();
    for (const { source, beta } of listBetas(sources))
      homes.set(beta.id, (homes.get(beta.id) ?? new Set()).add(source.data.feature));
    for (const { source, beta, path } of listBetas(sources)) {
      const parts = splitBetaId(beta.id);
      const at = [...path, 'id'];
      if (!parts) {
        yield source.problem(
          at,
          'id-form',
          `\`${beta.id}\` is not a beta id`,
          'write lower-case words, then the date, then words if it has any: my-feature-2026-11-22',
        );
      } else if (!isCalendarDate(parts.date)) {
        yield source.problem(
          at,
          'id-form',
          `\`${beta.id}\` has a date that does not exist: ${parts.date}`,
          'write the date of the header value as it was published',
        );
      } else if (parts.feature !== source.data.feature && !homes.get(beta.id)?.has(parts.feature)) {
        // `unique-id` reports an id that the right file has as well.
        yield source.problem(
          at,
          'id-form',
          `\`${beta.id}\` is in the file of \`${source.data.feature}\``,
          `move it to ${parts.feature}.yaml`,
        );
      }
    }
  },
};
