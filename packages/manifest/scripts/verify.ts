/**
 * `manifest:verify`: recomputes what the manifest covers of an SDK release, by other means than everything else here.
 *
 *   node packages/manifest/scripts/verify.ts [--sdk VERSION] [--npm] [--json]
 *
 * Reads the release's TypeScript with regular expressions and a small reader of its own, and the authored YAML as it stands: no line of it
 * is shared with the loader, the lints or tools/sync. Takes the installed copy of the SDK, or with --npm (and where another version is
 * installed) the one that npm gives.
 * Exit 0: all is covered, and sdk.json and surface.json say the same · 1: something is not, or they disagree · 2: wrong arguments, or no sources.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareWith } from './verify/compare.ts';
import { coversEntry, coversMethod, messageRules } from './verify/coverage.ts';
import { betasOf, ignoredOf, writtenIn } from './verify/manifest-files.ts';
import { sourcesOf } from './verify/release.ts';
import { type SurfaceEntry, surfaceOf } from './verify/surface.ts';
import { type Method, methodsOf, unionOf } from './verify/union-and-methods.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const folder = fileURLToPath(new URL('..', import.meta.url));

interface Figure {
  readonly name: string;
  readonly covered: number;
  readonly total: number;
  readonly missing: readonly string[];
  readonly note?: string;
}

function figure<T>(
  name: string,
  all: readonly T[],
  isCovered: (item: T) => boolean,
  nameOf: (item: T) => string,
): Figure {
  const missing = all.filter((item) => !isCovered(item));
  return {
    name,
    covered: all.length - missing.length,
    total: all.length,
    missing: missing.map(nameOf),
  };
}

function pinnedVersion(): string {
  const { devDependencies } = JSON.parse(
    readFileSync(`${repository}/packages/node/package.json`, 'utf8'),
  ) as { devDependencies: Record<string, string> };
  return devDependencies['@anthropic-ai/sdk'] as string;
}

interface Result {
  readonly version: string;
  readonly figures: readonly Figure[];
  readonly disagreements: readonly string[];
  readonly compared: boolean;
  /** What was read of the release. */
  readonly read: {
    readonly union: readonly string[];
    readonly methods: readonly Method[];
    readonly surface: readonly SurfaceEntry[];
  };
}

function verify(version: string | undefined, fromNpm: boolean): Result {
  const written = writtenIn(folder);
  const wanted = version ?? written?.sdk ?? pinnedVersion();
  const sources = sourcesOf(wanted, repository, fromNpm);
  const betas = betasOf(folder);
  const ids = new Set(betas.map((beta) => beta.id));
  const rules = messageRules(betas);
  const ignored = ignoredOf(folder);
  const [union, methods, surface] = [unionOf(sources), methodsOf(sources), surfaceOf(sources)];
  const byRule = surface.filter((entry) => coversEntry(rules, entry)).length;
  const figures = [
    figure('values of the AnthropicBeta union in the manifest', union, (id) => ids.has(id), String),
    figure(
      'methods whose default beta has a rule or sdk.sends',
      methods,
      (method) => coversMethod(betas, method),
      (method) => `${method.name} (${method.endpoint}) sends ${method.betas}`,
    ),
    {
      ...figure(
        'entries of the beta surface with a rule or a reason',
        surface,
        (entry) => coversEntry(rules, entry) || ignored.has(entry.declared),
        ({ declared, path, value }) =>
          `${declared} at ${path}${value === undefined ? '' : ` = ${value}`}`,
      ),
      note: `${byRule} by a rule`,
    },
  ];
  const sameRelease = written !== undefined && (written.sdk ?? wanted) === wanted;
  const disagreements = sameRelease ? compareWith(written, union, methods, surface) : [];
  return {
    version: wanted,
    figures,
    disagreements,
    compared: sameRelease,
    read: { union, methods, surface },
  };
}

try {
  const { values } = parseArgs({
    options: {
      sdk: { type: 'string' },
      npm: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.sdk !== undefined && !/^\d+\.\d+\.\d+$/.test(values.sdk))
    throw new Error(`--sdk ${values.sdk}: give a version, such as 1.12.0`);
  const result = verify(values.sdk, values.npm);
  const { version, figures, disagreements, compared } = result;
  if (values.json) console.log(JSON.stringify(result, undefined, 2));
  else {
    console.log(`@anthropic-ai/sdk ${version}`);
    for (const { name, covered, total, missing, note } of figures) {
      console.log(
        `  ${`${covered}/${total}`.padStart(7)}  ${name}${note === undefined ? '' : ` (${note})`}`,
      );
      for (const item of missing) console.log(`           not covered: ${item}`);
    }
    for (const item of disagreements)
      console.log(`disagrees with sdk.json or surface.json: ${item}`);
    if (compared)
      console.log(
        disagreements.length === 0
          ? 'sdk.json and surface.json say the same'
          : 'run `npm run sync`, or mend whichever of the two readers is wrong',
      );
    else console.log('not compared: there is no packages/manifest/sdk.json of this release');
  }
  process.exitCode =
    disagreements.length > 0 || figures.some(({ missing }) => missing.length > 0) ? 1 : 0;
} catch (error) {
  console.error(
    `${(error as Error).message}\nusage: npm run manifest:verify -- [--sdk VERSION] [--npm] [--json]`,
  );
  process.exitCode = 2;
}
