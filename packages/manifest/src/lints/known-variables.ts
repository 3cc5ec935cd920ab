import { type Lint, listEntries, suggestName } from './lint.ts';

/** `off` of a value names variables of the same client. */
export const knownVariables: Lint = {
  name: 'known-variables',
  *check(sources) {
    for (const { file, data, path } of listEntries(sources, 'clients')) {
      const known = new Set(data.variables.map(({ name }) => name));
      for (const [i, { off = [] }] of data.sends.entries()) {
        for (const [j, name] of off.entries()) {
          if (known.has(name)) continue;
          yield file.problem(
            [...path, 'sends', i, 'off', j],
            'known-variables',
            `\`${data.id}\` has no variable \`${name}\``,
            suggestName(name, known),
          );
        }
      }
    }
  },
};
