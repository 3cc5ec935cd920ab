/** Tests an invented release, from its tarball to the written files. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadManifest, tryLoadManifest } from '@beta-headers/manifest';
import { describe, expect, test } from 'vitest';
import { readSdk } from '../src/read/read.ts';
import type { Outcome } from '../src/sync.ts';
import { planSync } from '../src/sync.ts';
import { loadBaseline, MANIFEST } from '../src/working-tree.ts';
import { repository, runSync, snapshot } from './support/repository.ts';
import { reviewManifest } from './support/reviewer.ts';
import {
  INSTALLED,
  INVENTED,
  makeSimulatedRelease,
  readInstalledRelease,
  SIMULATED,
} from './support/simulated.ts';
import { pack } from './support/tarball.ts';

const release = INVENTED ? readInstalledRelease() : makeSimulatedRelease();
const facts = readSdk(release);

const SOURCE = `sdk-${SIMULATED.version}`;
const CHANGESET = `.changeset/sdk-${SIMULATED.version.replaceAll('.', '-')}.md`;

function plan(root: string): Outcome {
  return planSync(root, loadBaseline(root), facts, release);
}

/** Lists the package.json files that pin the installed SDK. */
function listPins(root: string): string[] {
  return globSync('{packages,tools,docs}/{*/,}package.json', { cwd: root }).filter((path) => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, path), 'utf8'),
    ) as Record<string, Record<string, string>>;
    return { ...dependencies, ...devDependencies }['@anthropic-ai/sdk'] === INSTALLED;
  });
}

