/** Finds the runtimes that the packages are tested on. All of them are npm dependencies. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The Node majors that are tested besides the current one. */
const OTHER_NODES = ['20', '22', '26'] as const;

/** The path of each runtime's program. */
export interface Runtimes {
  /** Keyed by major version. Only the current Node if npm has no other for this system. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly bun: string;
  readonly deno: string;
  readonly workerd: string;
}

/** Finds every runtime. Throws if one is missing. */
export function findRuntimes(): Runtimes {
  const here = process.versions.node.split('.')[0] as string;
  const found = OTHER_NODES.flatMap((major) => {
    const folder = findPackageFolder(`node-${major}-${process.platform}-${process.arch}`);
    return folder ? [[major, join(folder, 'bin', 'node')] as const] : [];
  });
  const nodes = new Map(
    [...found, [here, process.execPath] as const].sort(([a], [b]) => Number(a) - Number(b)),
  );
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return {
    nodes,
    // The install script of `bun` would create its program, and install scripts are disabled.
    bun: findBinary(
      'bun',
      `@oven/bun-${system}-${process.arch === 'arm64' ? 'aarch64' : 'x64'}`,
      system === 'windows' ? 'bin/bun.exe' : 'bin/bun',
    ),
    deno: findBinary(
      'deno',
      `@deno/${formatDenoSystem()}`,
      system === 'windows' ? 'deno.exe' : 'deno',
    ),
    workerd: findBinary(
      'workerd',
      `@cloudflare/workerd-${system}-${process.arch === 'arm64' ? 'arm64' : '64'}`,
      'bin/workerd',
    ),
  };
}

function formatDenoSystem(): string {
  const system = `${process.platform}-${process.arch}`;
  return process.platform === 'linux' ? `${system}-glibc` : system;
}

/** Finds the program in the package for this system, an optional dependency of `wrapper`. */
function findBinary(wrapper: string, name: string, path: string): string {
  const folder = findPackageFolder(wrapper);
  const inner = folder && findPackageFolder(name, folder);
  const file = inner && join(inner, path);
  if (file && existsSync(file)) return file;
  throw new Error(
    `${wrapper} has no program for ${process.platform} ${process.arch} ` +
      `(looked for ${name}/${path}). Run \`pnpm install\`.`,
  );
}

function findPackageFolder(name: string, from?: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`, from ? { paths: [from] } : undefined));
  } catch {
    return undefined;
  }
}
