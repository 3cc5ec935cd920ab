/** The start of the command line, compared with that of Node. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyCli } from './cli-copy.ts';
import type { Bench } from './metric.ts';
import { timeProcesses } from './time-processes.ts';

/** A request that works, because a finding has another exit code. */
const REQUEST = {
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  tools: [{ name: 'get_time', description: 'The time', input_schema: { type: 'object' } }],
  messages: [{ role: 'user', content: 'Hello' }],
};

/** Times `--version` and `explain` from JavaScript, as they are installed. */
export const measureCli: Bench = (report) => {
  report('the start of the command line');
  const folder = mkdtempSync(join(tmpdir(), 'bench-cli-'));
  try {
    const program = copyCli(folder);
    const file = join(folder, 'request.json');
    writeFileSync(file, JSON.stringify(REQUEST));
    const { node, version, explain } = timeProcesses(
      {
        node: ['-e', '0'],
        version: [program, '--version'],
        explain: [program, 'explain', file, '--platform', 'claude-api'],
      },
      15,
    );
    const against = `node -e 0, ${(node * 1000).toFixed(0)} ms`;
    return [
      {
        name: 'beta-headers --version',
        value: `${(version * 1000).toFixed(0)} ms`,
        number: version / node,
        bound: 2,
        against,
      },
      {
        name: 'beta-headers explain',
        value: `${(explain * 1000).toFixed(0)} ms`,
        number: explain / node,
        bound: 4,
        against,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
