/** Compares what programs sent with the requests that they were written for. */
import { BATCHES_PATH, readRoute } from '@beta-headers/grammar';
import { expect } from 'vitest';
import type { CodeRequest } from '../../src/lib/code/index.ts';
import type { Sent } from './fake-apis.ts';
import type { SampleProgram } from './sample-cases.ts';

/** The betas that the Python SDK sends to these paths itself, where they do nothing. */
const OWN_BETAS: Readonly<Record<string, string>> = {
  [BATCHES_PATH]: 'message-batches-2024-09-24',
};

/** Checks that each program sent one request, which the platform accepted and read as meant. */
export function expectSent(programs: readonly SampleProgram[], sent: readonly Sent[]): void {
  const read = sent.map(({ method, path, betas, body, status }) => {
    const route = readRoute(method, path);
    const sent = betas.filter((beta) => beta !== OWN_BETAS[route.path]);
    return { method, path: route.path, betas: sent, status, body: getFields(body, route.form) };
  });
  expect(read).toEqual(
    programs.map(({ request, platform }) => ({
      method: request.method,
      path: request.path.split('?', 1)[0],
      betas: request.betas,
      status: 200,
      body: request.files
        ? undefined
        : getFields(request.body, platform === 'bedrock-converse' ? 'converse' : 'api'),
    })),
  );
}

/** The fields of a body, without what the form of a platform moves or adds; none of a form. */
function getFields(body: CodeRequest['body'], form: string): unknown {
  if (typeof body !== 'object' || body === null || 'file' in body || form === 'converse')
    return undefined;
  const own = ['model', 'stream', 'anthropic_version', 'anthropic_beta'];
  return Object.fromEntries(Object.entries(unwrap(body)).filter(([name]) => !own.includes(name)));
}

/** The body inside of that of Bedrock's CountTokens, which has it as base64. */
function unwrap(body: object): object {
  const { input } = body as { input?: { invokeModel?: { body: string } } };
  const text = input?.invokeModel?.body;
  return text === undefined ? body : (JSON.parse(Buffer.from(text, 'base64').toString()) as object);
}
