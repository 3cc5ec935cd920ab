/** Lists the files of paths, without those that Git ignores. */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { globSync } from 'tinyglobby';

/** A file to scan. */
export interface WalkedFile {
  /** The path to open. */
  readonly path: string;
  /** The path to show: relative to the working directory, with forward slashes. */
  readonly shown: string;
  /** The user named the file itself. */
  readonly isNamed: boolean;
}

/** The choice of files. */
export interface WalkOptions {
  readonly cwd: string;
  /** Patterns in the syntax of .gitignore; only files that match one are scanned. */
  readonly include?: readonly string[] | undefined;
  /** Patterns in the syntax of .gitignore. */
  readonly exclude?: readonly string[] | undefined;
  /** Reports a folder or file that cannot be read. */
  readonly onProblem: (path: string, error: unknown) => void;
}

/** Folders that hold no source of the project. */
const SKIPPED = new Set(['.git', '.hg', '.svn', '.jj', 'node_modules']);
const GLOB = /[*?[\]{}]/;

/** A set of rules, and the folder that they are relative to. */
interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** Lists the files of paths and patterns. A missing path is reported and left out. */
export function* walk(paths: readonly string[], options: WalkOptions): Generator<WalkedFile> {
  const { cwd, include, exclude, onProblem } = options;
  const chosen = include && include.length > 0 ? createRules(cwd, include) : undefined;
  const left = exclude && exclude.length > 0 ? createRules(cwd, exclude) : undefined;
  const seen = new Set<string>();
  for (const path of paths.flatMap((one) => expand(one, cwd))) {
    const absolute = resolve(cwd, path);
    try {
      const isFolder = statSync(absolute).isDirectory();
      const files = isFolder ? walkFolder(absolute, onProblem) : [absolute];
      for (const file of files) {
        const isLeftOut =
          (left && matches(left, file)) || (isFolder && chosen && !matches(chosen, file));
        if (isLeftOut || seen.has(file)) continue;
        seen.add(file);
        yield { path: file, shown: toShown(cwd, file), isNamed: !isFolder };
      }
    } catch (error) {
      onProblem(path, error);
    }
  }
}

/** Expands a pattern that no shell has expanded. */
function expand(path: string, cwd: string): string[] {
  if (!GLOB.test(path) || existsSync(resolve(cwd, path))) return [path];
  const pattern = sep === '\\' ? path.replaceAll('\\', '/') : path;
  const found = globSync(pattern, { cwd, ignore: ['**/node_modules/**', '**/.git/**'], dot: true });
  return found.length > 0 ? found.sort() : [path];
}

/** Makes a path relative to the working directory, with forward slashes. */
export function toShown(cwd: string, file: string, separator: string = sep): string {
  const prefix = cwd.endsWith(separator) ? cwd : `${cwd}${separator}`;
  const path = file.startsWith(prefix) ? file.slice(prefix.length) : file;
  return separator === '\\' ? path.replaceAll('\\', '/') : path;
}

const createRules = (folder: string, patterns: readonly string[] | string): Rules => ({
  folder,
  matcher: ignore({ allowRelativePaths: true }).add(patterns as string),
});

function matches({ folder, matcher }: Rules, path: string, isFolder = false): boolean {
  const inside = relative(folder, path).replaceAll('\\', '/');
  if (inside === '' || inside.startsWith('..')) return false;
  return matcher.ignores(isFolder ? `${inside}/` : inside);
}

/** Symbolic links are not followed, so that loops end and no file is read twice. */
function* walkFolder(root: string, onProblem: WalkOptions['onProblem']): Generator<string> {
  const stack: { folder: string; rules: readonly Rules[] }[] = [
    { folder: root, rules: readParentRules(root) },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { folder } = next;
    const own = readRules(folder);
    const rules = own ? [...next.rules, own] : next.rules;
    const folders: string[] = [];
    const prefix = folder.endsWith(sep) ? folder : `${folder}${sep}`;
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = `${prefix}${entry.name}`;
        if (entry.isDirectory()) {
          if (!SKIPPED.has(entry.name) && !isIgnored(rules, path, true)) folders.push(path);
        } else if (entry.isFile() && !isIgnored(rules, path, false)) yield path;
      }
    } catch (error) {
      onProblem(folder, error);
    }
    stack.push(...folders.reverse().map((one) => ({ folder: one, rules })));
  }
}

/** The innermost file with a rule for the path decides. */
function isIgnored(rules: readonly Rules[], path: string, isFolder: boolean): boolean {
  for (const { folder, matcher } of rules.toReversed()) {
    const inside = relative(folder, path).replaceAll('\\', '/');
    const { ignored, unignored } = matcher.test(isFolder ? `${inside}/` : inside);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

function readRules(folder: string): Rules | undefined {
  try {
    return createRules(folder, readFileSync(join(folder, '.gitignore'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Reads the rules of the folders between the root of the repository and a folder. */
function readParentRules(folder: string): Rules[] {
  const parents: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) parents.unshift(at);
    if (existsSync(join(at, '.git'))) return parents.flatMap((one) => readRules(one) ?? []);
    if (dirname(at) === at) return [];
  }
}

/** Resolves a link that the user named, so that the file is edited and not the link. */
export const resolveLink = (path: string): string =>
  lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
