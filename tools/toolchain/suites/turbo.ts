import { command } from '../lib/command.ts';
import { type Outcome, type Suite, single } from '../lib/suite.ts';

/** `tsc` over every package and every tool. */
export const typecheck: Suite = {
  name: 'typecheck',
  about: 'strict tsc over every package, tool and test',
  cores: 2,
  run: () => turbo('typecheck'),
};

/** Every package and the site. */
export const build: Suite = {
  name: 'build',
  about: 'every package and the site build',
  cores: 2,
  run: () => turbo('build'),
};

async function turbo(task: string): Promise<Outcome> {
  const ended = await command('turbo', [
    'run',
    task,
    '--continue',
    '--output-logs=errors-only',
    '--log-order=grouped',
    '--no-color',
  ]);
  const [, successful, total] = /Tasks:\s+(\d+) successful, (\d+) total/.exec(ended.output) ?? [];
  if (successful === undefined || total === undefined || total === '0')
    return single({ ok: false, output: ended.output });
  const failed = Math.max(Number(total) - Number(successful), ended.ok ? 0 : 1);
  return { passed: Number(successful), failed, log: ended.output };
}
