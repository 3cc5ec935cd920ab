/** The command `scan`: output, exit codes, configuration, fixes and wrong input. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ScanOutput } from '../../src/schema/scan.ts';
import { CLI, type Finished } from '../support/run-cli.ts';
import { CURRENT, FIXED, listPaths, OLD, scan, writeProject } from './project.ts';

describe('scan', () => {
  it('exits with 0 and prints nothing on stdout if nothing is found', async () => {
    const { code, stdout, stderr } = await scan(writeProject({ 'a.ts': CURRENT }));
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe('0 errors, 0 warnings, 1 informational (--info lists them) in 1 file\n');
  });

  it('counts only the edits that --fix makes', async () => {
    const text = `const betas = ['pdfs-2024-09-25', 'tools-2024-04-04'];\n`;
    const folder = writeProject({ 'a.ts': text });
    const { stdout, stderr } = await scan(folder);
    expect(stdout.match(/\[fixable\]/g)).toHaveLength(1);
    expect(stderr).toContain('1 can be fixed with --fix');
    expect((await scan(folder, '--fix')).stderr).toContain('fixed a.ts: 1 edit\n');
  });

  it('prints JSON that matches its schema, with the informational findings', async () => {
    const { code, stdout } = await scan(writeProject({ 'a.ts': OLD, 'b.bin.ts': '\0' }), '--json');
    const report = ScanOutput.parse(JSON.parse(stdout));
    expect(code).toBe(1);
    expect(report).toMatchObject({
      fileCount: 2,
      platforms: ['claude-api'],
      findings: [
        { path: 'a.ts', kind: 'graduated', fixable: true, fix: { text: '' } },
        { kind: 'current', level: 'info', fixable: false },
      ],
    });
  });

  it('prints annotations of GitHub with escaped messages', async () => {
    const { code, stdout } = await scan(writeProject({ 'a,b.ts': OLD }), '--format', 'github');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^::warning file=a%2Cb\.ts,line=1,endLine=1,col=17,endColumn=32,title=beta-headers%3A graduated::pdfs/,
    );
  });

  it('respects .gitignore, nested ones too, and skips node_modules', async () => {
    const folder = writeProject({
      '.gitignore': 'dist/\n*.gen.ts\n',
      'dist/a.ts': OLD,
      'b.gen.ts': OLD,
      'src/.gitignore': 'c.ts\n!keep.gen.ts\n',
      'src/c.ts': OLD,
      'src/keep.gen.ts': OLD,
      'node_modules/x/index.js': OLD,
      'd.ts': OLD,
    });
    const { stdout } = await scan(folder, '--json');
    expect(listPaths(stdout)).toEqual(['d.ts', 'src/keep.gen.ts']);
    const inside = await scan(folder, 'dist', '--json');
    expect(listPaths(inside.stdout)).toEqual(['dist/a.ts']);
  });

  it('takes files, folders and patterns, each file once', async () => {
    const folder = writeProject({ 'a/x.ts': OLD, 'a/y.py': `betas = ["pdfs-2024-09-25"]\n` });
    const { stdout } = await scan(folder, 'a/x.ts', 'a', '*/*.ts', '--json');
    expect(listPaths(stdout)).toEqual(['a/x.ts', 'a/y.py']);
  });

  it('reads the nearest configuration, and options take precedence', async () => {
    const folder = writeProject({
      'beta-headers.config.yaml': 'platforms: [vertex]\nexclude: [old/]\nfailWithin: 30\n',
      'old/a.ts': OLD,
      'src/a.ts': `const betas = ['skills-2025-10-02'];\n`,
      'src/.gitignore': '',
    });
    const own = await scan(join(folder, 'src'));
    expect(own.stdout).toContain('[unavailable]');
    expect((await scan(join(folder, 'src'), '--platform', 'claude-api')).stdout).toContain(
      '[graduated]',
    );
    expect(listPaths((await scan(folder, '--json')).stdout)).toEqual(['src/a.ts']);
  });
});

