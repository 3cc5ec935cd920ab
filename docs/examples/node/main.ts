/** Uses the MCP connector. The middleware adds the beta header that the request needs. */
import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/node';

const client = new Anthropic({
  middleware: [
    betaMiddleware({ onPlan: ({ plan }) => console.log(`anthropic-beta: ${plan.header}`) }),
  ],
});

const message = await client.beta.messages.create({
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.example.com' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
  messages: [{ role: 'user', content: 'What changed in the last release?' }],
});

for (const block of message.content) if (block.type === 'text') console.log(block.text);
