/** A statement that is cut into several texts, which someone joins, is no statement. */
import { describe, expect, it } from 'vitest';
import { accept, createClient, describeUnexpected, reject } from './support/client.ts';

const A = 'task-budgets-2026-03-13';

/** Cuts a text into three blocks, within words. */
const cut = (text: string): string[] => [text.slice(0, 9), text.slice(9, 31), text.slice(31)];

const FORMS: Record<string, (parts: string[]) => object> = {
  'the blocks of a message': (parts) => ({
    messages: [{ role: 'user', content: parts.map((text) => ({ type: 'text', text })) }],
  }),
  'several messages': (parts) => ({
    messages: parts.map((content, i) => ({ role: i % 2 ? 'assistant' : 'user', content })),
  }),
  'the system prompt and a message': ([first, ...rest]) => ({
    system: first,
    messages: [{ role: 'user', content: rest.join('') }],
  }),
  'tool results': (parts) => ({
    messages: [
      {
        role: 'user',
        content: parts.map((content, i) => ({ type: 'tool_result', tool_use_id: `${i}`, content })),
      },
    ],
  }),
};

describe('texts of a request that an error quotes as one', () => {
  for (const [form, toBody] of Object.entries(FORMS))
    for (const statement of [describeUnexpected([A]), 'invalid beta flag for this model'])
      it.each(['', ' ', '\n'])(`${form}, ${statement.slice(0, 12)}, joined by %j`, async (mark) => {
        const parts = cut(statement);
        const client = createClient(({ betas }) =>
          betas.includes(A) ? reject(`The content was blocked. ${parts.join(mark)}`) : accept(),
        );
        const response = await client.send({ betas: [A], body: toBody(parts) });
        expect([response.status, client.sent]).toEqual([400, [[A]]]);
      });
});

it.each<[string, object]>([
  ['codes', { type: 'invalid', code: 'beta', name: 'flag', message: 'bad' }],
  ['a message and its details', { message: 'invalid beta', details: 'flag' }],
  ['blocks', { message: ['invalid beta', 'flag'].map((text) => ({ type: 'text', text })) }],
])('fields of an error: %s', async (_, error) => {
  const client = createClient(({ betas }) =>
    betas.includes(A) ? Response.json({ error }, { status: 400 }) : accept(),
  );
  expect((await client.send({ betas: [A] })).status).toBe(400);
  expect(client.sent).toEqual([[A]]);
});
