/** Writes the command line as it is after an install: JavaScript, one folder for each package. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { root } from './root.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: object;
}

const SCOPE = '@beta-headers/';

/** Writes `@beta-headers/cli` and its packages to `folder`. Returns the path of the program. */
export function copyCli(folder: string): string {
  const names = new Set(['cli']);
  // Grows while it is read, until it has every package that one of them needs.
  for (const name of names) {
    const source = join(root, 'packages', name);
    const target = join(folder, 'node_modules', SCOPE, name);
    const text = readFileSync(join(source, 'package.json'), 'utf8');
    const { publishConfig, ...manifest } = JSON.parse(text) as Manifest;
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }));
    if (name === 'cli') bundle(join(target, 'dist'));
    else compileFolder(join(source, 'src'), join(target, 'dist'));
    for (const file of readdirSync(source))
      if (file.endsWith('.json') && file !== 'package.json' && !file.startsWith('tsconfig'))
        cpSync(join(source, file), join(target, file));
    for (const dependency of Object.keys(manifest.dependencies ?? {})) {
      if (dependency.startsWith(SCOPE)) names.add(dependency.slice(SCOPE.length));
      else link(join(source, 'node_modules', dependency), join(target, 'node_modules', dependency));
    }
  }
  return join(folder, 'node_modules', SCOPE, 'cli/dist/cli.js');
}

/** Bundles the program, as its build does. */
function bundle(target: string): void {
  execFileSync(process.execPath, [join(root, 'packages/cli/scripts/bundle.ts'), target]);
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to);
}

/** Removes the types of each module, and rewrites the endings of imports, as `tsc` does. */
function compileFolder(source: string, target: string): void {
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const path = join(entry.parentPath, entry.name);
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      loader: 'ts',
      format: 'esm',
      target: 'node22',
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    });
    const out = join(target, path.slice(source.length)).replace(/\.ts$/, '.js');
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, code.replace(/(["']\.{1,2}\/[^"'\n]*)\.ts(["'])/g, '$1.js$2'));
  }
}
