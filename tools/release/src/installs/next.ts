/** A Next.js application with a route for each of its runtimes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from './cli-process.ts';
import { HEADER, PACKAGES, PORTABLE } from './program.ts';
import { type Cell, createProject, type Group, installWithNpm, tryRun } from './project.ts';

const NEXT = ['next@16.4.6', 'react@19.3.1', 'react-dom@19.3.1'];
const PROGRAM = 'node_modules/next/dist/bin/next';

const createRoute = (runtime: 'edge' | 'nodejs'): string => `
import { send } from '../send.mjs';
export const runtime = '${runtime}';
export const dynamic = 'force-dynamic';
export const GET = async () => new Response(await send());
`;

const LAYOUT = 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;\n';

/** Builds with Turbopack and with webpack, and requests the routes of the server. */
export const NEXT_JS: Group = {
  name: 'Next.js',
  async prepare(surroundings) {
    const files = {
      'app/layout.jsx': LAYOUT,
      'app/send.mjs': PORTABLE,
      'app/edge/route.js': createRoute('edge'),
      'app/node/route.js': createRoute('nodejs'),
    };
    // Without `type`, because with `module` Next.js itself fails to build edge routes with webpack.
    const project = createProject(surroundings, 'next', files, {});
    await installWithNpm(
      project,
      ...PACKAGES,
      '@beta-headers/core',
      '@beta-headers/constants',
      ...NEXT,
    );
    return [useBundler(project, 'Turbopack', []), useBundler(project, 'webpack', ['--webpack'])];
  },
};

const useBundler = (project: string, bundler: string, args: readonly string[]): Cell => ({
  name: `edge and Node, ${bundler}`,
  async run() {
    // The output of one bundler confuses the other.
    rmSync(join(project, '.next'), { recursive: true, force: true });
    const built = await tryRun(project, process.execPath, [PROGRAM, 'build', ...args]);
    if (!built.ok) throw new Error(built.output);
    await fetchRoutes(project, ['edge', 'node']);
  },
});

/** Starts the server and requests the header from each route. */
async function fetchRoutes(project: string, routes: readonly string[]): Promise<void> {
  const port = await findFreePort();
  const args = [PROGRAM, 'start', '--hostname=127.0.0.1', `--port=${port}`];
  const child = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ready = new Promise<boolean>((resolve) => {
    const read = (chunk: unknown): void => {
      output += String(chunk);
      if (output.includes('Ready')) resolve(true);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => resolve(false));
  });
  try {
    if (!(await ready)) throw new Error('next start ended before it listened');
    for (const route of routes) {
      const response = await fetch(`http://127.0.0.1:${port}/${route}`);
      const text = await response.text();
      if (text !== HEADER) throw new Error(`/${route} answered ${response.status} ${text}`);
    }
  } catch (error) {
    throw new Error(`${String(error)}\n${output}`);
  } finally {
    if (child.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
  }
}
