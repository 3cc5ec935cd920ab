/** The allowed imports between packages. ARCHITECTURE.md has the same table for readers. */

/** The packages of this repository that a package may import. All tests may import fake-api too. */
interface Row {
  readonly runtime: readonly string[];
  readonly tests?: readonly string[];
}

/** Keyed by folder name below packages/, plus docs. */
export const TABLE: Readonly<Record<string, Row>> = {
  grammar: { runtime: [] },
  manifest: { runtime: ['grammar'] },
  constants: { runtime: [] },
  // The conformance corpus is part of the manifest.
  core: { runtime: ['grammar', 'constants'], tests: ['manifest'] },
  node: { runtime: ['core', 'constants'] },
  deno: { runtime: ['core', 'constants'] },
  // The oracle has its own reading of the rules; its tests compare the engine with it.
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
  // The tests run the example programs of the guides, on the runtimes of tools/runtimes.
  docs: {
    runtime: ['grammar', 'manifest', 'core', 'reader'],
    tests: ['constants', 'node', 'deno', 'tools/codegen', 'tools/runtimes', 'tools/toolchain'],
  },
};

/** A source file and its imports. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
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
  const units = new Set(files.map(({ path }) => findUnit(path)));
  const toolEdges: Edge[] = [];
  const problems = files.flatMap((file) =>
    file.imports.flatMap(({ line, specifier }) => {
      const from = findUnit(file.path);
      const to = resolveUnit(file.path, specifier, units);
      if (from === undefined || to === undefined || to === from) return [];
      const place = `${file.path}:${line}`;
      if (from.startsWith('tools/') && to.startsWith('tools/')) toolEdges.push({ from, to, place });
      const text = from.startsWith('tools/')
        ? checkTool(from, to)
        : checkPackage(file.path, from, to, specifier);
      return text === undefined ? [] : [{ place, text }];
    }),
  );
  return [...problems, ...findCycles(toolEdges)];
}

/** Returns `core`, `docs` or `tools/sync`; undefined for a file in the root. */
function findUnit(path: string): string | undefined {
  const [top, name] = path.split('/');
  if (top === 'docs') return 'docs';
  if (top === 'packages') return name;
  return top === 'tools' ? `tools/${name}` : undefined;
}

/** Finds the unit that an import resolves to; `the root` for a file outside all units. */
function resolveUnit(
  path: string,
  specifier: string,
  units: ReadonlySet<string | undefined>,
): string | undefined {
  const scoped = /^@beta-headers\/([^/]+)/.exec(specifier)?.[1];
  if (scoped !== undefined) return units.has(`tools/${scoped}`) ? `tools/${scoped}` : scoped;
  if (!specifier.startsWith('.')) return undefined;
  const resolved = new URL(specifier, `file:///${path}`).pathname.slice(1);
  return findUnit(resolved) ?? 'the root';
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
    const subject = test ? 'Its tests' : 'It';
    const list = allowed.join(', ') || 'nothing';
    return `${from} imports ${to}. ${subject} may import ${list} of this repository.`;
  }
  if (!test && specifier.startsWith('.'))
    return (
      `${from} imports ${to} by a path, which the tarball does not contain. ` +
      `Import @beta-headers/${to}.`
    );
  return undefined;
}

/** Tests if a file is a test, an example or a vitest configuration. */
function isTest(path: string): boolean {
  return /^(packages\/[^/]+|docs)\/(test\/|examples\/|vitest[^/]*$)/.test(path);
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly place: string;
}

/** Finds tools that import each other in a cycle. */
function findCycles(edges: readonly Edge[]): ImportProblem[] {
  const canReach = (start: string, goal: string, seen = new Set<string>()): boolean =>
    edges.some(({ from, to }) => {
      if (from !== start || seen.has(to)) return false;
      return to === goal || canReach(to, goal, seen.add(to));
    });
  const cyclic = edges.filter(({ from, to }) => canReach(to, from));
  return cyclic.map(({ from, to, place }) => ({
    place,
    text: `${from} imports ${to}, which imports ${from}. Move the shared code into one of them.`,
  }));
}
