/** A Next.js application with a route for each of its runtimes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

/** Builds with Turbopack and with webpack, and asks the routes of the server. */
export const NEXT_JS: Group = {
  name: 'Next.js',
  async prepare(surroundings) {
    const project = createProject(surroundings, 'next', {
      'app/layout.jsx': LAYOUT,
      'app/send.mjs': PORTABLE,
      'app/edge/route.mjs': createRoute('edge'),
      'app/node/route.mjs': createRoute('nodejs'),
    });
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
    const built = await tryRun(project, process.execPath, [PROGRAM, 'build', ...args]);
    if (!built.ok) throw new Error(built.output);
    await askRoutes(project, ['edge', 'node']);
  },
});

/** Starts the server on a free port and asks each route for its header. */
async function askRoutes(project: string, routes: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, 'start', '--hostname=127.0.0.1', '--port=0'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  try {
    const url = await Promise.race([readUrl(child.stdout), ended.then(() => undefined)]);
    if (url === undefined) throw new Error('next start ended before it listened');
    for (const route of routes) {
      const response = await fetch(`${url}/${route}`);
      const text = await response.text();
      if (text !== HEADER) throw new Error(`/${route} answered ${response.status} ${text}`);
    }
  } finally {
    child.kill();
    await ended;
  }
}

async function readUrl(output: AsyncIterable<unknown>): Promise<string | undefined> {
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
    if (url !== undefined) return url;
  }
  return undefined;
}
