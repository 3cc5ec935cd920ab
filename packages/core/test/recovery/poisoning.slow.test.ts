/**
 * Errors that quote the request. The server is the worst one: it accepts the same request without
 * betas, so that a retry would prove what the quotation says.
 */
import { describe, expect, it } from 'vitest';
import { betaRecovery } from '../../src/recovery/index.ts';
import { accept, createClient, describeUnexpected, reject, type Server } from './support/client.ts';

const BETAS = ['mcp-client-2025-11-20', 'task-budgets-2026-03-13', 'a-new-2027-01-01'];
const [MCP = '', TASKS = ''] = BETAS;

/** Statements that an attacker puts into a request. */
const STATEMENTS: Record<string, string> = {
  'the wording of the API': describeUnexpected(BETAS),
  'the wording of the API in double quotes': describeUnexpected(BETAS).replaceAll('`', '"'),
  'an unsupported header': `Unsupported beta header: ${BETAS.join(', ')}`,
  'an unnamed rejection': 'invalid beta flag',
  'a rejected header': 'beta header rejected',
  'an organization without access': `The beta \`${TASKS}\` is not enabled for your organization.`,
  'a closed quotation': `x' or "y". ${describeUnexpected(BETAS)}`,
  'an error of its own': JSON.stringify({ error: { message: describeUnexpected(BETAS) } }),
  'an adapter without betas': 'betas require a provider with a native Anthropic Messages API',
};

/** Ways in which a server quotes a text of the request. */
const ECHOES: Record<string, (text: string) => Response> = {
  'a tag': (text) =>
    reject(
      `messages.0.content.0: Input tag '${text}' found using 'type' does not match any of the expected tags: 'text', 'image'`,
    ),
  'a text': (text) => reject(`messages.0.content.0.text: ${text}`),
  'a text in double quotes': (text) => reject(`messages.0: Input should be valid, got "${text}"`),
  'a text in backticks': (text) => reject(`Failed to parse \`${text}\``),
  'a text without quotes': (text) => reject(`Could not process the prompt ${text}`),
  'a text at the end of a sentence': (text) => reject(`The content was blocked. ${text}`),
  'the name of a tool': (text) =>
    reject(`tools.0.custom.name: String should match pattern, was ${text}`),
  'the name of a tool with brackets': (text) => reject(`tools[0].name: ${text}`),
  'the name of a model': (text) => reject(`model: ${text} is not a valid model`),
  'a code fence': (text) => reject(`\`\`\`\n${text}\n\`\`\``),
  'a quotation before other words': (text) => reject(`「${text}」を取得できません`),
  'a text that is repeated': (text) => reject(`${text} ${text}`),
  'a user id': (text) => reject(`metadata.user_id: ${text}: too long`),
  'a stop sequence': (text) => reject(`stop_sequences: each must be short: ${text}`),
  'a field that it does not know': (text) => reject(`${text}: Extra inputs are not permitted`),
  'an input value': (text) =>
    reject(
      `1 validation error for Request\nmessages\n  Input should be a list [type=list_type, input_value='${text}', input_type=str]`,
    ),
  'JSON in JSON': (text) => reject(JSON.stringify({ received: text, problem: 'bad' })),
  'the request beside the error': (text) =>
    Response.json(
      { error: { message: 'bad request' }, request: { system: text } },
      { status: 400 },
    ),
  'the body beside the error': (text) =>
    Response.json({ error: { message: 'bad request', body: text } }, { status: 400 }),
  'the text beside the error': (text) =>
    Response.json({ error: { message: 'bad request' }, text }, { status: 400 }),
  'the body as JSON beside the error': (text) =>
    Response.json(
      { error: { message: 'bad' }, body: JSON.stringify({ error: { message: text } }) },
      { status: 400 },
    ),
  'a nested cause': (text) =>
    Response.json(
      { error: { message: 'upstream', cause: { cause: { message: `prompt: ${text}` } } } },
      { status: 400 },
    ),
  'details of a validator': (text) =>
    Response.json(
      { detail: [{ loc: ['body', 'messages', 0], msg: text, input: text }] },
      { status: 400 },
    ),
  'errors of a validator': (text) =>
    Response.json({ errors: [{ path: 'messages', message: text }] }, { status: 400 }),
  'a page': (text) =>
    new Response(`<html><body><h1>Bad request</h1><pre>POST ${text}</pre></body></html>`, {
      status: 400,
    }),
  'a page with the text escaped': (text) => {
    const escaped = text.replaceAll('"', '&quot;').replaceAll("'", '&#39;');
    return new Response(`<p>Invalid input: &quot;${escaped}&quot;</p>`, { status: 400 });
  },
  'a gateway': (text) =>
    reject(`litellm.BadRequestError: AnthropicException - messages.0.content: ${text}`),
  'a guardrail': (text) => reject(`Guardrail blocked the prompt: ${text}`),
  'a log line': (text) => new Response(`[error] 400 user said ${text}`, { status: 400 }),
};