function write(root: string, { writes }: Outcome): void {
  for (const [path, text] of writes) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

describe.skipIf(INVENTED)('the simulated release', () => {
  test('is minor: two new betas, one removed, one graduated, one changed default', () => {
    const outcome = plan(repository());
    const open = outcome.findings.filter((finding) => !finding.covered);
    expect(open.map((finding) => finding.kind)).toEqual([
      'new-beta',
      'new-beta',
      'removed',
      'graduated',
      'changed-default',
    ]);
    expect(open).toMatchObject([
      { beta: SIMULATED.newDate, feature: 'advisor-tool', knownFeature: true },
      { beta: SIMULATED.newFeature, feature: 'widgets', knownFeature: false },
      { beta: SIMULATED.removed },
      { entries: ['BetaToolComputerUse20251124'], betas: ['computer-use-2025-11-24'] },
      {
        endpoint: SIMULATED.changed.endpoint,
        before: [SIMULATED.changed.from],
        after: [SIMULATED.changed.to],
      },
    ]);
    expect([outcome.drift, outcome.bump, outcome.base]).toEqual([true, 'minor', INSTALLED]);
  });

  test('is drafted into the affected files, and the manifest loads with the new rules', () => {
    const root = repository();
    const outcome = plan(root);
    expect([...outcome.writes.keys()].sort()).toEqual(
      [
        CHANGESET,
        ...[
          'advisor-tool',
          'computer-use',
          'dreaming',
          'managed-agents',
          'model-context-window-exceeded',
          'widgets',
        ].map((name) => `${MANIFEST}/features/${name}.yaml`),
        `${MANIFEST}/sdk.json`,
        `${MANIFEST}/sources.yaml`,
        `${MANIFEST}/surface.json`,
        ...listPins(root),
      ].sort(),
    );
    write(root, outcome);
    const catalog = loadManifest({ folder: join(root, MANIFEST) });
    const of = (id: string) => catalog.betas.find((beta) => beta.id === id);
    expect(of(SIMULATED.newFeature)).toMatchObject({
      stage: 'beta',
      sdk: { since: { typescript: SIMULATED.version } },
      requires: [{ endpoint: ['POST /v1/widgets', 'GET /v1/widgets/{widget_id}'] }],
    });
    expect(of(SIMULATED.newDate)?.requires).toEqual(
      [
        'tools[].type',
        'messages[].content[].tool.definition.type',
        'messages[].content[].tool_changes[].tool.definition.type',
      ].map((at) => ({
        at,
        is: SIMULATED.newTool,
      })),
    );
    expect(of(SIMULATED.newDate)?.evidence).toContainEqual({
      source: SOURCE,
      at: 'AnthropicBeta',
    });
    for (const id of [
      SIMULATED.newDate,
      SIMULATED.newFeature,
      SIMULATED.removed,
      'computer-use-2025-11-24',
      SIMULATED.changed.from,
    ]) {
      expect(of(id)?.review.length, id).toBeGreaterThan(0);
    }
    const feature = (name: string) => catalog.features.find((one) => one.name === name);
    expect(feature('advisor-tool')).toMatchObject({
      betas: ['advisor-tool-2026-03-01', SIMULATED.newDate],
      default: 'advisor-tool-2026-03-01',
    });
    expect(feature('widgets')).toMatchObject({
      default: SIMULATED.newFeature,
      audience: 'specialised',
      uses: [{ endpoint: ['POST /v1/widgets', 'GET /v1/widgets/{widget_id}'] }],
      availability: { 'claude-api': [{ status: 'available' }], bedrock: [{ status: 'unknown' }] },
    });
    expect(of(SIMULATED.newFeature)?.acceptance).toMatchObject({
      'claude-api': [{ status: 'accepted', evidence: [{ source: SOURCE }] }],
      bedrock: [{ status: 'unknown', evidence: [] }],
    });
    expect(catalog.sources.filter(({ id }) => id === SOURCE)).toEqual([
      { id: SOURCE, package: '@anthropic-ai/sdk', version: SIMULATED.version },
    ]);
  });

  test('raises the pinned SDK, and nothing else of a package.json', () => {
    const root = repository();
    const { writes } = plan(root);
    expect(listPins(root).length).toBeGreaterThan(3);
    for (const path of listPins(root)) {
      const [before, after] = [readFileSync(join(root, path), 'utf8'), writes.get(path) ?? ''];
      const changed = after.split('\n').filter((line, i) => line !== before.split('\n')[i]);
      expect(changed, path).toEqual([
        expect.stringContaining(`"@anthropic-ai/sdk": "${SIMULATED.version}"`),
      ]);
    }
    const helpers = JSON.parse(writes.get('packages/node/package.json') ?? '') as {
      peerDependencies: Record<string, string>;
    };
    expect(helpers.peerDependencies['@anthropic-ai/sdk']).toBe('>=0.50.0');
  });

  test('only adds lines to the files', () => {
    const root = repository();
    for (const [path, text] of plan(root).writes) {
      if (!path.endsWith('.yaml') || !existsSync(join(root, path))) continue;
      const after = text.split('\n');
      let at = 0;
      for (const line of readFileSync(join(root, path), 'utf8').split('\n')) {
        at = after.indexOf(line, at) + 1;
        expect(at, `${path}: ${line}`).toBeGreaterThan(0);
      }
    }
  });

  test('has a changeset and a report that a person can read', () => {
    const outcome = plan(repository());
    expect(outcome.writes.get(CHANGESET)).toMatch(
      /^---\n"@beta-headers\/manifest": minor\n---\n\nnew: `advisor-tool-2026-12-01`, a new date of advisor-tool/,
    );
    expect(outcome.report).toContain(`# @anthropic-ai/sdk ${INSTALLED} → ${SIMULATED.version}`);
    expect(outcome.report).toContain(
      "'anthropic-beta': [...(betas ?? []), 'widgets-2026-12-05'].toString()",
    );
    expect(outcome.report).toContain('interface BetaAdvisorTool20261201');
    expect(outcome.report.match(/- \[ \] /g)?.length).toBeGreaterThan(8);
    expect(outcome.report.split(`### ${SIMULATED.version} (2026-12-01)`)).toHaveLength(2);
    expect(outcome.report.length).toBeLessThan(60_000);
  });

  test('can be released after a review', () => {
    const root = repository();
    write(root, plan(root));
    const options = { folder: join(root, MANIFEST), forRelease: true };
    const marks = tryLoadManifest(options).problems.map(({ rule }) => rule);
    expect(new Set(marks)).toEqual(new Set(['review-marks']));
    expect(reviewManifest(root)).toHaveLength(marks.length);
    const { catalog, problems } = tryLoadManifest(options);
    expect(problems).toEqual([]);
    const graduated = catalog?.betas.find(({ id }) => id === 'computer-use-2025-11-24');
    expect([graduated?.stage, graduated?.requires]).toEqual(['graduated', []]);
    expect(catalog?.features.find(({ name }) => name === 'computer-use')?.uses).toContainEqual({
      at: 'tools[].type',
      is: SIMULATED.graduated,
    });
    expect(plan(root).drift).toBe(false);
  });

  test('changes nothing when it runs twice', () => {
    const root = repository();
    write(root, plan(root));
    const again = plan(root);
    expect([...again.writes.keys()]).toEqual([]);
    expect([again.drift, again.bump]).toEqual([false, 'none']);
  });
});

test.skipIf(INVENTED)(
  'is drafted from a tarball: --check writes nothing, and a second run finds nothing',
  () => {
    const root = repository();
    const tarball = join(root, '.git', 'sdk.tgz');
    writeFileSync(tarball, pack(release.files));
    const before = snapshot(root);

    const checked = runSync(root, ['--tarball', tarball, '--check', '--json']);
    expect(checked.status, checked.stderr).toBe(3);
    expect(JSON.parse(checked.stdout)).toMatchObject({
      sdk: SIMULATED.version,
      base: INSTALLED,
      drift: true,
      bump: 'minor',
    });
    expect(snapshot(root)).toEqual(before);

    const ran = runSync(root, ['--tarball', tarball]);
    expect(ran.status, ran.stderr).toBe(3);
    expect(ran.stdout).toContain('written: packages/manifest/features/widgets.yaml');
    expect(existsSync(join(root, `.cache/sync/${SIMULATED.version}.md`))).toBe(true);

    const drafted = snapshot(root);
    const again = runSync(root, ['--tarball', tarball]);
    expect(again.status, again.stderr).toBe(0);
    expect(again.stdout).toContain(`${SIMULATED.version}: nothing new`);
    expect(snapshot(root)).toEqual(drafted);
  },
);