describe('scan --format sarif', () => {
  const Run = z.strictObject({
    tool: z.strictObject({
      driver: z.strictObject({
        name: z.literal('beta-headers'),
        version: z.string(),
        semanticVersion: z.string(),
        informationUri: z.url(),
        rules: z.array(z.looseObject({ id: z.string(), helpUri: z.url() })).length(11),
      }),
    }),
    columnKind: z.literal('utf16CodeUnits'),
    originalUriBaseIds: z.record(z.string(), z.unknown()),
    results: z.array(
      z.strictObject({
        ruleId: z.string(),
        ruleIndex: z.int().nonnegative(),
        level: z.enum(['error', 'warning', 'note']),
        message: z.strictObject({ text: z.string().min(1) }),
        locations: z.array(z.unknown()).length(1),
        partialFingerprints: z.record(z.string(), z.string().regex(/^[\da-f]{32}:\d+$/)),
      }),
    ),
  });
  const Sarif = z.strictObject({
    $schema: z.url(),
    version: z.literal('2.1.0'),
    runs: z.tuple([Run]),
  });

  it('lists all rules and no results if nothing is found', async () => {
    const { code, stdout } = await scan(writeProject({ 'a.ts': '' }), '--format', 'sarif');
    expect(code).toBe(0);
    expect(Sarif.parse(JSON.parse(stdout)).runs[0].results).toEqual([]);
  });

  it('is valid against the schema of the SARIF committee', async () => {
    const { default: schema } = await import(
      '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
      { with: { type: 'json' } }
    );
    const { default: Ajv } = await import('ajv-draft-04');
    const validate = new Ajv.default({
      strict: false,
      validateFormats: false,
      unicodeRegExp: false,
    }).compile(schema);
    for (const files of [
      { 'a.ts': '' },
      { 'a b.ts': OLD, 'src/ü.py': `betas=["pdf-2024-09-25"]\n` },
    ]) {
      const { stdout } = await scan(writeProject(files), '--format', 'sarif');
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('has levels, encoded paths and fingerprints that survive new lines', async () => {
    const text = `${OLD}const x = ['output-128k-2025-02-19'];\n`;
    const read = async (content: string) => {
      const { stdout } = await scan(writeProject({ 'a b.ts': content }), '--format', 'sarif');
      return Sarif.parse(JSON.parse(stdout)).runs[0].results;
    };
    const before = await read(text);
    const after = await read(`\n\n${text}`);
    expect(before.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
      'retired error',
      'graduated warning',
      'current note',
    ]);
    expect(JSON.stringify(before[0]?.locations)).toContain('"uri":"a%20b.ts"');
    expect(after.map((one) => one.partialFingerprints)).toEqual(
      before.map((one) => one.partialFingerprints),
    );
    expect(after[0]?.locations).not.toEqual(before[0]?.locations);
  });
});

describe('scan --fix and --diff', () => {
  const commit = (folder: string): void => {
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args]);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
  };

  it('prints a unified diff, writes nothing and exits with 1', async () => {
    const folder = writeProject({ 'a.ts': OLD, 'b.ts': CURRENT });
    const { code, stdout } = await scan(folder, '--diff');
    expect(code).toBe(1);
    expect(stdout).toBe(`--- a/a.ts\n+++ b/a.ts\n@@ -1,1 +1,1 @@\n-${OLD}+${FIXED}`);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(OLD);
    expect((await scan(folder, '--diff', 'b.ts')).code).toBe(0);
  });

  it('exits with 1 if a finding is left', async () => {
    const folder = writeProject({ 'a.ts': `${OLD}export const A = 'tools-2024-04-04';\n` });
    const { code, stdout } = await scan(folder, '--fix');
    expect(code).toBe(1);
    expect(stdout).toContain('a.ts:2:');
  });

  it('refuses uncommitted changes without --allow-dirty', async () => {
    const folder = writeProject({ 'a.ts': OLD });
    commit(folder);
    writeFileSync(join(folder, 'new.txt'), 'x');
    const refused = await scan(folder, '--fix');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/uncommitted changes.*\n {2}\?\? new\.txt\n.*--allow-dirty/s);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(OLD);
    expect((await scan(folder, '--fix', '--allow-dirty')).code).toBe(0);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(FIXED);
  });

  it('fixes a clean repository', async () => {
    const folder = writeProject({ 'a.ts': OLD });
    commit(folder);
    expect((await scan(folder, '--fix')).code).toBe(0);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(FIXED);
  });

  it('runs no program that the repository names', async () => {
    const folder = writeProject({ 'a.ts': OLD });
    commit(folder);
    const program = join(folder, '.git/program');
    writeFileSync(program, `#!/bin/sh\ntouch ${join(folder, '.git/ran')}\n`, { mode: 0o755 });
    execFileSync('git', ['-C', folder, 'config', 'core.fsmonitor', program]);
    expect((await scan(folder, '--fix')).code).toBe(0);
    expect(readdirSync(join(folder, '.git'))).not.toContain('ran');
  });
});

