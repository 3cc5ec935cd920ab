/** Reads the facts of a release from its syntax, one file at a time; runs nothing. */
import type { Release } from '../release/release.ts';
import { SyncError } from '../sync-error.ts';
import { readChangelog } from './changelog.ts';
import type { Mention, SdkFacts, SdkMethod } from './facts.ts';
import { readHelpers } from './helpers.ts';
import { findOwnVersions, readApiVersion, readPinned } from './literals.ts';
import { mayMention, readMentions, removeRepeated } from './mentions.ts';
import { readFieldNames, readMethods } from './methods.ts';
import { readModels } from './models.ts';
import { readNamed } from './named.ts';
import { readSurface } from './surface/surface.ts';
import { isResource, openSyntax, type Parsed } from './syntax.ts';
import { readUnion } from './union.ts';

/**
 * Reads all facts of a release.
 * @throws {SyncError} with the place, if a form cannot be read
 */
export function readSdk(release: Release): SdkFacts {
  const syntax = openSyntax(release);
  if (syntax.paths.length === 0) {
    throw new SyncError(
      `${release.from}: the package has no TypeScript in src/. sync reads the SDK's ` +
        'sources, which every release since 0.7 carries.',
    );
  }
  const anthropicVersion = readApiVersion(syntax);
  if (anthropicVersion === undefined)
    throw new SyncError(
      `${release.from}: src/client.ts sends no \`anthropic-version\` that can be read.`,
    );
  const union = readUnion(syntax);
  const { without, withoutGa, ...surface } = readSurface(syntax);
  const { pinned, constants } = readPinned(syntax);
  const names = readFieldNames(syntax);
  const helpers = readHelpers(syntax, constants);
  const methods: SdkMethod[] = [];
  const mentions: Mention[] = [];
  for (const path of syntax.paths) {
    const text = syntax.text(path) as string;
    const resource = isResource(path);
    if (!resource && !mayMention(text)) continue;
    const parsed = syntax.parse(path) as Parsed;
    if (resource) methods.push(...readMethods(parsed, constants, helpers, names));
    if (mayMention(text)) mentions.push(...readMentions(parsed));
  }
  if (methods.length === 0)
    throw new SyncError(
      `${release.from}: no method in src/resources calls the API. Is this ${release.name}?`,
    );
  refuseLostParams(methods, (path) => path.startsWith(BETA_RESOURCES), without);
  refuseLostParams(methods, (path) => !path.startsWith(BETA_RESOURCES), withoutGa);
  const { unread, ...models } = readModels(syntax);
  const explained = new Set([
    ...(union ?? []),
    ...methods.flatMap(({ defaults }) => defaults),
    ...mentions.flatMap(({ betas }) => betas),
    ...pinned.map(({ beta }) => beta),
  ]);
  const changelog = readChangelog(release.files.get('CHANGELOG.md') ?? '');
  return {
    sdk: release.version,
    anthropicVersion,
    union,
    methods,
    mentions: removeRepeated(mentions),
    pinned,
    named: readNamed(release, explained),
    ...models,
    ...surface,
    unread: [...surface.unread, ...unread, ...findOwnVersions(syntax)],
    changelog,
  };
}

const BETA_RESOURCES = 'src/resources/beta/';

/**
 * Throws if a method sends messages and its params were not found. The surface is the difference
 * of the two namespaces, so both are needed.
 */
function refuseLostParams(
  methods: readonly SdkMethod[],
  isMeant: (path: string) => boolean,
  without: readonly string[],
): void {
  const lost = methods.find(
    ({ endpoint, source }) => without.includes(endpoint) && isMeant(source),
  );
  if (lost)
    throw new SyncError(
      `${lost.source}: ${lost.name}() calls ${lost.endpoint}, and its params were not ` +
        'found: they were renamed or moved. Teach tools/sync/src/read/surface/surface.ts ' +
        'where they are.',
    );
}
