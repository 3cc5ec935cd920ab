/**
 * `sync --platforms` and `sync --client X`: betas that others send and the manifest does not know.
 * Writes nothing, because a client is no source of truth.
 */
import { note } from '../note.ts';
import { loadKnown } from '../tree.ts';
import {
  type Observation,
  observe as observeSource,
  PLATFORM_SDKS,
  packageSource,
  pathSource,
  type Source,
  unknownBetas,
} from './source.ts';

export interface ObserveOptions {
  readonly root: string;
  readonly platforms: boolean;
  readonly client: readonly string[];
  readonly json: boolean;
}

/** Looks into every requested source; 3 when one shows a beta that the manifest does not have. */
export async function observe(options: ObserveOptions): Promise<number> {
  const known = new Set(loadKnown(options.root).catalog.betas.map((beta) => beta.id));
  const sources: Source[] = [];
  for (const name of options.platforms ? PLATFORM_SDKS : [])
    sources.push(await get(name, 'platform-sdk'));
  for (const name of options.client) sources.push(pathSource(name) ?? (await get(name, 'client')));
  const observations = sources.flatMap(observeSource);
  const unknown = unknownBetas(observations, known);
  if (options.json)
    console.log(
      JSON.stringify({
        sources: sources.map(({ name, kind }) => ({ name, kind })),
        observations,
        unknown,
      }),
    );
  else say(sources, observations, unknown);
  return unknown.length > 0 ? 3 : 0;
}

function get(name: string, kind: Source['kind']): Promise<Source> {
  note(`getting ${name}`);
  return packageSource(name, kind);
}

function say(
  sources: readonly Source[],
  observations: readonly Observation[],
  unknown: readonly Observation[],
): void {
  for (const { name } of sources)
    console.log(
      `${name}: ${observations.filter(({ source }) => source === name).length} betas as strings`,
    );
  for (const { beta, source, places } of unknown)
    console.log(`- ${beta}: ${source} has it (${places.join(', ')}), the manifest does not`);
  if (observations.length === 0) console.log('no beta is in any of them: nothing to compare');
  else if (unknown.length === 0) console.log('the manifest knows all of them');
  else
    console.log(
      'An observation is no truth: find a source that says what the value does, then write it by hand.',
    );
}
