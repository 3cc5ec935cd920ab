/** Clears old tool results with the AI SDK, and adds a beta that no request shows. */
import { createAnthropic } from '@ai-sdk/anthropic';
import { betaFetch } from '@beta-headers/node';
import { generateText } from 'ai';

const anthropic = createAnthropic({
  fetch: betaFetch({
    always: ['interleaved-thinking'],
    onPlan: ({ plan }) => console.log(`anthropic-beta: ${plan.header}`),
  }),
});

const { text } = await generateText({
  model: anthropic('claude-opus-5-5'),
  prompt: 'Hello, Claude',
  providerOptions: {
    anthropic: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
  },
});

console.log(text);
