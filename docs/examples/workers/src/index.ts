/** A Worker that answers a question. The middleware adds the beta header that it needs. */
import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/node';

interface Env {
  readonly ANTHROPIC_API_KEY: string;
  readonly ANTHROPIC_BASE_URL?: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const question = new URL(request.url).searchParams.get('question') ?? 'Hello, Claude';
    let header: string | undefined;
    const client = new Anthropic({
      apiKey: env.ANTHROPIC_API_KEY,
      ...(env.ANTHROPIC_BASE_URL && { baseURL: env.ANTHROPIC_BASE_URL }),
      middleware: [betaMiddleware({ onPlan: ({ plan }) => (header = plan.header) })],
    });
    const message = await client.beta.messages.create({
      model: 'claude-opus-5-5',
      max_tokens: 1024,
      context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
      messages: [{ role: 'user', content: question }],
    });
    const answer = message.content.find((block) => block.type === 'text')?.text;
    return Response.json({ header, answer });
  },
};
