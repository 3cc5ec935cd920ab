/**
 * `npm run release:publish -- --from DIR [--digest SHA512] [--dry-run]`: publishes what
 * `release:pack` wrote to DIR. npm gets the tarballs, JSR the sources of this commit, and GitHub
 * the release with its notes, tarballs and SBOM. A prerelease (`next`) goes to npm alone.
 *
 * The release workflow runs it in the job that may publish, where nothing is installed: it needs
 * Node 24, npm, git and gh, and the Deno of the lockfile. It can be run again after a failure.
 *
 * Exit 0: everything is published · 1: a file was changed, or a registry refuses · 2: wrong
 * arguments.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Bundle, NOTES_FILE, readBundle } from '../bundle.ts';
import { fetchDeno } from '../pinned-deno.ts';
import { publishTarball } from '../publish-tarball.ts';
import { runProgram } from '../run-program.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const USAGE = 'usage: npm run release:publish -- --from DIR [--digest SHA512] [--dry-run]';

interface Options {
  readonly from: string;
  readonly digest: string | undefined;
  readonly dryRun: boolean;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      digest: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  if (values.from === undefined) throw new Error('--from DIR is missing');
  return { from: resolve(values.from), digest: values.digest, dryRun: values['dry-run'] };
}

async function publish({ from, digest, dryRun }: Options): Promise<void> {
  const bundle = readBundle(from, digest);
  const commit = await runOrThrow('git', ['rev-parse', 'HEAD']);
  if (commit !== bundle.commit)
    throw new Error(
      `The release was packed from ${bundle.commit}, and this is ${commit}. Check that commit out.`,
    );
  console.error(`verified ${Object.keys(bundle.files).length} files of ${bundle.version}`);
  if (dryRun) {
    for (const { name } of bundle.packages)
      console.log(`would publish ${name} ${bundle.version} under ${bundle.tag}`);
    return;
  }
  if (!process.env['GITHUB_ACTIONS'])
    throw new Error(
      'Only the release workflow publishes: npm and JSR know it by its identity. Use --dry-run, ' +
        'or `npm run release:dry`, which publishes to a registry on this machine.',
    );
  await publishToNpm(from, bundle);
  if (bundle.tag === 'next') return;
  await publishToJsr();
  await publishToGitHub(from, bundle);
}

async function publishToNpm(from: string, { packages, version, tag }: Bundle): Promise<void> {
  for (const { name, file } of packages) {
    const tarball = { name, version, file: join(from, file) };
    const ended = await publishTarball(tarball, { cwd: root, provenance: true, tag });
    if (!ended.ok) throw new Error(`${name} ${version} was not published\n${ended.output}`);
    console.log(`${name} ${version} ${ended.skipped ? 'was published before' : 'published'}`);
  }
}

/** Types were checked with the tests; checking needs the installed dependencies. */
async function publishToJsr(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-deno-'));
  try {
    const deno = await fetchDeno(root, folder);
    console.log(await runOrThrow(deno, ['publish', '--no-check']));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function publishToGitHub(from: string, { version, commit, files }: Bundle): Promise<void> {
  const tag = `v${version}`;
  if ((await runProgram('gh', ['release', 'view', tag], { cwd: root })).ok) return;
  const assets = Object.keys(files).filter((name) => name !== NOTES_FILE);
  const notes = ['--title', tag, '--notes-file', join(from, NOTES_FILE)];
  const paths = assets.map((name) => join(from, name));
  console.log(
    await runOrThrow('gh', ['release', 'create', tag, ...paths, '--target', commit, ...notes]),
  );
}

async function runOrThrow(file: string, args: readonly string[]): Promise<string> {
  const { ok, stdout, output } = await runProgram(file, args, { cwd: root });
  if (!ok) throw new Error(`\`${file} ${args.join(' ')}\` failed\n${output}`);
  return stdout.trim();
}

let options: Options | undefined;
try {
  options = readOptions();
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}
if (options) {
  try {
    await publish(options);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
