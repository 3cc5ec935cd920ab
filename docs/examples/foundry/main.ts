/** Uses the MCP connector on Microsoft Foundry. The middleware adds the beta header. */
import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';
import { betaMiddleware } from '@beta-headers/node';

const client = new AnthropicFoundry({
  middleware: [
    betaMiddleware({
      platform: 'foundry',
      onPlan: ({ plan }) => console.log(`anthropic-beta: ${plan.header}`),
    }),
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
