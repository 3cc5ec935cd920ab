/** `beta-headers mcp`: serves read-only tools for agents over stdio. */
import process from 'node:process';
import type { Command } from 'commander';
import { readToday } from '../data-age.ts';
import { readVersion } from '../version.ts';
import type { Context } from './command.ts';

const HELP = `
Speaks the Model Context Protocol on stdin and stdout. The tools explain_request, find_beta and
scan_text read only the text that they are given, and send nothing. Ends when stdin is closed, or by
a signal.

Examples:
  $ beta-headers mcp
  $ claude mcp add beta-headers -- npx -y @beta-headers/cli mcp`;

/** Adds the action of `mcp`. */
export function defineCommand(command: Command, context: Context): void {
  command.addHelpText('after', HELP).action(() => serve(context));
}

async function serve(context: Context): Promise<void> {
  const [{ createServer }, { serveStdio }] = await Promise.all([
    import('../mcp/server.ts'),
    import('@modelcontextprotocol/server/stdio'),
  ]);
  const today = () => readToday(context);
  const handle = serveStdio(() => createServer({ version: readVersion(), today }), {
    onerror: ({ message }) => context.output.note(`beta-headers mcp: ${message}`),
  });
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
  });
  await handle.close();
}
