/** Replays releases one after another over a scratch manifest that only sync writes. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestFolder } from '@beta-headers/manifest';
import { parse } from 'yaml';
import { SOURCES_FILE } from '../baseline.ts';
import type { Bump } from '../compare/finding.ts';
import type { SdkFacts } from '../read/facts.ts';
import { fetchRelease, makeCacheFolder } from '../release/npm.ts';
import { isSdkFile, type Release, SDK } from '../release/release.ts';
import { type Outcome, planSync } from '../sync.ts';
import { loadBaseline, MANIFEST } from '../working-tree.ts';
import { citesSource } from '../write/cite.ts';
import { renderBlock } from '../write/edit.ts';
import { judgeStep, type Verdict } from './judge.ts';
import { isCompiledFile, readCompiled, type Seen } from './oracle.ts';

export interface Step extends Verdict {
  readonly from: string;
  readonly to: string;
  readonly bump: Bump;
  readonly findings: number;
  /** The number without those that the manifest covers. */
  readonly open: number;
  /** A second run found nothing and wanted to write nothing. */
  readonly steady: boolean;
  readonly reportLength: number;
}

/** Makes a scratch repository with platforms, models and no feature. */
export function makeScratchRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'beta-headers-replay-'));
  clearManifest(root);
  return root;
}

function clearManifest(root: string): void {
  rmSync(join(root, MANIFEST), { recursive: true, force: true });
  mkdirSync(join(root, MANIFEST, 'features'), { recursive: true });
  const lists = ['platforms.yaml', 'models.yaml'].map((name) => {
    const text = readFileSync(join(manifestFolder, name), 'utf8');
    writeFileSync(join(root, MANIFEST, name), text);
    return text;
  });
  writeFileSync(join(root, MANIFEST, SOURCES_FILE), renderCitedSources(lists));
}

/** Renders a sources.yaml for these lists: an entry without a citation is a problem. */
function renderCitedSources(lists: readonly string[]): string {
  const { sources } = parse(readFileSync(join(manifestFolder, SOURCES_FILE), 'utf8'), {
    schema: 'core',
  }) as { sources: { id: string }[] };
  const cited = sources.filter(({ id }) => lists.some((text) => citesSource(text, id)));
  return `${renderBlock({ sources: cited })}\n`;
}

/** Replays one step; first brings the manifest to `from`. */
export async function replayStep(
  root: string,
  from: string,
  to: string,
  keepReports?: string,
): Promise<Step> {
  const known = existsSync(join(root, MANIFEST, 'sdk.json'))
    ? loadBaseline(root).base?.sdk
    : undefined;
  if (known !== from) {
    clearManifest(root);
    const first = await fetchSdk(from);
    writeOutcome(root, planSync(root, loadBaseline(root), await readFacts(first), first));
  }
  const release = await fetchSdk(to);
  const facts = await readFacts(release);
  const before = loadBaseline(root);
  const outcome = planSync(root, before, facts, release);
  writeOutcome(root, outcome);
  const again = planSync(root, loadBaseline(root), facts, release);
  if (keepReports !== undefined && outcome.drift) {
    mkdirSync(keepReports, { recursive: true });
    writeFileSync(join(keepReports, `${to}.md`), outcome.report);
  }
  const open = outcome.findings.filter((finding) => !finding.covered).length;
  return {
    from,
    to,
    bump: outcome.bump,
    findings: outcome.findings.length,
    open,
    ...judgeStep(
      await readSeen(from),
      await readSeen(to),
      outcome.findings,
      outcome.bump,
      new Set(before.catalog.betas.map((beta) => beta.id)),
    ),
    steady: again.writes.size === 0 && !again.drift,
    reportLength: outcome.report.length,
  };
}

function writeOutcome(root: string, { writes }: Outcome): void {
  for (const [path, text] of writes) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const fetchSdk = (version: string): Promise<Release> => fetchRelease(SDK, version, isSdkFile);

/** Reads the facts of a release, or takes them from the cache of the same reader. */
async function readFacts(release: Release): Promise<SdkFacts> {
  return readThroughCache(`facts-${hashReader()}`, release.version, async () =>
    (await import('../read/read.ts')).readSdk(release),
  );
}

async function readSeen(version: string): Promise<Seen> {
  const release = await fetchRelease(SDK, version, isCompiledFile);
  return readCompiled(release);
}

async function readThroughCache<T>(kind: string, name: string, make: () => Promise<T>): Promise<T> {
  const file = join(makeCacheFolder(), kind, `${name}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  const made = JSON.stringify(await make());
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made);
  // JSON has no `undefined`, so fresh facts must equal cached ones.
  return JSON.parse(made) as T;
}

let key: string | undefined;

/** Hashes the reader's code, so that facts of an older reader are never used. */
function hashReader(): string {
  if (key === undefined) {
    const folder = fileURLToPath(new URL('../read', import.meta.url));
    const hash = createHash('sha256');
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .sort())
      hash.update(readFileSync(join(folder, name)));
    key = hash.digest('hex').slice(0, 12);
  }
  return key;
}
