/** Streams an answer on Bun. The middleware adds the beta header that the request needs. */
import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/node';

const client = new Anthropic({
  middleware: [
    betaMiddleware({ onPlan: ({ plan }) => console.log(`anthropic-beta: ${plan.header}`) }),
  ],
});

const stream = client.beta.messages.stream({
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
  messages: [{ role: 'user', content: 'Hello, Claude' }],
});

console.log(await stream.finalText());
