/** Installs the compilers and packages of the full tests, if this machine does not have them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './programs.ts';

/** The environment of this machine, which package managers need for their settings. */
const machine = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).map(([name, value = '']) => [name, value]));

/** Installs a package of Debian that has a command. @throws if that is not possible */
export async function requireCommand(command: string, packages: string): Promise<void> {
  const find = (): Promise<{ code: number }> => run('sh', ['-c', `command -v ${command}`]);
  if ((await find()).code === 0) return;
  const install = `apt-get update -qq && apt-get install -y -qq ${packages}`;
  const { output } = await run('sh', ['-c', install], { env: machine() });
  if ((await find()).code !== 0)
    throw new Error(`${command} is needed; "${install}" failed:\n${output}`);
}

/** Finds a Python that has these packages, or makes one. Returns its path. */
export async function requirePython(modules: string, packages: string): Promise<string> {
  const given = process.env['PYTHON'];
  if (given) return given;
  if ((await run('python3', ['-c', `import ${modules}`])).code === 0) return 'python3';
  const folder = fileURLToPath(new URL('../../.cache/python', import.meta.url));
  const python = join(folder, 'bin/python');
  if (!existsSync(python)) await run('python3', ['-m', 'venv', folder], { env: machine() });
  const args = ['-m', 'pip', 'install', '--quiet', ...packages.split(' ')];
  const { code, output } = await run(python, args, { env: machine() });
  if (code !== 0)
    throw new Error(`python3 needs ${packages}, which pip cannot install:\n${output}`);
  return python;
}
