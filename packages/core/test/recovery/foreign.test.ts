/** Values of other libraries that break their interface. */
import { describe, expect, it } from 'vitest';
import { accept, createClient, describeUnexpected } from './support/client.ts';

const A = 'a-2027-01-01';

describe('a recovery never fails a call', () => {
  it('if the response has a body without `cancel`', async () => {
    const text = JSON.stringify({ error: { message: describeUnexpected([A]) } });
    const foreign = { status: 400, ok: false, headers: new Headers(), body: {} };
    const response = { ...foreign, clone: () => response, text: async () => text };
    const client = createClient(({ betas }) =>
      betas.includes(A) ? (response as unknown as Response) : accept(),
    );
    expect((await client.send({ betas: [A] })).status).toBe(200);
  });

  it('if an entry of the memory throws when it is read', async () => {
    const { proxy, revoke } = Proxy.revocable({} as never, {});
    revoke();
    const memory = { get: () => [proxy], add: () => {}, remove: () => {} };
    const client = createClient(accept, { recovery: { memory } });
    expect((await client.send({ betas: [A] })).status).toBe(200);
  });
});
