/** Other places that name betas: platform packages, public clients, files. They prove nothing. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { findIds } from '../read/ids.ts';
import { type Role, readRoles } from '../read/role.ts';
import { readFolder } from '../release/folder.ts';
import { fetchLatestVersion, fetchRelease } from '../release/npm.ts';
import { isSourceFile, type Release } from '../release/release.ts';
import { SyncError } from '../sync-error.ts';

/** A source to search. */
export interface Source {
  /** `@anthropic-ai/bedrock-sdk@1.1.3`, or a file. */
  readonly name: string;
  readonly kind: 'platform-sdk' | 'client';
  readonly files: ReadonlyMap<string, string>;
}

/** A beta that is a string in a source. */
export interface Observation {
  readonly beta: string;
  readonly source: string;
  readonly kind: Source['kind'];
  /** `dist/index.js:12`, only the first few. */
  readonly places: readonly string[];
}

/** The SDKs of the platforms; each is a separate package. */
export const PLATFORM_SDKS: readonly string[] = [
  '@anthropic-ai/bedrock-sdk',
  '@anthropic-ai/vertex-sdk',
  '@anthropic-ai/foundry-sdk',
  '@anthropic-ai/aws-sdk',
  '@anthropic-ai/google-cloud-sdk',
];

/** Gets a package from npm: `name` for the newest, or `name@1.2.3`. */
export async function fetchPackage(spec: string, kind: Source['kind']): Promise<Source> {
  const at = spec.lastIndexOf('@');
  const [name, version] = at > 0 ? [spec.slice(0, at), spec.slice(at + 1)] : [spec, undefined];
  if (!/^(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/.test(name))
    throw new SyncError(
      `--client ${spec}: this is neither a file that exists nor the name of an npm package.`,
    );
  const release = await fetchRelease(
    name,
    version ?? (await fetchLatestVersion(name)),
    isSourceFile,
  );
  return { name: `${name}@${release.version}`, kind, files: keepSources(release) };
}

/**
 * Gets a file, such as a client's table of headers, or the folder that a package was unpacked to.
 */
export function readPath(path: string): Source | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (found.isDirectory())
    return { name: path, kind: 'client', files: keepSources(readFolder(path, isSourceFile)) };
  return {
    name: path,
    kind: 'client',
    files: new Map([[basename(path), readFileSync(path, 'utf8')]]),
  };
}

/** Keeps TypeScript sources if a package has them, because the compiled files repeat them. */
function keepSources({ files }: Release): ReadonlyMap<string, string> {
  const typescript = [...files].filter(([path]) => path.startsWith('src/') && path.endsWith('.ts'));
  return typescript.length > 0 ? new Map(typescript) : files;
}

const QUOTED = /(['"`])([a-z][a-z0-9-]*-20\d{2}[a-z0-9-]*)\1/g;

/** A string that looks like a beta and is something else by its place. */
export interface LeftOut {
  readonly value: string;
  readonly source: string;
  readonly role: Exclude<Role, undefined>;
}

/** The betas of a source, and the strings that only look like one. */
export interface Observed {
  readonly observations: readonly Observation[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Finds every beta that is a whole string in a source, and so may be sent. Comments and prose do
 * not count. A string is left out if each of its places shows that it is something else, unless it
 * is known.
 */
export function observeSource({ name, kind, files }: Source, known: ReadonlySet<string>): Observed {
  const found = new Map<string, { places: string[]; roles: Set<Role> }>();
  for (const [path, text] of files) {
    const roleOf = readRoles(text);
    for (const match of text.matchAll(QUOTED)) {
      const [id] = findIds(match[2] as string);
      if (id === undefined) continue;
      const { places, roles } = found.get(id) ?? { places: [], roles: new Set<Role>() };
      if (places.length < 3) places.push(`${path}:${findLine(text, match.index)}`);
      roles.add(known.has(id) ? undefined : roleOf(id, match.index));
      found.set(id, { places, roles });
    }
  }
  const observations: Observation[] = [];
  const leftOut: LeftOut[] = [];
  for (const [beta, { places, roles }] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const role = roles.has(undefined) ? undefined : [...roles][0];
    if (role === undefined) observations.push({ beta, source: name, kind, places });
    else leftOut.push({ value: beta, source: name, role });
  }
  return { observations, leftOut };
}

function findLine(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1))
    line++;
  return line;
}

/** Selects the observations that the manifest does not have. */
export function findUnknownBetas(
  observations: readonly Observation[],
  known: ReadonlySet<string>,
): Observation[] {
  return observations.filter(({ beta }) => !known.has(beta));
}
