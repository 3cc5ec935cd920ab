/** Ways in which servers behave, each as a small server. */
import {
  accept,
  type Received,
  reject,
  rejecting,
  type Server,
  unexpected,
} from './support/client.ts';

export const TASKS = 'task-budgets-2026-03-13';
export const THINKING = 'interleaved-thinking-2025-05-14';
export const COMPACT = 'compact-2026-09-04';
export const NEW = 'a-new-2027-01-01';

/** The betas that misbehaving servers reject. */
const BAD = [TASKS, COMPACT, NEW];

export interface Behaviour {
  readonly name: string;
  /** Makes a server with a state of its own. */
  create(): Server;
}

const badOf = ({ betas }: Received): string[] => betas.filter((beta) => BAD.includes(beta));

/** Rejects with an answer that is made of the bad betas. */
const answering =
  (answer: (bad: readonly string[], request: Received) => Response) => (): Server => (request) => {
    const bad = badOf(request);
    return bad.length > 0 ? answer(bad, request) : accept();
  };

const saying = (say: (bad: readonly string[]) => string): (() => Server) =>
  answering((bad) => reject(say(bad)));

/** Rejects with an answer that does not depend on the betas, but on the number of the request. */
const counting = (answer: (count: number, request: Received) => Response) => (): Server => {
  let count = 0;
  return (request) => answer(++count, request);
};

const always = (answer: () => Response) => (): Server => () => answer();
const text = (body: string, status = 400, type = 'text/plain'): Response =>
  new Response(body, { status, headers: { 'content-type': type } });
const json = (body: unknown, status = 400): Response => Response.json(body, { status });

const wordings: Record<string, () => Server> = {
  'names every value': saying(unexpected),
  'names one value at a time': saying((bad) => unexpected(bad.slice(0, 1))),
  'names the last value only': saying((bad) => unexpected(bad.slice(-1))),
  'names them in capitals': saying((bad) => unexpected(bad).toUpperCase()),
  'says unsupported beta header': saying((bad) => `Unsupported beta header: ${bad.join(', ')}`),
  'says unknown beta flag': saying((bad) => `unknown beta flag: ${bad[0]}`),
  'says that the value is not recognized': saying(
    (bad) => `The value \`${bad[0]}\` of the \`anthropic-beta\` header is not recognized.`,
  ),
  'says that the organization is not enrolled': saying(
    (bad) => `The beta \`${bad[0]}\` is not enabled for your organization.`,
  ),
  'says it in Chinese': saying((bad) => `尚未验证或不支持的 anthropic-beta：${bad[0]}`),
  'says invalid beta flag': saying(() => 'invalid beta flag'),
  'says beta header rejected': saying(() => 'beta header rejected'),
  'cuts the values out': saying(() => 'Unexpected value(s) … for the `anthropic-beta` header'),
  'takes no betas at all': () => (request) =>
    request.betas.length > 0
      ? reject('betas require a provider with a native Anthropic Messages API')
      : accept(),
};

const wrappings: Record<string, () => Server> = {
  'wraps JSON in JSON': answering((bad) =>
    json({ error: { message: JSON.stringify({ error: { message: unexpected(bad) } }) } }),
  ),
  'wraps it as OpenRouter does': answering((bad) =>
    json({
      error: {
        message: 'Provider returned error',
        code: 400,
        metadata: { raw: JSON.stringify({ error: { message: unexpected(bad) } }) },
      },
    }),
  ),
  'wraps it as LiteLLM does': answering((bad) =>
    json({
      error: {
        message: `litellm.BadRequestError: AnthropicException - {"type":"error","error":{"type":"invalid_request_error","message":"${unexpected(bad)}"}}`,
        code: '400',
      },
    }),
  ),
  'answers as Bedrock does': answering(() => json({ message: 'invalid beta flag' })),
  'answers in plain text': answering((bad) => text(unexpected(bad))),
  'answers with a page': answering((bad) =>
    text(`<html><body><h1>400</h1><p>${unexpected(bad)}</p></body></html>`, 400, 'text/html'),
  ),
  'answers with an array': answering((bad) => json([{ error: { message: unexpected(bad) } }])),
  'answers with errors': answering((bad) => json({ errors: [{ message: unexpected(bad) }] })),
  'answers with a detail': answering((bad) => json({ detail: unexpected(bad) })),
  'answers with a byte order mark': answering((bad) =>
    text(`\uFEFF${JSON.stringify({ error: { message: unexpected(bad) } })}`),
  ),
  'says it after a megabyte': answering((bad) => text(`${' '.repeat(1_000_000)}${bad[0]}`)),
};

