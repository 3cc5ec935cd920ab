/** Sends a request with plain fetch. `betaFetch` adds the beta header that the body needs. */
import { betaFetch } from '@beta-headers/deno';

const baseUrl = Deno.env.get('ANTHROPIC_BASE_URL') ?? 'https://api.anthropic.com';
const send = betaFetch({
  onPlan: ({ plan }) => console.log(`anthropic-beta: ${plan.header}`),
});

const response = await send(`${baseUrl}/v1/messages`, {
  method: 'POST',
  headers: {
    'x-api-key': Deno.env.get('ANTHROPIC_API_KEY') ?? '',
    'anthropic-version': '2026-10-21',
    'content-type': 'application/json',
  },
  body: JSON.stringify({
    model: 'claude-opus-5-5',
    max_tokens: 1024,
    context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
    messages: [{ role: 'user', content: 'Hello, Claude' }],
  }),
});

const { content } = await response.json();
console.log(content[0].text);
