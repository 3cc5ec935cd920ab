/**
 * `manifest:verify`: recomputes what the manifest covers of an SDK release, with independent code.
 *
 *   npm run manifest:verify -- [--sdk VERSION] [--npm] [--json]
 *
 * Reads the TypeScript of the release with regular expressions and a small parser, and the authored
 * YAML directly. It shares no code with the loader, the lints or tools/sync. Uses the installed
 * copy of the SDK. With --npm, or if another version is installed, it downloads the release from
 * npm. Exit 0: all is covered, and sdk.json and surface.json agree · 1: something is not covered,
 * or they disagree · 2: wrong arguments, or no sources.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareWith, listComparableParts } from './verify/compare.ts';
import {
  collectRequiredRules,
  collectUsedRules,
  coversEntry,
  coversMethod,
  isUsed,
} from './verify/coverage.ts';
import {
  readCitations,
  readFeatures,
  readIgnored,
  readSourceIds,
  readWritten,
} from './verify/manifest-files.ts';
import { readSources } from './verify/release.ts';
import { readSurface, type SurfaceEntry } from './verify/surface.ts';
import { type Method, readMethods, readUnion } from './verify/union-and-methods.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const folder = fileURLToPath(new URL('..', import.meta.url));

interface Metric {
  readonly name: string;
  readonly covered: number;
  readonly total: number;
  readonly missing: readonly string[];
  readonly note?: string;
}

function measure<T>(
  name: string,
  all: readonly T[],
  isCovered: (item: T) => boolean,
  getName: (item: T) => string,
): Metric {
  const missing = all.filter((item) => !isCovered(item));
  return {
    name,
    covered: all.length - missing.length,
    total: all.length,
    missing: missing.map(getName),
  };
}

function readPinnedVersion(): string {
  const { devDependencies } = JSON.parse(
    readFileSync(`${repository}/packages/node/package.json`, 'utf8'),
  ) as { devDependencies: Record<string, string> };
  return devDependencies['@anthropic-ai/sdk'] as string;
}

interface Result {
  readonly version: string;
  readonly metrics: readonly Metric[];
  readonly disagreements: readonly string[];
  /** The compared parts of sdk.json and surface.json. Empty if they are from another release. */
  readonly compared: readonly string[];
  /** The parts of the release that were read. */
  readonly read: Release;
}

interface Release {
  readonly union: readonly string[];
  readonly methods: readonly Method[];
  readonly surface: readonly SurfaceEntry[];
}

function verify(version: string | undefined, fromNpm: boolean): Result {
  const written = readWritten(folder);
  const wanted = version ?? written?.sdk ?? readPinnedVersion();
  const sources = readSources(wanted, repository, fromNpm);
  const read = {
    union: readUnion(sources),
    methods: readMethods(sources),
    surface: readSurface(sources),
  };
  for (const [part, found] of Object.entries(read))
    if (found.length === 0)
      throw new Error(
        `@anthropic-ai/sdk ${wanted}: its ${part} could not be read, so nothing can be verified. ` +
          'Adapt packages/manifest/scripts/verify to the format of that release.',
      );
  const isSame = written !== undefined && (written.sdk ?? wanted) === wanted;
  return {
    version: wanted,
    metrics: [...measureCoverage(read), measureCitations()],
    disagreements: isSame ? compareWith(written, read.union, read.methods, read.surface) : [],
    compared: isSame ? listComparableParts(written) : [],
    read,
  };
}

function measureCoverage({ union, methods, surface }: Release): Metric[] {
  const features = readFeatures(folder);
  const betas = features.flatMap((feature) => feature.betas);
  const ids = new Set(betas.map((beta) => beta.id));
  const [required, used] = [collectRequiredRules(features), collectUsedRules(features)];
  const ignored = readIgnored(folder);
  const byRule = surface.filter((entry) => coversEntry(required, entry));
  const byUse = surface.filter((entry) => !byRule.includes(entry) && isUsed(used, entry));
  return [
    measure(
      'values of the AnthropicBeta union in the manifest',
      union,
      (id) => ids.has(id),
      String,
    ),
    measure(
      'methods whose default beta has a rule or sdk.sends',
      methods,
      (method) => coversMethod(betas, method),
      (method) => `${method.name} (${method.endpoint}) sends ${method.betas}`,
    ),
    {
      ...measure(
        'entries of the beta surface with a rule or a reason',
        surface,
        (entry) => byRule.includes(entry) || byUse.includes(entry) || ignored.has(entry.declared),
        ({ declared, path, value }) =>
          `${declared} at ${path}${value === undefined ? '' : ` = ${value}`}`,
      ),
      note: `${byRule.length} by \`requires\`, ${byUse.length} by \`uses\` alone`,
    },
  ];
}

function measureCitations(): Metric {
  const known = readSourceIds(folder);
  return measure(
    'citations whose source is in sources.yaml',
    readCitations(folder),
    ({ source }) => known.has(source),
    ({ file, source }) => `${file} cites ${source}`,
  );
}

function printResult({ version, metrics, disagreements, compared }: Result): void {
  console.log(`@anthropic-ai/sdk ${version}`);
  for (const { name, covered, total, missing, note } of metrics) {
    console.log(
      `  ${`${covered}/${total}`.padStart(9)}  ${name}${note === undefined ? '' : ` (${note})`}`,
    );
    for (const item of missing) console.log(`             not covered: ${item}`);
  }
  for (const item of disagreements) console.log(`disagrees with sdk.json or surface.json: ${item}`);
  if (disagreements.length > 0) console.log('Run `npm run sync`, or fix the reader that is wrong.');
  const missing = ['union', 'methods', 'surface'].filter((part) => !compared.includes(part));
  if (compared.length === 0)
    console.log('not compared: there is no packages/manifest/sdk.json of this release');
  else if (missing.length > 0)
    console.log(`not compared, because sync did not record it: ${missing.join(', ')}`);
  else if (disagreements.length === 0) console.log('sdk.json and surface.json agree');
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
  if (values.json) console.log(JSON.stringify(result, undefined, 2));
  else printResult(result);
  const isComplete = result.metrics.every(({ missing }) => missing.length === 0);
  process.exitCode = isComplete && result.disagreements.length === 0 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  console.error('usage: npm run manifest:verify -- [--sdk VERSION] [--npm] [--json]');
  process.exitCode = 2;
}
