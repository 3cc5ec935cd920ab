/** Ways in which servers behave, each as a small server. */
import {
  accept,
  createRejector,
  describeUnexpected,
  type Received,
  reject,
  type Server,
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

const findBad = ({ betas }: Received): string[] => betas.filter((beta) => BAD.includes(beta));

/** Rejects with an answer that is made of the bad betas. */
const answerBad =
  (answer: (bad: readonly string[], request: Received) => Response) => (): Server => (request) => {
    const bad = findBad(request);
    return bad.length > 0 ? answer(bad, request) : accept();
  };

const rejectWith = (say: (bad: readonly string[]) => string): (() => Server) =>
  answerBad((bad) => reject(say(bad)));

/** Rejects with an answer that does not depend on the betas, but on the number of the request. */
const answerByCount = (answer: (count: number, request: Received) => Response) => (): Server => {
  let count = 0;
  return (request) => answer(++count, request);
};

const answerAlways = (answer: () => Response) => (): Server => () => answer();
const respondText = (body: string, status = 400, type = 'text/plain'): Response =>
  new Response(body, { status, headers: { 'content-type': type } });
const respondJson = (body: unknown, status = 400): Response => Response.json(body, { status });

const wordings: Record<string, () => Server> = {
  'names every value': rejectWith(describeUnexpected),
  'names one value at a time': rejectWith((bad) => describeUnexpected(bad.slice(0, 1))),
  'names the last value only': rejectWith((bad) => describeUnexpected(bad.slice(-1))),
  'names them in capitals': rejectWith((bad) => describeUnexpected(bad).toUpperCase()),
  'says unsupported beta header': rejectWith((bad) => `Unsupported beta header: ${bad.join(', ')}`),
  'says unknown beta flag': rejectWith((bad) => `unknown beta flag: ${bad[0]}`),
  'says that the value is not recognized': rejectWith(
    (bad) => `The value \`${bad[0]}\` of the \`anthropic-beta\` header is not recognized.`,
  ),
  'says that the organization is not enrolled': rejectWith(
    (bad) => `The beta \`${bad[0]}\` is not enabled for your organization.`,
  ),
  'says it in Chinese': rejectWith((bad) => `尚未验证或不支持的 anthropic-beta：${bad[0]}`),
  'says invalid beta flag': rejectWith(() => 'invalid beta flag'),
  'says beta header rejected': rejectWith(() => 'beta header rejected'),
  'cuts the values out': rejectWith(() => 'Unexpected value(s) … for the `anthropic-beta` header'),
  'takes no betas at all': () => (request) =>
    request.betas.length > 0
      ? reject('betas require a provider with a native Anthropic Messages API')
      : accept(),
};

const wrappings: Record<string, () => Server> = {
  'wraps JSON in JSON': answerBad((bad) =>
    respondJson({
      error: { message: JSON.stringify({ error: { message: describeUnexpected(bad) } }) },
    }),
  ),
  'wraps it as OpenRouter does': answerBad((bad) =>
    respondJson({
      error: {
        message: 'Provider returned error',
        code: 400,
        metadata: { raw: JSON.stringify({ error: { message: describeUnexpected(bad) } }) },
      },
    }),
  ),
  'wraps it as LiteLLM does': answerBad((bad) =>
    respondJson({
      error: {
        message: `litellm.BadRequestError: AnthropicException - ${JSON.stringify({
          type: 'error',
          error: { message: describeUnexpected(bad) },
        })}`,
        code: '400',
      },
    }),
  ),
  'answers as Bedrock does': answerBad(() => respondJson({ message: 'invalid beta flag' })),
  'answers in plain text': answerBad((bad) => respondText(describeUnexpected(bad))),
  'answers with a page': answerBad((bad) =>
    respondText(
      `<html><body><h1>400</h1><p>${describeUnexpected(bad)}</p></body></html>`,
      400,
      'text/html',
    ),
  ),
  'answers with an array': answerBad((bad) =>
    respondJson([{ error: { message: describeUnexpected(bad) } }]),
  ),
  'answers with errors': answerBad((bad) =>
    respondJson({ errors: [{ message: describeUnexpected(bad) }] }),
  ),
  'answers with a detail': answerBad((bad) => respondJson({ detail: describeUnexpected(bad) })),
  'answers with a byte order mark': answerBad((bad) =>
    respondText(`\uFEFF${JSON.stringify({ error: { message: describeUnexpected(bad) } })}`),
  ),
  'says it after a megabyte': answerBad((bad) => respondText(`${' '.repeat(1_000_000)}${bad[0]}`)),
};

const silences: Record<string, () => Server> = {
  'answers 400 without a body': answerAlways(() => new Response(null, { status: 400 })),
  'answers 400 with an empty body': answerAlways(() => respondText('')),
  'answers 400 with half a JSON': answerAlways(() =>
    respondText('{"error":{"message":"Unexpected val'),
  ),
  'answers 400 over something else': answerAlways(() => reject('prompt is too long')),
  'answers 400 over a field': answerAlways(() =>
    reject('temprature: Extra inputs are not permitted'),
  ),
  'answers 401': answerAlways(() => reject('invalid x-api-key', 401)),
  'answers 403': answerAlways(() => reject('forbidden', 403)),
  'answers 404': answerAlways(() => reject('model: claude-x', 404)),
  'answers 413': answerAlways(() => reject('too large', 413)),
  'answers 429 and names betas': () => (request) =>
    reject(describeUnexpected(findBad(request)), 429),
  'answers 500': answerAlways(() => reject('internal', 500)),
  'answers 529': answerAlways(() => reject('Overloaded', 529)),
  'answers 302': answerAlways(
    () => new Response(null, { status: 302, headers: { location: '/' } }),
  ),
  'answers 200 with an error': answerAlways(() =>
    respondJson({ error: { message: describeUnexpected(BAD) } }, 200),
  ),
  'fails over something else after the rejection': () => (request) =>
    findBad(request).length > 0
      ? reject(describeUnexpected(findBad(request)))
      : reject('Overloaded', 529),
  'closes the connection': () => () => Promise.reject(new TypeError('fetch failed')),
  'closes the connection after a rejection': () => (request) =>
    findBad(request).length > 0
      ? reject(describeUnexpected(findBad(request)))
      : Promise.reject(new TypeError('fetch failed')),
  'breaks the body of the rejection': answerAlways(
    () =>
      new Response(
        new ReadableStream({ start: (controller) => controller.error(new Error('reset')) }),
        { status: 400 },
      ),
  ),
  'marks its refusal as ours': answerBad((bad) => {
    const response = reject(describeUnexpected(bad));
    response.headers.set('x-beta-headers', 'refused');
    return response;
  }),
};

const hostile: Record<string, () => Server> = {
  'rejects everything, by name': () => (request) =>
    request.betas.length > 0 ? reject(describeUnexpected(request.betas)) : accept(),
  'rejects everything, without a name': () => (request) =>
    request.betas.length > 0 ? reject('invalid beta flag') : accept(),
  'rejects everything, and an empty header too': answerAlways(() => reject('invalid beta flag')),
  'names what was not sent': answerAlways(() => reject(describeUnexpected(['other-2027-01-01']))),
  'names hundreds of values':
    () =>
    ({ betas }) =>
      reject(
        describeUnexpected([
          ...betas,
          ...Array.from({ length: 300 }, (_, i) => `junk-${i}-2027-01-01`),
        ]),
      ),
  'rejects the first beta, whichever it is':
    () =>
    ({ betas: [first] }) =>
      first ? reject(describeUnexpected([first])) : accept(),
  'rejects every second request': answerByCount((count) =>
    count % 2 === 1 ? reject('invalid beta flag') : accept(),
  ),
  'rejects two requests of three': answerByCount((count) =>
    count % 3 > 0 ? reject('invalid beta flag') : accept(),
  ),
  'rejects every second request by name': answerByCount((count, { betas }) =>
    count % 2 === 1 ? reject(describeUnexpected(betas)) : accept(),
  ),
  'rejects one request of five': answerByCount((count) =>
    count % 5 === 0 ? reject('invalid beta flag') : accept(),
  ),
  'rejects by turns': answerByCount((count, { betas }) =>
    betas.length > 0
      ? reject(describeUnexpected([betas[count % betas.length] as string]))
      : accept(),
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
      betas.includes(THINKING) && betas.length > 1
        ? reject(describeUnexpected([THINKING]))
        : accept(),
};

const missing: Record<string, () => Server> = {
  'asks for a header for ever': answerAlways(() =>
    reject('This endpoint requires the `anthropic-beta: mcp-client-2025-11-20` header.'),
  ),
  'asks for an unknown beta': answerAlways(() =>
    reject('This endpoint requires the `anthropic-beta: evil-2027-01-01` header.'),
  ),
  'asks for a marker of official clients': answerAlways(() =>
    reject('This endpoint requires the `anthropic-beta: claude-code-20250219` header.'),
  ),
  'asks for a beta and rejects it':
    () =>
    ({ betas }) =>
      betas.includes('mcp-client-2025-11-20')
        ? reject(describeUnexpected(['mcp-client-2025-11-20']))
        : reject('This endpoint requires the `anthropic-beta: mcp-client-2025-11-20` header.'),
  'asks for what was just rejected': () => (request) =>
    findBad(request).length > 0
      ? reject(describeUnexpected(findBad(request)))
      : reject(`This endpoint requires the \`anthropic-beta: ${TASKS}\` header.`),
  'says that two do not go together': answerAlways(() =>
    reject(
      '`agent-memory-2026-07-22` and `managed-agents-2026-04-01` cannot be used together in ' +
        'the anthropic-beta header.',
    ),
  ),
  'says that the header is empty': answerAlways(() =>
    reject('anthropic-beta header must not be empty'),
  ),
};

const groups: Record<string, () => Server> = {
  'rejects one of them without a name': () => createRejector([TASKS], false),
  'rejects a new one without a name': () => createRejector([NEW], false),
  'rejects two of them without a name': () => createRejector([TASKS, NEW], false),
  'rejects what the body needs without a name': () => createRejector([COMPACT], false),
  'rejects what the body needs by name': () => createRejector([COMPACT]),
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
