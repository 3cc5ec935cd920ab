/** Where the runtimes are that everything is tried on. All of them come from npm with the other dependencies. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The Node majors that are tried besides the one that runs this. */
const OTHER_NODES = ['20', '22', '26'] as const;

export interface Runtimes {
  /** By major version; only this process's own where npm has no Node for this system. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly bun: string;
  readonly deno: string;
  readonly workerd: string;
}

/** Finds every runtime, or says which is missing. */
export function runtimes(): Runtimes {
  const here = process.versions.node.split('.')[0] as string;
  const found = OTHER_NODES.flatMap((major) => {
    const folder = packageFolder(`node-${major}-${process.platform}-${process.arch}`);
    return folder ? [[major, join(folder, 'bin', 'node')] as const] : [];
  });
  const nodes = new Map(
    [...found, [here, process.execPath] as const].sort(([a], [b]) => Number(a) - Number(b)),
  );
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return {
    nodes,
    // The package's own `bun` is put in place by an install script, which we do not run.
    bun: binary(
      'bun',
      `@oven/bun-${system}-${process.arch === 'arm64' ? 'aarch64' : 'x64'}`,
      system === 'windows' ? 'bin/bun.exe' : 'bin/bun',
    ),
    deno: binary('deno', `@deno/${denoSystem()}`, system === 'windows' ? 'deno.exe' : 'deno'),
    workerd: binary(
      'workerd',
      `@cloudflare/workerd-${system}-${process.arch === 'arm64' ? 'arm64' : '64'}`,
      'bin/workerd',
    ),
  };
}

function denoSystem(): string {
  const system = `${process.platform}-${process.arch}`;
  return process.platform === 'linux' ? `${system}-glibc` : system;
}

/** The program inside the package for this system, which `wrapper` has as an optional dependency. */
function binary(wrapper: string, name: string, path: string): string {
  const folder = packageFolder(wrapper);
  const inner = folder && packageFolder(name, folder);
  const file = inner && join(inner, path);
  if (file && existsSync(file)) return file;
  throw new Error(
    `${wrapper} has no program for ${process.platform} ${process.arch} here (looked for ${name}/${path}). Run \`pnpm install\`.`,
  );
}

function packageFolder(name: string, from?: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`, from ? { paths: [from] } : undefined));
  } catch {
    return undefined;
  }
}
