/** A route handler on the edge runtime. The middleware adds the beta header that it needs. */
import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/node';

export const runtime = 'edge';

let header: string | undefined;
const client = new Anthropic({
  middleware: [betaMiddleware({ onPlan: ({ plan }) => (header = plan.header) })],
});

export async function POST(request: Request): Promise<Response> {
  const { question } = (await request.json()) as { question: string };
  const message = await client.beta.messages.create({
    model: 'claude-opus-5-5',
    max_tokens: 1024,
    context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
    messages: [{ role: 'user', content: question }],
  });
  const answer = message.content.find((block) => block.type === 'text')?.text;
  return Response.json({ header, answer });
}
