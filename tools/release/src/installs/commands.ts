/** Every command of the packages from npm, on each runtime that they support. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findRuntimes } from '@beta-headers/runtimes';
import { runOrThrow } from '../../../toolchain/lib/command.ts';
import { CLI, CONFORMANCE, type Expected, expectEnd, type Host } from './cli-process.ts';
import {
  callMcp,
  checkConformance,
  requestWithoutLibrary,
  runBehindGateway,
  serveGateway,
} from './cli-servers.ts';
import { COMPILERS, findCompiler } from './compilers.ts';
import {
  type Cell,
  createProject,
  type Group,
  installWithNpm,
  tryRun,
  writeFiles,
} from './project.ts';

/** The entries of the gateway that serve need the types of Node. */
const NODE_TYPES = '@types/node@24.19.2';

const OURS = ['@beta-headers/cli', '@beta-headers/gateway', '@beta-headers/reader'];

/** The oldest Node that the packages support, as in their `engines`. */
const LEAST_NODE = 22;

/** The peers that only some configurations of the gateway need. */
const OPTIONAL = [
  '@aws-sdk/credential-provider-node',
  '@azure/identity',
  'google-auth-library',
  'ioredis',
];

const ENTRIES = {
  '@beta-headers/gateway': 'createGateway',
  '@beta-headers/gateway/node': 'serveConfig',
  '@beta-headers/gateway/conformance': 'runConformance',
  '@beta-headers/reader': 'readText',
  '@beta-headers/cli/scan': 'scanText',
};

