/** Publishes a tarball to npm. Imports only Node. */
import { readFileSync } from 'node:fs';
import { computeIntegrity, type Tarball } from './bundle.ts';
import { type ProgramResult, runProgram } from './run-program.ts';

export interface PublishOptions {
  /** The folder with the .npmrc that names the registry. */
  readonly cwd: string;
  /** Signs a statement about the build; only a workflow that npm trusts can. */
  readonly provenance: boolean;
  /** The dist-tag; npm's own default is `latest`. */
  readonly tag?: string;
}

/**
 * Publishes a tarball, unless the registry has the same bytes already: a release that was
 * interrupted can be run again. Other bytes under the same version are a failure.
 */
export async function publishTarball(
  { name, version, file }: Tarball,
  { cwd, provenance, tag }: PublishOptions,
): Promise<ProgramResult & { readonly skipped: boolean }> {
  const view = ['view', `${name}@${version}`, 'dist.integrity', '--json'];
  const known = await runProgram('npm', view, { cwd });
  const published = known.ok ? /sha512-[\w+/=]+/.exec(known.stdout)?.[0] : undefined;
  if (published !== undefined) {
    const isSame = published === computeIntegrity(readFileSync(file));
    const output = isSame
      ? known.output
      : `The registry has ${name}@${version} with other content. A version is never replaced: ` +
        'publish the tarballs that were packed first, or release the next version.';
    return { ...known, ok: isSame, output, skipped: true };
  }
  const args = [
    'publish',
    file,
    '--ignore-scripts',
    '--access=public',
    ...(provenance ? ['--provenance'] : []),
    ...(tag ? ['--tag', tag] : []),
  ];
  return { ...(await runProgram('npm', args, { cwd })), skipped: false };
}
