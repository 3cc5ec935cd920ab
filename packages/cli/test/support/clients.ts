/** Small clients that tests run behind a gateway. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Sends one request in the form of Bedrock, with betas and fields that Bedrock refuses. */
const SEND = `
const base = process.env.ANTHROPIC_BEDROCK_BASE_URL;
const body = {
  anthropic_version: 'bedrock-2023-05-31',
  anthropic_beta: [
    'claude-code-20250219',
    'prompt-caching-scope-2026-01-05',
    'advanced-tool-use-2025-11-20',
  ],
  max_tokens: 10,
  tools: [
    { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
    { name: 'a', description: 'd', input_schema: { type: 'object' }, defer_loading: true },
    { name: 'b', description: 'd', input_schema: { type: 'object' }, eager_input_streaming: true },
  ],
  messages: [{ role: 'user', content: 'Hello' }],
};
const response = await fetch(base + '/model/us.anthropic.claude-opus-5-5/invoke', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
console.log(response.status, (await response.text()).slice(0, 4000));
`;

/** Sends one request to the path that is given, below the address in the variable that is given. */
const POST = `
const [name, path] = process.argv.slice(2);
const body = { model: 'claude-opus-5-5', max_tokens: 10, messages: [{ role: 'user', content: 'x' }] };
if (path.endsWith('rawPredict')) delete body.model;
const response = await fetch(process.env[name] + path, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'anthropic-beta': 'fast-mode-2026-02-01' },
  body: JSON.stringify(body),
});
console.log(response.status, JSON.stringify(process.env));
`;

/** Prints the environment and the arguments. */
const SHOW = `
const names = Object.keys(process.env).filter((name) => /^(ANTHROPIC|CLAUDE|ENABLE)_/.test(name));
console.log(JSON.stringify({
  args: process.argv.slice(2),
  env: Object.fromEntries(names.sort().map((name) => [name, process.env[name]])),
}));
`;

/** Waits for a signal, and exits with a code of its own or by the signal. */
const WAIT = `
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  if (process.argv[2] !== 'default')
    process.on(signal, () => {
      console.log('got ' + signal);
      process.exit(7);
    });
console.log('waiting at ' + process.env.ANTHROPIC_BEDROCK_BASE_URL);
setInterval(() => {}, 1000);
`;

/** The files of the clients. */
export interface Clients {
  readonly folder: string;
  readonly send: string;
  readonly post: string;
  readonly show: string;
  readonly wait: string;
  readonly remove: () => void;
}

/** Writes the clients to a folder of their own. */
export function writeClients(): Clients {
  const folder = mkdtempSync(join(tmpdir(), 'cli-clients-'));
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  return {
    folder,
    send: write('send.mjs', SEND),
    post: write('post.mjs', POST),
    show: write('show.mjs', SHOW),
    wait: write('wait.mjs', WAIT),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