/** A request that needs a beta, without it. */
const BODY = JSON.stringify({
  model: 'claude-opus-5-5',
  max_tokens: 10,
  mcp_servers: [{ type: 'url', url: 'https://x.example', name: 'x' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
  messages: [{ role: 'user', content: 'Hello' }],
});

const ERROR = JSON.stringify({
  type: 'error',
  error: {
    type: 'invalid_request_error',
    message:
      'Unexpected value(s) `mcp-client-2025-11-21` for the `anthropic-beta` header. ' +
      'Please consult our documentation or try again without the header.',
  },
});

const UPSTREAM = `upstreams:
  - name: only
    platform: bedrock
    url: https://bedrock-runtime.us-east-1.amazonaws.com
`;

const OLD_BETAS = "export const betas = ['prompt-caching-2024-07-31', 'mcp-client-2025-11-20'];\n";

/** A command that ends by itself. */
interface Command extends Expected {
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Record<string, string>;
}

const COMMANDS: readonly Command[] = [
  { args: ['--version'], code: 0, stdout: /^\d+\.\d+\.\d+\S*\n$/ },
  { args: ['--help'], code: 0, stdout: /^Usage: beta-headers [\s\S]*\n {2}mcp\b/ },
  { args: ['list'], code: 0, stdout: /^mcp-client-2025-11-20 +beta +/m },
  { args: ['show', 'mcp-client'], code: 0, stdout: /^default +mcp-client-2025-11-20$/m },
  {
    args: ['explain', '--platform', 'claude-api'],
    input: BODY,
    code: 1,
    stdout: /^anthropic-beta: mcp-client-2025-11-20$/m,
  },
  { args: ['error'], input: ERROR, code: 1, stdout: /\bmcp-client-2025-11-21\b/ },
  {
    args: ['header', 'mcp-client-2025-11-20,prompt-caching-2024-07-31'],
    code: 1,
    stdout: /^prompt-caching-2024-07-31: graduated$/m,
  },
  {
    args: ['env', '--client', 'claude-code', '--platform', 'vertex'],
    code: 0,
    stdout: /^export CLAUDE_CODE_USE_VERTEX=1$/m,
  },
  { args: ['export', '--for', 'litellm'], code: 0, stdout: /"mcp-client-2025-11-20"/ },
  {
    args: ['probe', '--platform', 'claude-api', '--model', 'claude-opus-5-5'],
    env: { ANTHROPIC_API_KEY: 'sk-example' },
    code: 2,
    stdout: /^$/,
    stderr: /^Sends \d+ requests to claude-api [\s\S]*nothing was sent; add --yes/,
  },
  {
    args: ['gateway', '--config', 'gateway.yaml', '--check'],
    code: 0,
    stdout: /^ {4}platform: bedrock$/m,
  },
  {
    args: ['gateway', '--config', 'redis.yaml', '--port', '0'],
    code: 2,
    stdout: /^$/,
    stderr: /^error: A memory in Redis needs the package ioredis: npm install ioredis$/m,
  },
];

/** The command line, the gateway and the reader. */
export const CLI_COMMANDS: Group = {
  name: 'commands',
  async prepare(surroundings) {
    const project = createProject(surroundings, 'commands', {
      'gateway.yaml': UPSTREAM,
      'redis.yaml': `${UPSTREAM}recovery: { memory: { redis: "redis://127.0.0.1:6379" } }\n`,
      'entries.mjs': writeImports(),
      'types.ts': writeTypes(),
      'tsconfig.json': JSON.stringify({ compilerOptions: TYPE_OPTIONS, files: ['types.ts'] }),
    });
    await installWithNpm(project, ...OURS, NODE_TYPES);
    const { nodes, bun } = findRuntimes();
    const listed = [...nodes].map(([major, runtime]) => ({ major: Number(major), runtime }));
    const toHost = (name: string, runtime: string): Host => ({ project, name, runtime });
    const old = listed.filter(({ major }) => major < LEAST_NODE);
    const hosts = [
      ...listed
        .filter(({ major }) => major >= LEAST_NODE)
        .map(({ major, runtime }) => toHost(`Node ${major}`, runtime)),
      toHost('Bun', bun),
    ];
    return [
      lackPeers(project),
      startByName(project),
      ...COMPILERS.map((compiler) => compileEntries(project, compiler)),
      ...old.map(({ major, runtime }) => refuseOldNode(toHost(`Node ${major}`, runtime))),
      ...hosts.flatMap(listCells),
    ];
  },
};

const listCells = (host: Host): Cell[] => [
  ...COMMANDS.map(
    ({ args, ...expected }): Cell => ({
      name: `${args.slice(0, 5).join(' ')}, ${host.name}`,
      run: async () => void (await expectEnd(host, [CLI, ...args], expected)),
    }),
  ),
  { name: `scan and --fix, ${host.name}`, run: () => scanAndFix(host) },
  { name: `mcp, ${host.name}`, run: () => callMcp(host) },
  { name: `gateway, ${host.name}`, run: () => serveGateway(host) },
  { name: `beta-headers-conformance, ${host.name}`, run: () => checkConformance(host) },
  { name: `run, ${host.name}`, run: () => runBehindGateway(host) },
  ...(['aws', 'google', 'azure'] as const).map((cloud) => ({
    name: `gateway without the library of ${cloud}, ${host.name}`,
    run: () => requestWithoutLibrary(host, cloud),
  })),
  {
    name: `beta-headers-conformance --list, ${host.name}`,
    run: async () => {
      await expectEnd(host, [CONFORMANCE, '--list'], {
        code: 0,
        stdout: /^path\.message \(must\)/m,
      });
    },
  },
  {
    name: `import of every entry, ${host.name}`,
    run: async () => void (await expectEnd(host, ['entries.mjs'], { code: 0, stdout: /^ok\n$/ })),
  },
];

/** Writes a module that imports each entry and uses one of its functions by name. */
function writeImports(): string {
  const lines = Object.entries(ENTRIES).map(
    ([entry, name]) =>
      `if (typeof (await import('${entry}')).${name} !== 'function') throw new Error('${entry}');`,
  );
  return [...lines, "console.log('ok');", ''].join('\n');
}

/** Declarations are checked too. */
const TYPE_OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  types: ['node'],
};

/** Writes a module that imports each entry with its types. */
const writeTypes = (): string =>
  Object.entries(ENTRIES)
    .map(([entry, name]) => `export { ${name} } from '${entry}';\n`)
    .join('');

const compileEntries = (project: string, compiler: string): Cell => {
  const { version, program } = findCompiler(compiler);
  return {
    name: `types of every entry, TypeScript ${version}`,
    async run() {
      const ended = await tryRun(project, process.execPath, [program, '-p', '.']);
      if (!ended.ok) throw new Error(ended.output);
    },
  };
};

/** Scans a file of its own, fixes it, and scans it again. */
async function scanAndFix(host: Host): Promise<void> {
  const folder = `scan-${host.name.replace(' ', '-')}`;
  writeFiles(host.project, { [`${folder}/betas.ts`]: OLD_BETAS });
  const scan = [CLI, 'scan', folder, '--platform', 'claude-api'];
  await expectEnd(host, scan, {
    code: 1,
    stdout: /betas\.ts:1:24 warn prompt-caching-2024-07-31 /,
  });
  await expectEnd(host, [...scan, '--diff'], { code: 1, stdout: /^-export const betas = /m });
  await expectEnd(host, [...scan, '--fix'], { code: 0, stderr: /^fixed .*: 1 edit$/m });
  await expectEnd(host, [...scan, '--info'], { code: 0, stdout: /mcp-client-2025-11-20/ });
}

/** npm installs no optional peer, so every other cell runs without them. */
const lackPeers = (project: string): Cell => ({
  name: 'installs no optional peer',
  async run() {
    const found = OPTIONAL.filter((name) => existsSync(join(project, 'node_modules', name)));
    if (found.length > 0) throw new Error(`installed: ${found.join(', ')}`);
  },
});

/** Starts the programs by the names that npm links, as `npx` finds them. */
const startByName = (project: string): Cell => ({
  name: 'npm exec, by the names of the programs',
  async run() {
    const execute = (...args: string[]): Promise<string> =>
      runOrThrow('npm', ['exec', '--no', '--', ...args], { cwd: project });
    const version = await execute('beta-headers', '--version');
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(version);
    const checks = await execute('beta-headers-conformance', '--list');
    if (!checks.startsWith('path.message')) throw new Error(checks);
  },
});

/** Checks that an older Node prints a message of ours, not the error of a library. */
const refuseOldNode = (host: Host): Cell => ({
  name: `names the Node that it needs, ${host.name}`,
  async run() {
    for (const args of [['list'], ['gateway', '--config', 'gateway.yaml'], ['--help']])
      await expectEnd(host, [CLI, ...args], {
        code: 2,
        stdout: /^$/,
        stderr: /^error: beta-headers needs Node 22\.19 or later, and this is [\d.]+\. [^\n]+\n$/,
      });
  },
});