describe('scan with wrong input', () => {
  const fails = async (
    folder: string,
    args: readonly string[],
    message: RegExp | string,
  ): Promise<Finished> => {
    const result = await scan(folder, ...args);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(message);
    return result;
  };

  it('reports a path that does not exist, and scans the others', async () => {
    const folder = writeProject({ 'a.ts': OLD });
    const { stdout } = await fails(folder, ['a.ts', 'b.ts'], /b\.ts: there is no such file/);
    expect(stdout).toContain('a.ts:1:');
  });

  it('fixes nothing if a path does not exist', async () => {
    const folder = writeProject({ 'a.ts': OLD });
    await fails(folder, ['a.ts', 'b.ts', '--fix'], /no such file/);
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(OLD);
  });

  it('reports a file and a folder without permission', () => {
    const folder = writeProject({ 'a.ts': OLD, 'b.ts': OLD, 'c/d.ts': OLD });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'b.ts'), 0);
    chmodSync(join(folder, 'c'), 0);
    // The permissions of files do not apply to root.
    const user = getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'scan'], {
      cwd: folder,
      encoding: 'utf8',
      ...user,
    });
    chmodSync(join(folder, 'c'), 0o755);
    expect(status, stderr).toBe(2);
    expect(stdout).toMatch(/^a\.ts:1:17 /);
    expect(stderr).toMatch(/b\.ts: no permission to read it/);
    expect(stderr).toMatch(/\bc: no permission to read it/);
  });

  it('skips invalid UTF-8 with a message, and does not change it', async () => {
    const bytes = Buffer.concat([Buffer.from(OLD), Buffer.from([0xff, 0xfe, 0x0a])]);
    const folder = writeProject({ 'a.ts': bytes });
    const { code, stdout, stderr } = await scan(folder, '--fix');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('skipped a.ts:2: it is no valid UTF-8');
    await fails(folder, ['--fix', 'a.ts'], /a\.ts:2: not scanned: it is no valid UTF-8/);
    expect(readFileSync(join(folder, 'a.ts'))).toEqual(bytes);
  });

  it('skips a file of 2 GB without reading it', async () => {
    const folder = writeProject({ 'a.ts': '' });
    truncateSync(join(folder, 'a.ts'), 2 ** 31);
    const { code, stderr } = await scan(folder);
    expect(code).toBe(0);
    expect(stderr).toContain('skipped a.ts: it is too large; --max-size raises the limit');
    await fails(folder, ['a.ts'], /a\.ts: not scanned: it is too large/);
  });

  it('survives texts that end the process of the parser', async () => {
    // Each evades a guess of the depth: by blocks, semicolons, types, texts or expressions.
    const deep: Readonly<Record<string, string>> = {
      'a.ts': 'if(a){}else '.repeat(150_000),
      'b.ts': 'if(a)b;else '.repeat(150_000),
      'c.tsx': `x=${'<a>;'.repeat(150_000)}`,
      'd.ts': `type X=${'A<x,'.repeat(150_000)}`,
      'e.ts': '[")",'.repeat(150_000),
      'f.js': `/"/;${'[")",'.repeat(150_000)}`,
      'g.ts': `x=${'class extends class{} '.repeat(150_000)}`,
    };
    const folder = writeProject({
      ...Object.fromEntries(Object.entries(deep).map(([name, text]) => [name, `${OLD}${text};`])),
      'z.ts': `${OLD}${'f(a, [b]);\n'.repeat(1000)}`,
    });
    const { code, stdout } = await scan(folder, '--json');
    expect(code).toBe(1);
    expect([...new Set(listPaths(stdout))]).toEqual([...Object.keys(deep), 'z.ts']);
  }, 120_000);

  it('does not follow links in folders, and reports a named link to itself', async () => {
    const folder = writeProject({ 'src/a.ts': OLD });
    symlinkSync('..', join(folder, 'src/up'));
    symlinkSync('self', join(folder, 'self'));
    expect(listPaths((await scan(folder, '--json')).stdout)).toEqual(['src/a.ts']);
    await fails(folder, ['self'], /self: the symbolic link leads to itself/);
  });

  it('edits the file that a named link leads to', async () => {
    const folder = writeProject({ 'src/a.ts': OLD });
    symlinkSync('src/a.ts', join(folder, 'link.ts'));
    expect((await scan(folder, 'link.ts', '--fix')).code).toBe(0);
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(FIXED);
  });

  it.each([
    [
      'beta-headers.config.yaml',
      'platfroms: [bedrock]\n',
      /no key is called platfroms; did you mean platforms\?/,
    ],
    [
      'beta-headers.config.json',
      '{ "platforms": ["bedrok"] }',
      /no platform is called "bedrok"; did you mean bedrock\?/,
    ],
    ['beta-headers.config.json', '{ "platforms": [', /beta-headers\.config\.json:1:\d+: /],
    ['beta-headers.config.yaml', 'exclude: dist\n', /exclude has to be a list/],
    ['beta-headers.config.yaml', 'failWithin: soon\n', /failWithin has to be a number of days/],
    ['beta-headers.config.yaml', '- a\n', /has to be an object/],
  ])('rejects the configuration %s: %s', async (name, text, message) => {
    await fails(writeProject({ [name]: text }), [], message);
  });

  it('rejects two configurations in a folder, and a missing one', async () => {
    const two = { 'beta-headers.config.yaml': '', 'beta-headers.config.json': '{}' };
    await fails(writeProject(two), [], /there are two configurations; remove one of/);
    await fails(writeProject({}), ['--config', 'x.yaml'], /x\.yaml: cannot read the configuration/);
  });

  it.each([
    [['--fix', '--diff'], /--fix and --diff: choose one/],
    [['--json', '--format', 'sarif'], /--json and --format: choose one/],
    [['--diff', '--format', 'github'], /--diff and --format/],
    [['--allow-dirty'], /--allow-dirty: it has a meaning only with --fix/],
    [['--format', 'xml'], /Allowed choices are text, json, sarif, github/],
    [['--fail-within', 'soon'], /Give a number of days/],
    [['--max-size', '0'], /Give a number of megabytes/],
    [['--platform', 'bedrok'], /did you mean bedrock\?/],
  ])('rejects the flags %s', async (args, message) => {
    await fails(writeProject({}), args, message);
  });
});