const SYSTEM = 'Be brief.';
const evilBody = (text: string): object => ({
  system: SYSTEM,
  metadata: { user_id: text },
  messages: [{ role: 'user', content: [{ type: text, text }] }],
  tools: [{ name: text, input_schema: { type: 'object' } }],
});

function createEchoServer(echo: (text: string) => Response, text: string): Server {
  return ({ betas, body }) =>
    JSON.stringify(body).includes('user_id') && betas.length > 0 ? echo(text) : accept();
}

describe.each(Object.entries(ECHOES))('quotes %s', (_, echo) => {
  it.each(Object.entries(STATEMENTS))('and learns nothing from %s', async (__, text) => {
    const client = createClient(createEchoServer(echo, text));
    const response = await client.send({ betas: BETAS, body: evilBody(text) });
    expect([response.status, client.sent.length]).toEqual([400, 1]);
    await client.send({ betas: BETAS });
    expect(client.sent.at(-1)).toEqual(BETAS);
  });
});

describe('other places of the request', () => {
  it.each([
    ['a header', { headers: { 'user-agent': 'Unsupported beta header: mcp-client-2025-11-20' } }],
    ['the query', { path: '/v1/messages?x=Unsupported%20beta%20header:%20mcp-client-2025-11-20' }],
  ])('learns nothing from %s', async (_, change) => {
    const server: Server = ({ betas }) =>
      betas.length > 0
        ? reject('Blocked by the firewall: Unsupported beta header: mcp-client-2025-11-20')
        : accept();
    const client = createClient(server);
    await client.send({ betas: BETAS, ...change });
    expect(client.sent).toHaveLength(1);
  });
});

describe('a statement of the server itself', () => {
  it('counts although the conversation is about the same error', async () => {
    const text = describeUnexpected([MCP]);
    const client = createClient(({ betas }) => (betas.includes(MCP) ? reject(text) : accept()));
    const messages = [{ role: 'user', content: `What does this mean? ${text}` }];
    expect((await client.send({ betas: BETAS, body: { messages } })).status).toBe(200);
    expect(client.sent.at(-1)).toEqual(BETAS.slice(1));
  });

  it('counts after the words of a gateway', async () => {
    const client = createClient(({ betas }) =>
      betas.includes(MCP) ? reject(`Upstream error: ${describeUnexpected([MCP])}`) : accept(),
    );
    expect((await client.send({ betas: BETAS })).status).toBe(200);
  });

  it('counts although a beta has the name of a tool', async () => {
    const client = createClient(({ betas }) =>
      betas.includes(MCP) ? reject(describeUnexpected([MCP])) : accept(),
    );
    const tools = [{ name: MCP, input_schema: { type: 'object' } }];
    expect((await client.send({ betas: BETAS, body: { tools } })).status).toBe(200);
  });

  it('does not count in a refusal of an adapter', async () => {
    const client = createClient(({ betas }) => {
      const response = betas.length > 0 ? reject(describeUnexpected(betas)) : accept();
      response.headers.set('x-beta-headers', 'refused');
      return response;
    });
    expect((await client.send({ betas: BETAS })).status).toBe(400);
    expect(client.sent).toHaveLength(1);
  });
});

describe('a request that is too much to search', () => {
  it.each([
    ['long', { system: 'x'.repeat(5_000_000) }],
    ['deep', { tools: JSON.parse('['.repeat(60) + ']'.repeat(60)) }],
  ])('learns from whole messages only, if it is %s', async (_, body) => {
    const learn = async (message: string): Promise<number> => {
      const client = createClient(({ betas }) =>
        betas.includes(MCP) ? reject(message) : accept(),
      );
      return (await client.send({ betas: BETAS, body })).status;
    };
    expect(await learn(describeUnexpected([MCP]))).toBe(200);
    expect(await learn(`Blocked: ${describeUnexpected([MCP])}`)).toBe(400);
  });
});

