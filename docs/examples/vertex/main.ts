/** Replaces a header value by the one that Google Cloud wants for the same feature. */
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import { betaMiddleware } from '@beta-headers/node';

const client = new AnthropicVertex({
  middleware: [
    betaMiddleware({
      platform: 'vertex',
      onPlan: ({ plan }) => console.log(`anthropic-beta: ${plan.header}`),
    }),
  ],
});

const message = await client.beta.messages.create({
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  betas: ['advanced-tool-use-2025-11-20'],
  tools: [{ type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' }],
  messages: [{ role: 'user', content: 'Hello, Claude' }],
});

for (const block of message.content) if (block.type === 'text') console.log(block.text);
