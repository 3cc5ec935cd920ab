/**
 * `sync`: brings the manifest in line with a release of the SDK.
 *
 *   npm run sync [-- [--sdk VERSION | --tarball FILE] [--check] [--json] [--report FILE] [--allow-dirty]]
 *   npm run sync -- --surface                         writes sdk.json and surface.json anew, of the release that the manifest knows
 *   npm run sync -- --platforms | --client NAME[@V] | --client FILE   betas that others send and the manifest does not know
 *
 * Exit 0: nothing new · 3: drift (and, without --check, drafts written) · 1: an error, nothing written · 2: wrong arguments.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { note } from './note.ts';
import { SyncError } from './sync-error.ts';

const USAGE =
  'usage: npm run sync -- [--sdk VERSION | --tarball FILE] [--check] [--json] [--report FILE] [--allow-dirty] | --surface | --platforms | --client NAME[@VERSION]';

interface Options {
  readonly root: string;
  readonly sdk?: string | undefined;
  readonly tarball?: string | undefined;
  readonly report?: string | undefined;
  readonly check: boolean;
  readonly json: boolean;
  readonly surface: boolean;
  readonly platforms: boolean;
  readonly client: readonly string[];
  readonly 'allow-dirty': boolean;
}

async function main(options: Options): Promise<number> {
  if (options.platforms || options.client.length > 0) return (await import('./observe/cli.ts')).observe(options);
  // What needs no parser comes first: a manifest with problems, or a release that cannot be had, is told within a second.
  const { loadKnown, isInLine, planSync, applySync } = await import('./sync.ts');
  const known = loadKnown(options.root);
  const { SDK } = await import('./release/npm.ts');
  const { getRelease, sdkFiles } = await import('./release/index.ts');
  const version = options.tarball === undefined ? await wantedVersion(options, known.base?.sdk) : options.sdk;
  if (options.tarball === undefined && !options.surface && version === known.base?.sdk && isInLine(known)) return nothingNew(known.base?.sdk, options.json);
  note(options.tarball === undefined ? `getting ${SDK}@${version}` : `reading ${options.tarball}`);
  const release = await getRelease(SDK, { version, tarball: options.tarball }, sdkFiles);
  const { readSdk } = await import('./read/read.ts');
  const facts = readSdk(release);
  if (options.surface) return rewriteSurface(options.root, facts);
  note(`comparing ${facts.sdk} with the manifest${known.base ? `, which knows ${known.base.sdk}` : ''}`);
  const outcome = planSync(options.root, known, facts, release);
  if (!options.check) await applySync(options.root, outcome, options['allow-dirty']);
  const reportFile = writeReport(options, outcome);
  if (options.json) {
    const { report: _report, writes, ...rest } = outcome;
    console.log(JSON.stringify({ ...rest, ...(options.check ? { wouldWrite: [...writes.keys()] } : { written: [...writes.keys()] }), report: reportFile }));
  } else await say(outcome, options.check, reportFile);
  return outcome.drift ? 3 : 0;
}

/** What was asked for; for --surface what the manifest knows; else the newest. */
async function wantedVersion({ sdk, surface }: Options, known: string | undefined): Promise<string> {
  if (sdk !== undefined) return sdk;
  if (!surface) {
    const { latestVersion, SDK } = await import('./release/npm.ts');
    note(`asking npm for the newest ${SDK}`);
    return latestVersion(SDK);
  }
  if (known === undefined) throw new SyncError('the manifest has no sdk.json yet, so name the release: --surface --sdk VERSION');
  return known;
}

/** The release is the one that the manifest knows, and the manifest says all of it: there is nothing to read. */
function nothingNew(sdk: string | undefined, json: boolean): number {
  console.log(json ? JSON.stringify({ sdk, base: sdk, findings: [], drift: false, bump: 'none', written: [] }) : `${sdk}: nothing new`);
  return 0;
}

async function rewriteSurface(root: string, facts: import('./read/facts.ts').SdkFacts): Promise<number> {
  const { MANIFEST } = await import('./sync.ts');
  const { sdkJson, surfaceJson } = await import('./write/facts-json.ts');
  writeFileSync(join(root, MANIFEST, 'sdk.json'), sdkJson(facts));
  writeFileSync(join(root, MANIFEST, 'surface.json'), surfaceJson(facts));
  console.log(`${MANIFEST}/sdk.json and surface.json: ${facts.union?.length ?? 0} betas, ${facts.surface.length} entries of the beta surface of ${facts.sdk}`);
  return 0;
}

function writeReport(options: Options, outcome: import('./sync.ts').Outcome): string | undefined {
  if (!outcome.drift || (options.check && options.report === undefined)) return undefined;
  const file = options.report === undefined ? join(options.root, '.cache', 'sync', `${outcome.sdk}.md`) : resolve(options.report);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, outcome.report);
  return relative(process.cwd(), file).replaceAll('\\', '/');
}

async function say(outcome: import('./sync.ts').Outcome, check: boolean, reportFile: string | undefined): Promise<void> {
  const { headline } = await import('./write/say.ts');
  const open = outcome.findings.filter((finding) => !finding.covered);
  for (const finding of open) console.log(`- ${headline(finding).replaceAll('`', '')}`);
  const others = outcome.findings.length - open.length;
  if (others > 0) console.log(`${others} ${others === 1 ? 'change is' : 'changes are'} covered by the manifest already`);
  if (open.length === 0) console.log(`${outcome.sdk}: nothing new`);
  else console.log(`${outcome.sdk}: ${open.length} ${open.length === 1 ? 'finding' : 'findings'}, bump ${outcome.bump}`);
  for (const path of outcome.writes.keys()) console.log(`${check ? 'would write' : 'written'}: ${path}`);
  if (reportFile !== undefined) console.log(`report: ${reportFile}`);
  if (outcome.open > 0 && !check) console.log(`${outcome.open} review marks wait for a person; see \`review:\` in ${'packages/manifest/features'}`);
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        sdk: { type: 'string' },
        tarball: { type: 'string' },
        report: { type: 'string' },
        check: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        surface: { type: 'boolean', default: false },
        platforms: { type: 'boolean', default: false },
        client: { type: 'string', multiple: true, default: [] },
        'allow-dirty': { type: 'boolean', default: false },
        root: { type: 'string', default: fileURLToPath(new URL('../../..', import.meta.url)) },
      },
    });
    if (values.sdk !== undefined && !/^\d+\.\d+\.\d+$/.test(values.sdk)) throw new Error(`--sdk ${values.sdk}: write a released version, such as 1.13.0`);
    if (values.surface && values.check) throw new Error('--surface writes, and --check does not: leave one out');
    return values;
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return undefined;
  }
}

const options = readOptions();
if (!options) process.exitCode = 2;
else {
  try {
    process.exitCode = await main(options);
  } catch (error) {
    const { name, message } = error as Error;
    console.error(name === 'SyncError' || name === 'ManifestError' ? `sync: ${message}` : error);
    process.exitCode = 1;
  }
}
