/** Makes the bodies of the gateway's benchmarks. */

const TEXT = 'The quick brown fox jumps over the lazy dog, and the dog does not mind at all. ';

/** Makes a Messages request of about `bytes` bytes, in the shape of an agent's. */
export function createBody(bytes: number): string {
  const tools = Array.from({ length: Math.min(20, Math.ceil(bytes / 5000)) }, (_, i) => ({
    name: `tool_${i}`,
    description: TEXT,
    input_schema: { type: 'object', properties: { path: { type: 'string' } } },
  }));
  const messages: object[] = [];
  const body = {
    model: 'claude-opus-5-5',
    max_tokens: 4096,
    context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
    tools,
    messages,
  };
  let size = JSON.stringify(body).length;
  for (let i = 0; size < bytes; i += 2) {
    const added = [
      { role: 'user', content: [{ type: 'text', text: TEXT.repeat(bytes > 5000 ? 6 : 3) }] },
      { role: 'assistant', content: [{ type: 'text', text: `${i} ${TEXT}` }] },
    ];
    messages.push(...added);
    size += JSON.stringify(added).length;
  }
  messages.push({ role: 'user', content: 'Go on.' });
  return JSON.stringify(body);
}
