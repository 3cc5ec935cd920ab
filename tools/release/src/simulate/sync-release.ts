/** The steps with a new release of the SDK: it is published, sync reads it, a person reviews it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { review } from '@beta-headers/sync/test/reviewer.ts';
import { makeSimulatedPackage, SIMULATED } from '@beta-headers/sync/test/simulated.ts';
import { pack as packSdk } from '@beta-headers/sync/test/tarball.ts';
import { INSTALL } from '@beta-headers/sync/write/sdk-pins.ts';
import { publishTarball } from '../publish-tarball.ts';
import type { Registry } from '../registry.ts';
import type { Copy } from './copy.ts';
import { DAYS, type Run } from './run.ts';

/** Publishes an SDK release, runs sync, and reviews its drafts. */
export async function syncRelease(
  run: Run,
  copy: Copy,
  registry: Registry,
  folder: string,
): Promise<void> {
  mkdirSync(folder);
  const tarball = join(folder, 'sdk.tgz');
  writeFileSync(tarball, packSdk(makeSimulatedPackage().files));
  const ended = await run.step('sync', () => copy.npm(['sync', '--', '--tarball', tarball]));
  const report = join(copy.folder, '.cache/sync', `${SIMULATED.version}.md`);
  run.say(
    'sync finds drift and writes drafts, a changeset and a report',
    !ended.ok && ended.stdout.includes('widgets.yaml') && existsSync(report),
    ended.output,
  );
  await run.step('the SDK is released, and the tree installs it', () =>
    installSdk(copy, registry, folder, tarball),
  );
  const sdk = JSON.parse(
    readFileSync(
      join(copy.folder, 'packages/node/node_modules/@anthropic-ai/sdk/package.json'),
      'utf8',
    ),
  ) as { version: string };
  run.say('the tree has the new SDK', sdk.version === SIMULATED.version, sdk.version);
  const waiting = await copy.npm(['release:version', '--', '--date', DAYS[1]]);
  run.say(
    'no release while a review mark is open',
    !waiting.ok && waiting.output.includes('waits for a decision'),
    waiting.output,
  );
  const open = await copy.npm(['sync', '--', '--review']);
  const settled = review(copy.folder);
  const listed = settled.every((mark) => open.stdout.includes(mark.slice(mark.indexOf(': ') + 2)));
  run.say(
    `the review settles the ${settled.length} marks that were listed`,
    !open.ok && settled.length > 5 && listed,
    `${open.output}\n${settled.join('\n')}`,
  );
  run.end('no mark is left', await copy.npm(['sync', '--', '--review']));
  await copy.must(['x', '--', 'node', 'packages/manifest/conformance/pack.ts']);
  await run.step('generate', () => copy.must(['generate']));
  await copy.commit('In line with the new SDK');
  run.end(
    'sync finds nothing any more',
    await copy.npm(['sync', '--', '--check', '--today', DAYS[1], '--tarball', tarball]),
  );
}

/** Publishes the invented SDK and updates the lockfile to the versions that sync raised. */
async function installSdk(
  copy: Copy,
  registry: Registry,
  folder: string,
  tarball: string,
): Promise<void> {
  const npmrc = registry.formatNpmrc('@anthropic-ai');
  writeFileSync(join(folder, '.npmrc'), npmrc);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const published = await publishTarball(
    { name: '@anthropic-ai/sdk', version: SIMULATED.version, file: tarball },
    { cwd: folder, provenance: false },
  );
  if (!published.ok || published.skipped)
    throw new Error(`the invented SDK was not published\n${published.output}`);
  await copy.hide('.npmrc', npmrc);
  await copy.must(['x', '--', ...INSTALL]);
}
