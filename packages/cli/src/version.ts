/** Reads the version of this package, and of the Node that it needs. */
import { readFileSync } from 'node:fs';

/** The fields used of package.json. */
interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
}

const readManifest = (): Manifest =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest;

/** Returns the version in package.json. */
export const readVersion = (): string => readManifest().version;

/**
 * Describes a Node that is too old for this package. Its libraries would fail with errors that do
 * not name the cause.
 */
export function describeOldNode(running: string): string | undefined {
  const least = readManifest().engines.node.replace(/^>=/, '');
  const [major = 0, minor = 0] = running.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return (
    `beta-headers needs Node ${least} or later, and this is ${running}. ` +
    'Install a newer one: https://nodejs.org/en/download'
  );
}