const silences: Record<string, () => Server> = {
  'answers 400 without a body': always(() => new Response(null, { status: 400 })),
  'answers 400 with an empty body': always(() => text('')),
  'answers 400 with half a JSON': always(() => text('{"error":{"message":"Unexpected val')),
  'answers 400 over something else': always(() => reject('prompt is too long')),
  'answers 400 over a field': always(() => reject('temprature: Extra inputs are not permitted')),
  'answers 401': always(() => reject('invalid x-api-key', 401)),
  'answers 403': always(() => reject('forbidden', 403)),
  'answers 404': always(() => reject('model: claude-x', 404)),
  'answers 413': always(() => reject('too large', 413)),
  'answers 429 and names betas': () => (request) => reject(unexpected(badOf(request)), 429),
  'answers 500': always(() => reject('internal', 500)),
  'answers 529': always(() => reject('Overloaded', 529)),
  'answers 302': always(() => new Response(null, { status: 302, headers: { location: '/' } })),
  'answers 200 with an error': always(() => json({ error: { message: unexpected(BAD) } }, 200)),
  'fails over something else after the rejection': () => (request) =>
    badOf(request).length > 0 ? reject(unexpected(badOf(request))) : reject('Overloaded', 529),
  'closes the connection': () => () => Promise.reject(new TypeError('fetch failed')),
  'closes the connection after a rejection': () => (request) =>
    badOf(request).length > 0
      ? reject(unexpected(badOf(request)))
      : Promise.reject(new TypeError('fetch failed')),
  'breaks the body of the rejection': always(
    () =>
      new Response(
        new ReadableStream({ start: (controller) => controller.error(new Error('reset')) }),
        { status: 400 },
      ),
  ),
  'marks its refusal as ours': answering((bad) => {
    const response = reject(unexpected(bad));
    response.headers.set('x-beta-headers', 'refused');
    return response;
  }),
};

const hostile: Record<string, () => Server> = {
  'rejects everything, by name': () => (request) =>
    request.betas.length > 0 ? reject(unexpected(request.betas)) : accept(),
  'rejects everything, without a name': () => (request) =>
    request.betas.length > 0 ? reject('invalid beta flag') : accept(),
  'rejects everything, and an empty header too': always(() => reject('invalid beta flag')),
  'names what was not sent': always(() => reject(unexpected(['other-2027-01-01']))),
  'names hundreds of values':
    () =>
    ({ betas }) =>
      reject(
        unexpected([...betas, ...Array.from({ length: 300 }, (_, i) => `junk-${i}-2027-01-01`)]),
      ),
  'rejects the first beta, whichever it is':
    () =>
    ({ betas: [first] }) =>
      first ? reject(unexpected([first])) : accept(),
  'rejects every second request': counting((count) =>
    count % 2 === 1 ? reject('invalid beta flag') : accept(),
  ),
  'rejects two requests of three': counting((count) =>
    count % 3 > 0 ? reject('invalid beta flag') : accept(),
  ),
  'rejects every second request by name': counting((count, { betas }) =>
    count % 2 === 1 ? reject(unexpected(betas)) : accept(),
  ),
  'rejects one request of five': counting((count) =>
    count % 5 === 0 ? reject('invalid beta flag') : accept(),
  ),
  'rejects by turns': counting((count, { betas }) =>
    betas.length > 0 ? reject(unexpected([betas[count % betas.length] as string])) : accept(),
  ),
  'rejects more than one beta':
    () =>
    ({ betas }) =>
      betas.length > 1 ? reject('invalid beta flag') : accept(),
  'rejects an odd number of betas':
    () =>
    ({ betas }) =>
      betas.length % 2 === 1 ? reject('invalid beta flag') : accept(),
  'rejects a beta beside another':
    () =>
    ({ betas }) =>
      betas.includes(THINKING) && betas.length > 1 ? reject(unexpected([THINKING])) : accept(),
};

const missing: Record<string, () => Server> = {
  'asks for a header for ever': always(() =>
    reject('This endpoint requires the `anthropic-beta: mcp-client-2025-11-20` header.'),
  ),
  'asks for an unknown beta': always(() =>
    reject('This endpoint requires the `anthropic-beta: evil-2027-01-01` header.'),
  ),
  'asks for a marker of official clients': always(() =>
    reject('This endpoint requires the `anthropic-beta: claude-code-20250219` header.'),
  ),
  'asks for a beta and rejects it':
    () =>
    ({ betas }) =>
      betas.includes('mcp-client-2025-11-20')
        ? reject(unexpected(['mcp-client-2025-11-20']))
        : reject('This endpoint requires the `anthropic-beta: mcp-client-2025-11-20` header.'),
  'asks for what was just rejected': () => (request) =>
    badOf(request).length > 0
      ? reject(unexpected(badOf(request)))
      : reject(`This endpoint requires the \`anthropic-beta: ${TASKS}\` header.`),
  'says that two do not go together': always(() =>
    reject(
      '`agent-memory-2026-07-22` and `managed-agents-2026-04-01` cannot be used together in the anthropic-beta header.',
    ),
  ),
  'says that the header is empty': always(() => reject('anthropic-beta header must not be empty')),
};

const groups: Record<string, () => Server> = {
  'rejects one of them without a name': () => rejecting([TASKS], false),
  'rejects a new one without a name': () => rejecting([NEW], false),
  'rejects two of them without a name': () => rejecting([TASKS, NEW], false),
  'rejects what the body needs without a name': () => rejecting([COMPACT], false),
  'rejects what the body needs by name': () => rejecting([COMPACT]),
};

/** Every behaviour. */
export const BEHAVIOURS: readonly Behaviour[] = [
  wordings,
  wrappings,
  silences,
  hostile,
  missing,
  groups,
].flatMap((rows) => Object.entries(rows).map(([name, create]) => ({ name, create })));
