/** Steps from release to release over a scratch manifest that only sync writes. */
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
import type { Bump } from '../compare/finding.ts';
import { SOURCES_FILE } from '../baseline.ts';
import type { SdkFacts } from '../read/facts.ts';
import { cacheFolder, fetchRelease } from '../release/npm.ts';
import { type Release, SDK, sdkFiles } from '../release/release.ts';
import { type Outcome, planSync } from '../sync.ts';
import { loadKnown, MANIFEST } from '../working-tree.ts';
import { cites } from '../write/cite.ts';
import { block } from '../write/edit.ts';
import { judge, type Verdict } from './judge.ts';
import { compiledFiles, look, type Seen } from './oracle.ts';

export interface Step extends Verdict {
  readonly from: string;
  readonly to: string;
  readonly bump: Bump;
  readonly findings: number;
  /** Without those that the manifest covers. */
  readonly open: number;
  /** A second run found nothing and wanted to write nothing. */
  readonly steady: boolean;
  readonly reportLength: number;
}

/** Makes a scratch repository with platforms, models and no feature. */
export function scratchRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'beta-headers-replay-'));
  emptyManifest(root);
  return root;
}

function emptyManifest(root: string): void {
  rmSync(join(root, MANIFEST), { recursive: true, force: true });
  mkdirSync(join(root, MANIFEST, 'features'), { recursive: true });
  const lists = ['platforms.yaml', 'models.yaml'].map((name) => {
    const text = readFileSync(join(manifestFolder, name), 'utf8');
    writeFileSync(join(root, MANIFEST, name), text);
    return text;
  });
  writeFileSync(join(root, MANIFEST, SOURCES_FILE), citedSources(lists));
}

/** The sources.yaml of lists alone: an entry that nobody cites is a problem. */
function citedSources(lists: readonly string[]): string {
  const { sources } = parse(readFileSync(join(manifestFolder, SOURCES_FILE), 'utf8'), {
    schema: 'core',
  }) as { sources: { id: string }[] };
  const cited = sources.filter(({ id }) => lists.some((text) => cites(text, id)));
  return `${block({ sources: cited })}\n`;
}

/** Replays one step: the manifest is brought to `from` first, unless it is there. */
export async function replayStep(
  root: string,
  from: string,
  to: string,
  keepReports?: string,
): Promise<Step> {
  const known = existsSync(join(root, MANIFEST, 'sdk.json'))
    ? loadKnown(root).base?.sdk
    : undefined;
  if (known !== from) {
    emptyManifest(root);
    const first = await releaseOf(from);
    write(root, planSync(root, loadKnown(root), await factsOf(first), first));
  }
  const release = await releaseOf(to);
  const facts = await factsOf(release);
  const before = loadKnown(root);
  const outcome = planSync(root, before, facts, release);
  write(root, outcome);
  const again = planSync(root, loadKnown(root), facts, release);
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
    ...judge(
      await seenIn(from),
      await seenIn(to),
      outcome.findings,
      outcome.bump,
      new Set(before.catalog.betas.map((beta) => beta.id)),
    ),
    steady: again.writes.size === 0 && !again.drift,
    reportLength: outcome.report.length,
  };
}

function write(root: string, { writes }: Outcome): void {
  for (const [path, text] of writes) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const releaseOf = (version: string): Promise<Release> => fetchRelease(SDK, version, sdkFiles);

/** The facts of a release, from the cache when the same reader has read it. */
async function factsOf(release: Release): Promise<SdkFacts> {
  return cachedJson(`facts-${readerKey()}`, release.version, async () =>
    (await import('../read/read.ts')).readSdk(release),
  );
}

async function seenIn(version: string): Promise<Seen> {
  const release = await fetchRelease(SDK, version, compiledFiles);
  return look(release);
}

async function cachedJson<T>(kind: string, name: string, make: () => Promise<T>): Promise<T> {
  const file = join(cacheFolder(), kind, `${name}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  const made = JSON.stringify(await make());
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made);
  // Fresh and cached facts are the same: JSON has no `undefined`.
  return JSON.parse(made) as T;
}

let key: string | undefined;

/** A digest of the reader's code, so that facts of an older reader are never used. */
function readerKey(): string {
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
