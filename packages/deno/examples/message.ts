/**
 * One message through the official client, with a beta feature and no `betas`.
 *
 * ```sh
 * deno run --allow-net=api.anthropic.com --allow-env=ANTHROPIC_API_KEY --ignore-env \
 *   examples/message.ts
 * ```
 *
 * Takes another address than the API's as its first argument.
 * @module
 */
import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/deno';
import { mcpServer, mcpToolset } from '@beta-headers/deno/mcp-client';

const [baseURL = 'https://api.anthropic.com'] = Deno.args;
const client = new Anthropic({ baseURL, middleware: [betaMiddleware()] });
const message = await client.beta.messages.create({
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  mcp_servers: [mcpServer({ name: 'docs', url: 'https://mcp.example.com' })],
  tools: [mcpToolset({ mcp_server_name: 'docs' })],
  messages: [{ role: 'user', content: 'Hello' }],
});
console.log(message.type);
