/** Runs the commands of the guide on private betas, in a copy of the repository. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Copy, copyRepository } from './support/repository.ts';

const GUIDE = fileURLToPath(
  new URL('../../../docs/src/content/docs/guides/private-betas.mdx', import.meta.url),
);
const BETA = 'shiny-thing-2027-02-01';

/** The code blocks of the guide in one language. */
function listBlocks(language: string): string[] {
  const blocks = readFileSync(GUIDE, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].flatMap(([, name, text]) => (name === language ? [text as string] : []));
}

describe('the guide on private betas', () => {
  let copy: Copy;
  let parent: string;
  let app: string;

  /** Runs a block as written, without the install that each npm script begins with. */
  const runBlock = (text: string): void => {
    const { scripts } = JSON.parse(readFileSync(join(copy.folder, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const block = text.replace(
      /^npm (?:run )?(start|[\w:]+)(?: --)?(?= |$)/gm,
      (line, name: string) => scripts[name]?.replace('node tools/toolchain/run.mjs ', '') ?? line,
    );
    const { ok, output } = copy.run('sh', '-e', '-c', block);
    expect(ok, `${block}\n${output}`).toBe(true);
  };
  const runInApp = (command: string, ...args: string[]) =>
    spawnSync(command, args, {
      cwd: app,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });

  beforeAll(() => {
    copy = copyRepository(['tools/release', 'tools/runtimes', 'tools/sync']);
    parent = dirname(copy.folder);
    app = join(parent, 'our-app');
    mkdirSync(app);
    writeFileSync(join(app, 'package.json'), '{ "private": true, "type": "module" }\n');
    mkdirSync(join(parent, 'our-betas'));
    for (const text of listBlocks('yaml')) {
      const path = /^# (our-betas\/\S+)\n/.exec(text)?.[1];
      writeFileSync(join(parent, path as string), text);
    }
  });
  afterAll(() => copy.remove());

  it('generates, builds, packs and installs with its own commands', () => {
    const [generate, pack, install, ...others] = listBlocks('sh');
    expect(others).toHaveLength(1);
    for (const block of [generate, pack, install]) runBlock(block as string);
    expect(readdirSync(join(parent, 'our-packages'))).toContain('acme-beta-headers-node-1.0.0.tgz');
    expect(readdirSync(join(app, 'node_modules/@acme'))).toEqual(
      expect.arrayContaining(['beta-headers-core', 'beta-headers-fake-api', 'beta-headers-node']),
    );
  });

  it('leaves no public name in a tarball that could be installed in place of ours', () => {
    const folder = join(parent, 'our-packages');
    const found = readdirSync(folder).flatMap((file) => {
      const { stdout } = spawnSync('tar', ['-xzOf', join(folder, file)], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      expect(stdout.length, file).toBeGreaterThan(1000);
      // Links, and the package that is on JSR only.
      const text = stdout.replaceAll(
        /(?:https:\/\/[\w./-]*|jsr:)@beta-headers\/[\w-]+|@beta-headers\/deno\b/g,
        '',
      );
      return [...text.matchAll(/.*@beta-headers\/.*/g)].map(([line]) => `${file}: ${line}`);
    });
    expect(found).toEqual([]);
    const lock = readFileSync(join(app, 'package-lock.json'), 'utf8');
    expect(lock).toContain('node_modules/@acme/beta-headers-core');
    expect(lock).not.toContain('@beta-headers/');
  });

  it('publishes to the registry of the organization only', () => {
    for (const name of readdirSync(join(app, 'node_modules/@acme'))) {
      const file = join(app, 'node_modules/@acme', name, 'package.json');
      expect(JSON.parse(readFileSync(file, 'utf8')), name).toMatchObject({
        name: `@acme/${name}`,
        version: '1.0.0',
        publishConfig: { access: 'restricted', registry: 'https://npm.acme.example' },
      });
    }
  });

  it('has a program that infers the beta, and prints what the guide says', () => {
    const [program = ''] = listBlocks('js');
    writeFileSync(join(app, 'main.ts'), program);
    const { stdout, stderr } = runInApp(process.execPath, 'main.ts');
    const claims = [...program.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)];
    expect(claims).toHaveLength(2);
    expect(stdout.trim(), stderr).toBe(claims.map(([, printed]) => printed).join('\n'));
  });

  it('has a stand-in server that knows the beta', async () => {
    const server = spawn('node_modules/.bin/fake-api', ['--port', '0', '--json'], { cwd: app });
    try {
      const [line] = (await once(server.stdout, 'data')) as [Buffer];
      const { url } = JSON.parse(String(line)) as { url: string };
      const send = async (headers: Record<string, string>): Promise<number> => {
        const { status } = await fetch(`${url}/v1/messages`, {
          method: 'POST',
          headers: { 'anthropic-version': '2023-06-01', 'x-api-key': 'none', ...headers },
          body: JSON.stringify({
            model: 'claude-opus-5-5',
            max_tokens: 1,
            shiny: ['one'],
            messages: [{ role: 'user', content: 'Hello' }],
          }),
        });
        return status;
      };
      expect(await send({})).toBe(400);
      expect(await send({ 'anthropic-beta': BETA })).toBe(200);
    } finally {
      server.kill();
    }
  });

  it('has types that know the names of the overlay', () => {
    writeFileSync(
      join(app, 'types.ts'),
      `import { type Beta, betas } from '@acme/beta-headers-node';
import { SHINY_THING_2027_02_01 } from '@acme/beta-headers-constants';

export const beta: Beta = SHINY_THING_2027_02_01;
export const exact: readonly '${BETA}'[] = betas('shiny-thing');
// @ts-expect-error It is misspelt.
betas('shiny-thign');
`,
    );
    const options = '--noEmit --strict --module nodenext --target es2023 --lib es2023,dom --types';
    const { status, stdout } = runInApp('tsc', ...options.split(' '), '', 'main.ts', 'types.ts');
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
