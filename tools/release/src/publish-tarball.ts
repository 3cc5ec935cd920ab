import { command, type Ended } from '../../toolchain/lib/command.ts';
import type { Tarball } from './pack.ts';

export interface PublishOptions {
  /** Where npm finds the .npmrc that names the registry. */
  readonly cwd: string;
  /** Signs a statement of where it was built; only a workflow that npm trusts can. */
  readonly provenance: boolean;
  /** The dist-tag; npm's own `latest` unless told. */
  readonly tag?: string;
}

/** Publishes a tarball with npm, unless this version is out already: a release that broke off can be run again. */
export async function publishTarball(
  { name, version, file }: Tarball,
  { cwd, provenance, tag }: PublishOptions,
): Promise<Ended & { readonly skipped: boolean }> {
  const known = await command('npm', ['view', `${name}@${version}`, 'version', '--json'], { cwd });
  if (known.ok && known.stdout.includes(version)) return { ...known, skipped: true };
  const args = [
    'publish',
    file,
    '--ignore-scripts',
    '--access=public',
    ...(provenance ? ['--provenance'] : []),
    ...(tag ? ['--tag', tag] : []),
  ];
  return { ...(await command('npm', args, { cwd })), skipped: false };
}
