import type { ManifestFile, Sources } from '../manifest-sources.ts';
import type { Path } from '../yaml-source.ts';
import {
  collectIds,
  type Lint,
  listClaimLists,
  listEntries,
  listRules,
  suggestName,
} from './lint.ts';

/** Every beta that is named in a file is in the manifest. */
export const references: Lint = {
  name: 'references',
  *check(sources) {
    const ids = collectIds(sources);
    for (const { source, id, path, self } of listReferences(sources)) {
      if (!ids.has(id))
        yield source.problem(
          path,
          'references',
          `\`${id}\` is not in the manifest`,
          suggestName(id, ids),
        );
      else if (id === self)
        yield source.problem(path, 'references', `\`${id}\` names itself`, 'name the other beta');
    }
  },
};

interface Reference {
  readonly source: ManifestFile;
  readonly id: string;
  readonly path: Path;
  /** The beta that it must not name. */
  readonly self?: string | undefined;
}

function* listReferences(sources: Sources): Generator<Reference> {
  for (const { source, rule, path } of listRules(sources))
    for (const [i, id] of (rule.choice ?? []).entries())
      yield { source, id, path: [...path, 'choice', i] };
  for (const { source, beta, claims, pathOf } of listClaimLists(sources)) {
    for (const [i, claim] of claims.entries()) {
      if (!('instead' in claim)) continue;
      for (const [j, { send }] of (claim.instead ?? []).entries())
        yield { source, id: send, path: [...pathOf(i), 'instead', j, 'send'], self: beta?.id };
    }
  }
  for (const source of sources.features) {
    for (const [i, { all }] of (source.data.constraints ?? []).entries())
      for (const [j, part] of all.entries())
        if ('beta' in part)
          yield { source, id: part.beta, path: ['constraints', i, 'all', j, 'beta'] };
    for (const [i, { send }] of (source.data.substitutes ?? []).entries())
      yield { source, id: send, path: ['substitutes', i, 'send'] };
  }
  for (const { file, data, path } of listEntries(sources, 'clients'))
    for (const [i, { beta }] of data.sends.entries())
      yield { source: file, id: beta, path: [...path, 'sends', i, 'beta'] };
  for (const { file, data, path } of listEntries(sources, 'notBetas'))
    if (data.means !== undefined) yield { source: file, id: data.means, path: [...path, 'means'] };
}
