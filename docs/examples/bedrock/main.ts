/** Sends Bedrock the value that it accepts, and refuses what Bedrock does not have. */
import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
import { BetaPolicyError, betaMiddleware } from '@beta-headers/node';

const client = new AnthropicBedrock({
  middleware: [
    betaMiddleware({
      platform: 'bedrock',
      onPlan: ({ plan }) => console.log(`${plan.verdict}, betas: ${plan.header ?? 'none'}`),
    }),
  ],
});
const request = {
  model: 'us.anthropic.claude-opus-5-5',
  max_tokens: 1024,
  messages: [{ role: 'user' as const, content: 'Hello, Claude' }],
};

const message = await client.beta.messages.create({
  ...request,
  context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
});
for (const block of message.content) if (block.type === 'text') console.log(block.text);

try {
  await client.beta.messages.create({
    ...request,
    mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.example.com' }],
    tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
  });
} catch (error) {
  if (!(error instanceof BetaPolicyError)) throw error;
  console.log(error.code, error.decisions[0]?.feature);
}
