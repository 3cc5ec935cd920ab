import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/index.ts';
import { main } from '../src/main.ts';
import { createOutput, escapeControls, escapeLine } from '../src/output.ts';
import { describeOldNode } from '../src/version.ts';
import { callMain } from './support/call-main.ts';

describe('the command line', () => {
  it('names the Node that it needs, and the one that runs', () => {
    for (const old of ['18.20.8', '20.20.2', '22.18.0'])
      expect(describeOldNode(old)).toContain(`needs Node 22.19 or later, and this is ${old}.`);
    for (const recent of ['22.19.0', '24.0.0', '26.10.0'])
      expect(describeOldNode(recent)).toBeUndefined();
  });

  it('lists every command, the exit codes and examples in its help', async () => {
    const { code, stdout, stderr } = await callMain(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const { name } of COMMANDS) expect(stdout).toContain(`  ${name} `);
    const text = stdout.replace(/\s+/g, ' ');
    for (const { summary } of COMMANDS) expect(text).toContain(summary);
    expect(stdout).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 /);
    expect(stdout).toContain('$ beta-headers run --platform bedrock -- claude');
  });

  it('has examples in the help of each command', async () => {
    for (const { name } of COMMANDS) {
      const { code, stdout } = await callMain([name, '--help']);
      expect(code, name).toBe(0);
      expect(stdout, name).toMatch(new RegExp(`Examples:\\n {2}\\$ .*beta-headers ${name}`));
      expect((await callMain(['help', name])).stdout, name).toBe(stdout);
    }
  });

  it('rejects an unknown command with the nearest name and exit code 2', async () => {
    const { code, stdout, stderr } = await callMain(['gatway']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain("unknown command 'gatway'");
    expect(stderr).toContain('Did you mean gateway?');
  });

  it('rejects an unknown option with the nearest name and exit code 2', async () => {
    const { code, stdout, stderr } = await callMain(['env', '--platfrom', 'vertex']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain("unknown option '--platfrom'");
    expect(stderr).toContain('Did you mean --platform?');
  });

  it('prints its help on stderr and exits with 2 if no command is given', async () => {
    const { code, stdout, stderr } = await callMain([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: beta-headers');
  });

  it('colours errors only on a terminal, and never under NO_COLOR', async () => {
    const colour = '\u001b[31m';
    const args = ['env', '--client', 'nobody', '--platform', 'vertex'];
    expect((await callMain(args)).stderr).not.toContain(colour);
    expect((await callMain(args, { isTTY: true })).stderr).toContain(colour);
    expect((await callMain(args, { isTTY: true, env: { NO_COLOR: '1' } })).stderr).not.toContain(
      colour,
    );
    expect((await callMain(args, { isTTY: true, env: { NO_COLOR: '' } })).stderr).toContain(colour);
    expect((await callMain(args, { isTTY: true, env: { TERM: 'dumb' } })).stderr).not.toContain(
      colour,
    );
  });

  it('writes data to stdout and everything else to stderr', () => {
    const written: string[] = [];
    const stream = (name: string) => ({ write: (text: string) => written.push(`${name} ${text}`) });
    const output = createOutput(stream('out'), stream('err'), {});
    output.print('a');
    output.printJson({ b: 1 });
    output.note('c');
    output.fail('d');
    expect(written).toEqual(['out a\n', 'out {"b":1}\n', 'err c\n', 'err error: d\n']);
  });

  it('reports an error that no command expects, and exits with 2', async () => {
    const stdout = {
      write: () => {
        throw new Error('disk on fire');
      },
    };
    let stderr = '';
    const code = await main(['env', '--client', 'claude-code', '--platform', 'bedrock'], {
      stdout,
      stderr: { write: (text) => (stderr += text) },
      env: {},
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/this is a bug; report it at https:[\s\S]*disk on fire[\s\S]* at /);
  });

  it('escapes control characters of texts from elsewhere', () => {
    expect(escapeControls('a\u001b[31m\u0007\u202eb\tc\n')).toBe(
      'a\\u001b[31m\\u0007\\u202eb\tc\n',
    );
    expect(escapeLine('a\n\tb\u0007.ts')).toBe('a\\n\\tb\\u0007.ts');
  });
});