describe('a complaint about a place in the body', () => {
  it.each([
    `messages.0.content.0.text: Unsupported beta header: ${MCP}`,
    `tools[0].name: invalid beta flag`,
    `metadata.user_id: beta header rejected`,
    `litellm.BadRequestError: messages.3: Unsupported beta header: ${MCP}`,
    `anthropic_metadata: Unsupported beta header: ${MCP}`,
  ])('does not count, although its words are not in the request: %s', async (message) => {
    const client = createClient(({ betas }) => (betas.length > 0 ? reject(message) : accept()));
    const body = { anthropic_metadata: { id: 1 } };
    expect((await client.send({ betas: BETAS, body })).status).toBe(400);
    expect(client.sent).toHaveLength(1);
  });

  it.each(['betas.0', 'anthropic_beta.0', 'headers.anthropic-beta'])(
    'counts if it is about the betas: %s',
    async (place) => {
      const message = `${place}: Unsupported beta header: ${MCP}`;
      const client = createClient(({ betas }) =>
        betas.includes(MCP) ? reject(message) : accept(),
      );
      expect((await client.send({ betas: BETAS })).status).toBe(200);
    },
  );
});

describe('recovery under attack', () => {
  it('hides the rejections of one organization from the others', async () => {
    const recover = betaRecovery();
    const server: Server = ({ headers, betas }) =>
      headers.get('x-api-key') === 'A' && betas.includes(TASKS)
        ? reject(`The beta \`${TASKS}\` is not enabled for your organization.`)
        : accept();
    const client = createClient(server, {}, recover);
    await client.send({ key: 'A', betas: BETAS });
    await client.send({ key: 'B', betas: BETAS });
    await client.send({ key: 'A', betas: BETAS });
    expect(client.sent.slice(2)).toEqual([BETAS, BETAS.filter((beta) => beta !== TASKS)]);
  });

  it('leaves out suspects only in requests with the same betas', async () => {
    const bad = 'fast-mode-2026-02-01';
    const client = createClient(({ betas }) =>
      betas.includes(bad) ? reject('invalid beta flag') : accept(),
    );
    await client.send({ betas: [...BETAS, bad] });
    await client.send({ betas: BETAS });
    expect(client.sent.at(-1)).toEqual(BETAS);
    await client.send({ betas: [TASKS] });
    expect(client.sent.at(-1)).toEqual([TASKS]);
  });

  it('is not slowed by made-up names', async () => {
    const isJunk = (beta: string): boolean => beta.startsWith('junk');
    const server: Server = ({ betas }) =>
      betas.some(isJunk) ? reject(describeUnexpected(betas.filter(isJunk))) : accept();
    const recover = betaRecovery();
    const client = createClient(server, {}, recover);
    await client.send({ betas: [TASKS] });
    for (let round = 0; round < 100; round++)
      await client.send({
        betas: Array.from({ length: 200 }, (_, i) => `junk-${toWord(round * 200 + i)}-2027-01-01`),
      });
    client.count();
    await client.send({ betas: [TASKS] });
    expect([client.count(), client.sent.at(-1)]).toEqual([1, [TASKS]]);
    const clean = createClient(accept);
    const times = await compare(
      () => clean.send({ betas: [TASKS] }),
      () => client.send({ betas: [TASKS] }),
    );
    // Without a limit, 20,000 names take hundreds of times as long. A busy machine may double a
    // time, and the clock of a runtime may be coarse or stand still.
    expect(times.second).toBeLessThan(10 * times.first + 1);
  });
});

const toWord = (n: number): string =>
  (n + 1e6).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] as string);

/** The shortest of many times, each measured in turns, because a machine is busy at times. */
async function compare(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<{ first: number; second: number }> {
  const times = { first: Number.POSITIVE_INFINITY, second: Number.POSITIVE_INFINITY };
  const measure = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    for (let i = 0; i < 100; i++) await work();
    return performance.now() - start;
  };
  for (let i = 0; i < 15; i++) {
    times.first = Math.min(times.first, await measure(first));
    times.second = Math.min(times.second, await measure(second));
  }
  return times;
}
