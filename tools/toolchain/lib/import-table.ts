/** Who may import whom. ARCHITECTURE.md has the same table for people. */

/** What a package may import of this repository: at run time, and in its tests besides fake-api, which all tests may. */
interface Row {
  readonly runtime: readonly string[];
  readonly tests?: readonly string[];
}

/** By folder below packages/, and docs. */
export const TABLE: Readonly<Record<string, Row>> = {
  grammar: { runtime: [] },
  manifest: { runtime: ['grammar'] },
  constants: { runtime: [] },
  // The corpus is a part of the manifest.
  core: { runtime: ['grammar', 'constants'], tests: ['manifest'] },
  node: { runtime: ['core', 'constants'] },
  deno: { runtime: ['core', 'constants'] },
  // The oracle reads the manifest's rules by itself; its tests hold the engine against it.
  'fake-api': { runtime: ['manifest'], tests: ['core'] },
  reader: { runtime: ['grammar', 'core'] },
  gateway: { runtime: ['grammar', 'core'] },
  cli: {
    runtime: [
      'grammar',
      'manifest',
      'constants',
      'core',
      'node',
      'deno',
      'fake-api',
      'reader',
      'gateway',
    ],
  },
  'eslint-plugin': { runtime: ['cli'] },
  // The programs of the guides are tested with what they import, on the runtimes of tools/runtimes.
  docs: {
    runtime: ['grammar', 'manifest', 'core', 'reader'],
    tests: ['constants', 'node', 'deno', 'tools/runtimes', 'tools/toolchain'],
  },
};

/** A file of the repository. */
export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  readonly imports: readonly { readonly line: number; readonly specifier: string }[];
}

/** An import that the table does not allow. */
export interface ImportProblem {
  readonly place: string;
  readonly text: string;
}

/** Checks every import of every file against the table. */
export function checkImports(files: readonly SourceFile[]): ImportProblem[] {
  const units = new Set(files.map(({ path }) => unitOf(path)));
  const between: Edge[] = [];
  const problems = files.flatMap((file) =>
    file.imports.flatMap(({ line, specifier }) => {
      const from = unitOf(file.path);
      const to = targetOf(file.path, specifier, units);
      if (from === undefined || to === undefined || to === from) return [];
      const place = `${file.path}:${line}`;
      if (from.startsWith('tools/') && to.startsWith('tools/')) between.push({ from, to, place });
      const text = from.startsWith('tools/')
        ? checkTool(from, to)
        : checkPackage(file.path, from, to, specifier);
      return text === undefined ? [] : [{ place, text }];
    }),
  );
  return [...problems, ...findCycles(between)];
}

/** `core`, `docs`, `tools/sync`, or undefined for a file of the root. */
function unitOf(path: string): string | undefined {
  const [top, name] = path.split('/');
  if (top === 'docs') return 'docs';
  if (top === 'packages') return name;
  return top === 'tools' ? `tools/${name}` : undefined;
}

/** The unit that an import reaches; `the root` for a file outside of all of them. */
function targetOf(
  path: string,
  specifier: string,
  units: ReadonlySet<string | undefined>,
): string | undefined {
  const scoped = /^@beta-headers\/([^/]+)/.exec(specifier)?.[1];
  if (scoped !== undefined) return units.has(`tools/${scoped}`) ? `tools/${scoped}` : scoped;
  if (!specifier.startsWith('.')) return undefined;
  const resolved = new URL(specifier, `file:///${path}`).pathname.slice(1);
  return unitOf(resolved) ?? 'the root';
}

function checkTool(from: string, to: string): string | undefined {
  if (from !== 'tools/toolchain') return undefined;
  return `tools/toolchain imports ${to}. It runs before everything else and may import nothing.`;
}

function checkPackage(
  path: string,
  from: string,
  to: string,
  specifier: string,
): string | undefined {
  const row = TABLE[from];
  if (!row) {
    return `packages/${from} has no row in tools/toolchain/lib/import-table.ts. Add one.`;
  }
  const test = isTest(path);
  const allowed = test ? [...row.runtime, ...(row.tests ?? []), 'fake-api'] : row.runtime;
  if (!allowed.includes(to)) {
    const kind = test ? 'Its tests' : 'It';
    return `${from} imports ${to}. ${kind} may import ${allowed.join(', ') || 'nothing'} of this repository.`;
  }
  if (!test && specifier.startsWith('.'))
    return `${from} imports ${to} by a path. Import @beta-headers/${to}: a path is not in the tarball.`;
  return undefined;
}

/** Tests, and the configuration that runs them. */
function isTest(path: string): boolean {
  return /^(packages\/[^/]+|docs)\/(test\/|vitest[^/]*$)/.test(path);
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly place: string;
}

/** Tools that import one another in a circle, each circle once. */
function findCycles(edges: readonly Edge[]): ImportProblem[] {
  const reaches = (start: string, goal: string, seen = new Set<string>()): boolean =>
    edges.some(({ from, to }) => {
      if (from !== start || seen.has(to)) return false;
      return to === goal || reaches(to, goal, seen.add(to));
    });
  const backwards = edges.filter(({ from, to }) => reaches(to, from));
  return backwards.map(({ from, to, place }) => ({
    place,
    text: `${from} imports ${to}, which imports ${from} again. Move what both need into one of them.`,
  }));
}
