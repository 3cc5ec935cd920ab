/** The commands that serve: `mcp`, `gateway` and `run`. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLI, checkEnd, expectEnd, type Host, startProgram } from './cli-process.ts';
import { writeFiles } from './project.ts';

/** Starts the MCP server, lists its tools, and closes its input. */
export async function callMcp(host: Host): Promise<void> {
  const { child, ended, waitFor } = startProgram(host, [CLI, 'mcp']);
  const send = (message: object): void =>
    void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  try {
    const clientInfo = { name: 'installs', version: '1.0.0' };
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
    send({ id: 1, method: 'initialize', params });
    await waitFor(/"name":"beta-headers"[^\n]*\n/);
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/list' });
    await waitFor(/"explain_request"[^\n]*"find_beta"[^\n]*"scan_text"[^\n]*\n/);
    child.stdin.end();
    checkEnd('mcp', await ended, { code: 0 });
  } finally {
    child.kill('SIGKILL');
  }
}

/** Starts a gateway, gives its address to `use`, and ends it by a signal. */
async function withGateway(
  host: Host,
  config: string,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const args = [CLI, 'gateway', '--config', config, '--port', '0'];
  const { child, ended, waitFor } = startProgram(host, args);
  try {
    await use((await waitFor(/^http:\S+\n/)).trim());
    child.kill('SIGTERM');
    checkEnd('gateway', await ended, { code: 0, stderr: /\bclosing\b/ });
  } finally {
    child.kill('SIGKILL');
  }
}

/** Starts a gateway and requests its own path. */
export const serveGateway = (host: Host): Promise<void> =>
  withGateway(host, 'gateway.yaml', async (url) => {
    const response = await fetch(`${url}/healthz`);
    const text = await response.text();
    if (response.status !== 200 || text !== '{"status":"ok"}')
      throw new Error(`/healthz answered ${response.status} ${text}`);
  });

/** The clouds whose credentials need a library, with an upstream and the package. */
const CLOUDS = {
  aws: {
    platform: 'bedrock',
    url: 'https://bedrock-runtime.us-east-1.amazonaws.com',
    library: '@aws-sdk/credential-provider-node',
  },
  google: {
    platform: 'vertex',
    url: 'https://aiplatform.googleapis.com/v1/projects/p/locations/global',
    library: 'google-auth-library',
  },
  azure: {
    platform: 'foundry',
    url: 'https://example.services.ai.azure.com/anthropic',
    library: '@azure/identity',
  },
} as const;

/** Starts a gateway that signs. Without the library, a request is answered with the command. */
export async function requestWithoutLibrary(host: Host, cloud: keyof typeof CLOUDS): Promise<void> {
  const { platform, url, library } = CLOUDS[cloud];
  const config = `${cloud}.yaml`;
  const lines = [
    'upstreams:',
    '  - name: only',
    `    platform: ${platform}`,
    `    url: ${url}`,
    `    auth: { sign: ${cloud} }`,
  ];
  writeFiles(host.project, { [config]: `${lines.join('\n')}\n` });
  await withGateway(host, config, async (gateway) => {
    const messages = [{ role: 'user', content: 'Hello' }];
    const response = await fetch(`${gateway}/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'claude-opus-5-5', max_tokens: 1, messages }),
    });
    const text = await response.text();
    const message = `the package ${library} is not installed; run \`npm i ${library}\``;
    if (response.status !== 502 || !text.includes(message))
      throw new Error(`expected 502 with: ${message}\n${response.status} ${text}`);
  });
}

/** Sends a request that needs a beta, without it. */
const CLIENT = `
fetch(process.env.ANTHROPIC_BASE_URL + '/v1/messages', {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'x-api-key': 'none',
    'anthropic-version': '2023-06-01',
  },
  body: JSON.stringify({
    model: 'claude-opus-5-5',
    max_tokens: 10,
    mcp_servers: [{ type: 'url', url: 'https://x.example', name: 'x' }],
    tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
    messages: [{ role: 'user', content: 'Hello' }],
  }),
}).then(async (response) => {
  console.log('sent', await response.text());
  process.exit(3);
});
`;

/** Runs a client whose request reaches an upstream of this process, which returns the header. */
export async function runBehindGateway(host: Host): Promise<void> {
  const upstream = createServer((request, response) => {
    request.resume().once('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ beta: request.headers['anthropic-beta'] }));
    });
  }).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const { port } = upstream.address() as AddressInfo;
  const options = ['--platform', 'claude-api', '--upstream', `http://127.0.0.1:${port}`];
  const client = [process.execPath, '-e', CLIENT];
  try {
    await expectEnd(host, [CLI, 'run', ...options, '--', ...client], {
      code: 3,
      stdout: /^sent \{"beta":"mcp-client-2025-11-20"\}\n$/,
      stderr: /mcp-client-2025-11-20/,
    });
  } finally {
    upstream.closeAllConnections();
    upstream.close();
  }
}
