/**
 * `sync --platforms` and `sync --client X`: reports betas that other packages send and the manifest
 * does not have. It writes nothing, because a client is not a source of facts.
 */
import { reportProgress } from '../progress.ts';
import { loadBaseline } from '../working-tree.ts';
import {
  fetchPackage,
  findUnknownBetas,
  type LeftOut,
  type Observation,
  observeSource,
  PLATFORM_SDKS,
  readPath,
  type Source,
} from './source.ts';

export interface ObserveOptions {
  readonly root: string;
  readonly platforms: boolean;
  readonly client: readonly string[];
  readonly json: boolean;
}

/** Reads every requested source; returns 3 if one has a beta that the manifest does not have. */
export async function reportObservations(options: ObserveOptions): Promise<number> {
  const known = new Set(loadBaseline(options.root).catalog.betas.map((beta) => beta.id));
  const sources: Source[] = [];
  for (const name of options.platforms ? PLATFORM_SDKS : [])
    sources.push(await fetchSource(name, 'platform-sdk'));
  for (const name of options.client)
    sources.push(readPath(name) ?? (await fetchSource(name, 'client')));
  const observed = sources.map((source) => observeSource(source, known));
  const observations = observed.flatMap((one) => one.observations);
  const leftOut = observed.flatMap((one) => one.leftOut);
  const unknown = findUnknownBetas(observations, known);
  if (options.json)
    console.log(
      JSON.stringify({
        sources: sources.map(({ name, kind }) => ({ name, kind })),
        observations,
        unknown,
        leftOut,
      }),
    );
  else printObservations(sources, observations, unknown, leftOut);
  return unknown.length > 0 ? 3 : 0;
}

function fetchSource(name: string, kind: Source['kind']): Promise<Source> {
  reportProgress(`getting ${name}`);
  return fetchPackage(name, kind);
}

function printObservations(
  sources: readonly Source[],
  observations: readonly Observation[],
  unknown: readonly Observation[],
  leftOut: readonly LeftOut[],
): void {
  for (const { name } of sources) {
    const count = observations.filter(({ source }) => source === name).length;
    const left = describeLeftOut(leftOut.filter(({ source }) => source === name));
    console.log(`${name}: ${describeCount(count)}${left}`);
  }
  for (const { beta, source, places } of unknown)
    console.log(`- ${beta}: ${source} has it (${places.join(', ')}), the manifest does not`);
  const named = new Set(observations.map(({ beta }) => beta)).size;
  if (unknown.length > 0)
    console.log(
      'An observation is no truth: find a source that says what the value does, ' +
        'then write it by hand.',
    );
  else if (named > 0) console.log(`the manifest knows ${describeBetas(named)} that they name`);
  else if (sources.length > 1) console.log('no beta is named in any of them: nothing was compared');
}

const describeBetas = (count: number): string =>
  count === 1 ? 'the one beta' : `the ${count} betas`;

function describeCount(count: number): string {
  if (count === 0) return 'no beta is named in it, nothing was compared';
  return count === 1 ? '1 beta as a string' : `${count} betas as strings`;
}

const ROLES: Readonly<Record<LeftOut['role'], string>> = {
  model: 'models',
  version: 'values of anthropic_version',
};

/** Lists the strings that look like a beta and were left out, so that a wrong guess is visible. */
function describeLeftOut(leftOut: readonly LeftOut[]): string {
  const parts = (['model', 'version'] as const).flatMap((role) => {
    const values = leftOut.filter((one) => one.role === role).map(({ value }) => value);
    return values.length > 0 ? [`${ROLES[role]}: ${values.join(', ')}`] : [];
  });
  return parts.length > 0 ? ` (left out: ${parts.join('; ')})` : '';
}
