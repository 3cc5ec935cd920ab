/** The compilers that users have, with each kind of `module` that they set. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  type Cell,
  createProject,
  type Files,
  type Group,
  installWithNpm,
  tryRun,
} from './project.ts';

/** The names of the compilers in package.json. */
export const COMPILERS: readonly string[] = [
  'typescript-5.6',
  'typescript-5.9',
  'typescript-6',
  'typescript',
];

const require = createRequire(import.meta.url);

/** A kind of project. */
interface Kind {
  readonly name: string;
  readonly type: 'module' | 'commonjs';
  readonly options: object;
  /**
   * The error that compilers before `since` report, because they do not resolve `exports`, or do
   * not let CommonJS require an ES module.
   */
  readonly limit?: { readonly since: number; readonly error: string };
}

const KINDS: readonly Kind[] = [
  { name: 'nodenext', type: 'module', options: { module: 'nodenext' } },
  {
    name: 'nodenext in CommonJS',
    type: 'commonjs',
    options: { module: 'nodenext' },
    limit: { since: 5.8, error: 'TS1479' },
  },
  {
    name: 'bundler',
    type: 'module',
    options: { module: 'esnext', moduleResolution: 'bundler' },
  },
  {
    name: 'bundler in CommonJS',
    type: 'commonjs',
    options: { module: 'esnext', moduleResolution: 'bundler' },
  },
  {
    name: 'commonjs',
    type: 'commonjs',
    options: { module: 'commonjs' },
    limit: { since: 6, error: 'TS2307' },
  },
];

const SOURCE = `
import Anthropic from '@anthropic-ai/sdk';
import { createFakeApi } from '@beta-headers/fake-api';
import { BetaPolicyError, betaFetch, betaMiddleware, betaRecovery, plan } from '@beta-headers/node';
import { classifyBetaError } from '@beta-headers/core/errors';
import { COMPUTER_USE_2025_11_24 } from '@beta-headers/constants';

const api = createFakeApi();
const middleware = [betaMiddleware({ platform: 'claude-api', recover: betaRecovery() })];
export const client = new Anthropic({ apiKey: 'none', fetch: api.fetch, middleware });
export const wrapped = new Anthropic({ apiKey: 'none', fetch: betaFetch({ fetch: api.fetch }) });
export const header: string | undefined = plan({ method: 'GET', url: '/v1/models' }).header;
export const isBeta: boolean = header === COMPUTER_USE_2025_11_24;
export const isRefusal = (error: unknown): boolean => error instanceof BetaPolicyError;
export const explain = async (response: Response): Promise<string | undefined> =>
  (await classifyBetaError(response))?.betas[0];
// @ts-expect-error: an unknown platform.
betaMiddleware({ platform: 'azure' });
`;

/** Each compiler with each kind; SDK 1.15, strict, declarations checked too. */
export const TYPESCRIPTS: Group = {
  name: 'TypeScript',
  async prepare(surroundings) {
    const project = createProject(surroundings, 'typescript');
    await installWithNpm(
      project,
      '@anthropic-ai/sdk@1.15.0',
      '@beta-headers/node',
      '@beta-headers/core',
      '@beta-headers/constants',
      '@beta-headers/fake-api',
    );
    return COMPILERS.flatMap((compiler) => KINDS.map((kind) => toCell(project, compiler, kind)));
  },
};

function toCell(project: string, compiler: string, kind: Kind): Cell {
  const { version, program } = findCompiler(compiler);
  const { limit } = kind;
  const isLimited = limit !== undefined && Number.parseFloat(version) < limit.since;
  return {
    name: `${version}, ${kind.name}${isLimited ? ` (${limit.error}, as documented)` : ''}`,
    async run() {
      const folder = join('kinds', `${compiler}-${kind.name.replaceAll(' ', '-')}`);
      const inner = createKind(project, folder, kind);
      const ended = await tryRun(inner, process.execPath, [program, '-p', '.']);
      const isRight = isLimited ? ended.output.includes(limit.error) : ended.ok;
      if (!isRight) throw new Error(ended.output);
    },
  };
}

/** Finds the version and the program of a compiler. */
export function findCompiler(name: string): { readonly version: string; readonly program: string } {
  const home = dirname(require.resolve(`${name}/package.json`));
  const { version, bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string;
    bin: { tsc: string };
  };
  return { version, program: join(home, bin.tsc) };
}

/** A folder of the project, with a package.json of its own. */
function createKind(project: string, folder: string, { type, options }: Kind): string {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
    ...options,
  };
  const files: Files = {
    'index.ts': SOURCE,
    'tsconfig.json': JSON.stringify({ compilerOptions, files: ['index.ts'] }),
  };
  return createProject({ folder: project, npmrc: '' }, folder, files, { type });
}
