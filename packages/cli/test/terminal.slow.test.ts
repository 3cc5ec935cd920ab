import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CLI } from './support/run-cli.ts';
import { writeTemporary } from './support/temporary.ts';

/** Counts the signals that Ctrl+C brings. */
const CLIENT = `
let count = 0;
let timer;
process.on('SIGINT', () => {
  count += 1;
  clearTimeout(timer);
  timer = setTimeout(() => {
    console.log('signals: ' + count + ', terminal: ' + process.stdin.isTTY);
    process.exit(5);
  }, 500);
});
console.log('ready');
setInterval(() => {}, 1000);
`;

/** Runs a command in a terminal, presses Ctrl+C 20 times, and prints its exit code. */
const TERMINAL = `
import os, pty, sys, time
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
output = b''
while b'ready' not in output:
    output += os.read(terminal, 1000)
for _ in range(20):
    os.write(terminal, b'\\x03')
    time.sleep(0.04)
try:
    while True:
        output += os.read(terminal, 1000)
except OSError:
    pass
status = os.waitpid(pid, 0)[1]
print(output.decode())
print('exit', os.waitstatus_to_exitcode(status))
`;

describe('run in a terminal', () => {
  it('lets each Ctrl+C reach the client once', async () => {
    const client = writeTemporary('client.mjs', CLIENT);
    const terminal = writeTemporary('terminal.py', TERMINAL);
    const { stdout } = await promisify(execFile)(
      'python3',
      [
        terminal,
        process.execPath,
        CLI,
        'run',
        '--platform',
        'bedrock',
        '--',
        process.execPath,
        client,
      ],
      {
        env: { PATH: process.env['PATH'], AWS_BEARER_TOKEN_BEDROCK: 'x', AWS_REGION: 'us-east-1' },
      },
    );
    const [, count] = /signals: (\d+), terminal: true/.exec(stdout) ?? [];
    // The system joins signals that arrive at the same time, so there can be fewer.
    expect(Number(count)).toBeGreaterThan(0);
    expect(Number(count)).toBeLessThanOrEqual(20);
    expect(stdout).toContain('exit 5');
  });
});
