import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOrThrow } from '../../toolchain/lib/command.ts';
import type { Tarball } from './bundle.ts';

/** The parts of a CycloneDX document that are read here. */
interface Sbom {
  readonly bomFormat: string;
  readonly components: readonly Component[];
}

interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly purl?: string;
  readonly externalReferences?: readonly { readonly type: string; readonly url: string }[];
}

/**
 * Writes the dependencies of the packages as a CycloneDX SBOM, from an install of the tarballs;
 * returns the file.
 * @throws {Error} if one of our packages is not in it
 */
export async function writeSbom(tarballs: readonly Tarball[], file: string): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'beta-headers-sbom-'));
  try {
    // npm names the document after the folder.
    const folder = join(scratch, 'beta-headers');
    mkdirSync(folder);
    const version = tarballs[0]?.version ?? '0.0.0';
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'beta-headers', version, private: true, license: 'Apache-2.0' }),
    );
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
    await runOrThrow('npm', ['install', ...quiet, ...tarballs.map((tarball) => tarball.file)], {
      cwd: folder,
    });
    const sbom = JSON.parse(
      await runOrThrow('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'library'], {
        cwd: folder,
      }),
    ) as Sbom;
    const missing = tarballs.filter(
      ({ name, version: own }) =>
        !sbom.components.some((one) => getName(one) === name && one.version === own),
    );
    if (missing.length > 0)
      throw new Error(
        `the SBOM does not have ${missing.map((one) => `${one.name} ${one.version}`).join(', ')}`,
      );
    const cleaned = { ...sbom, components: sbom.components.map(removePaths) };
    writeFileSync(file, `${JSON.stringify(cleaned, undefined, 2)}\n`);
    return file;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `group` holds the scope in newer versions of npm. */
const getName = ({ group, name }: Component): string =>
  group === undefined || name.startsWith('@') ? name : `${group}/${name}`;

/** Removes the paths of the machine that built the tarballs. */
function removePaths(component: Component): Component {
  const references = component.externalReferences?.filter(({ url }) => !url.startsWith('file:'));
  return {
    ...component,
    ...(component.purl && { purl: component.purl.replace(/\?.*file(?::|%3A).*$/i, '') }),
    ...(references && { externalReferences: references }),
  };
}
