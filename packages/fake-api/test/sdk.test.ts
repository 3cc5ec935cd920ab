import Anthropic, { BadRequestError, NotFoundError, toFile } from '@anthropic-ai/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeApi } from '../src/index.ts';
import { createTinyCatalog } from './support/catalog.ts';

const SPEED = 'speed-2026-02-01';
const OLD_FILES = 'old-files-2025-04-14';
const AGENTS = 'agents-2026-04-01';
const api = createFakeApi({
  catalog: createTinyCatalog(
    { id: SPEED, requires: [{ at: 'speed' }] },
    {
      id: OLD_FILES,
      stage: 'legacy-shape',
      selectsAt: ['* /v1/files/**'],
      requires: [{ at: 'after_id', endpoint: ['GET /v1/files'] }],
    },
    {
      id: 'managed-agents-2026-04-01',
      requires: [{ endpoint: ['* /v1/agents/**', '* /v1/sessions/**'] }],
    },
    { id: 'efs-2026-10-01', requires: [{ endpoint: ['* /v1/organizations/external_storage/**'] }] },
    { id: AGENTS },
  ),
  notEnrolled: [AGENTS],
  rejects: ['nope-2026-01-01'],
});
const client = new Anthropic({ apiKey: 'any', fetch: api.fetch, maxRetries: 0 });
const hello = {
  model: 'claude-opus-5',
  max_tokens: 10,
  messages: [{ role: 'user' as const, content: 'hello' }],
};

beforeEach(() => api.reset());

describe('the SDK against the fake API', () => {
  it('gets a message and its request id', async () => {
    const { data, request_id } = await client.messages.create(hello).withResponse();
    expect(data).toMatchObject({
      id: 'msg_011fake000001',
      type: 'message',
      model: 'claude-opus-5',
      stop_reason: 'end_turn',
    });
    expect(request_id).toBe('req_011fake000001');
  });

  it('gets the whole sequence of events, and the same message from them', async () => {
    const types: string[] = [];
    for await (const event of await client.messages.create({ ...hello, stream: true }))
      types.push(event.type);
    expect([...new Set(types)]).toEqual([
      'message_start',
      'content_block_start',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
    const whole = await client.messages.create(hello);
    const streamed = await client.messages.stream(hello).finalMessage();
    expect(streamed.content).toMatchObject(
      whole.content.map(({ type, ...rest }) => ({ type, ...(rest as object) })),
    );
    expect(streamed.stop_reason).toBe('end_turn');
    expect(streamed.usage.output_tokens).toBe(whole.usage.output_tokens);
  });

  it('is refused without the beta, streamed or not, and answered with it', async () => {
    const fast = { ...hello, speed: 'fast' as const };
    for (const stream of [false, true]) {
      const error = await client.beta.messages.create({ ...fast, stream }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(BadRequestError);
      expect((error as BadRequestError).apiMessage).toBe('speed: Extra inputs are not permitted');
      expect((error as BadRequestError).requestID).toMatch(/^req_011fake/);
    }
    await client.beta.messages.create({ ...fast, betas: [SPEED] });
    expect(api.requests.at(-1)).toMatchObject({ betaHeader: SPEED, betas: [SPEED], status: 200 });
  });

  it('gets the error of an empty header, a rejected value, a beta without access', async () => {
    const send = (betas: string[]): Promise<unknown> =>
      client.beta.messages
        .create({ ...hello, betas })
        .catch((e: BadRequestError) => e.apiMessage ?? e);
    expect(await send([])).toMatch(/^Unexpected value\(s\) `` for the `anthropic-beta` header\./);
    expect(await send(['nope-2026-01-01', SPEED])).toMatch(
      /^Unexpected value\(s\) `nope-2026-01-01` for/,
    );
    const error = await client.beta.messages
      .create({ ...hello, betas: [AGENTS] })
      .catch((e: unknown) => e);
    expect((error as BadRequestError).errorCode).toBe('organization_not_enrolled_in_beta');
  });

  it('gets an error for betas in a body', async () => {
    const leak = await client.messages
      .create({ ...hello, betas: [SPEED] } as never)
      .catch((e: BadRequestError) => e.apiMessage);
    expect(leak).toBe('betas: Extra inputs are not permitted');
    const requests = [{ custom_id: 'a', params: { ...hello, betas: [SPEED] } as never }];
    const item = await client.messages.batches
      .create({ requests })
      .catch((e: BadRequestError) => e.apiMessage);
    expect(item).toBe('requests.0.params.betas: Extra inputs are not permitted');
  });

  it('counts tokens', async () => {
    const { input_tokens } = await client.messages.countTokens({
      model: hello.model,
      messages: hello.messages,
    });
    expect(input_tokens).toBeGreaterThan(0);
  });

  it('runs a batch to its results', async () => {
    const requests = ['one', 'two'].map((custom_id) => ({ custom_id, params: hello }));
    const batch = await client.messages.batches.create({ requests });
    expect(batch).toMatchObject({
      processing_status: 'in_progress',
      results_url: null,
      request_counts: { processing: 2 },
    });
    expect(await client.messages.batches.retrieve(batch.id)).toMatchObject({
      processing_status: 'ended',
      request_counts: { succeeded: 2 },
    });
    const results: unknown[] = [];
    for await (const line of await client.messages.batches.results(batch.id))
      results.push([line.custom_id, line.result.type]);
    expect(results).toEqual([
      ['one', 'succeeded'],
      ['two', 'succeeded'],
    ]);
    const ids: string[] = [];
    for await (const { id } of client.messages.batches.list()) ids.push(id);
    expect(ids).toEqual([batch.id]);
    await client.messages.batches.delete(batch.id);
    await expect(client.messages.batches.retrieve(batch.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('cancels a batch', async () => {
    const { id } = await client.messages.batches.create({
      requests: [{ custom_id: 'one', params: hello }],
    });
    expect((await client.messages.batches.cancel(id)).processing_status).toBe('canceling');
    expect((await client.messages.batches.retrieve(id)).request_counts.canceled).toBe(1);
    for await (const { result } of await client.messages.batches.results(id))
      expect(result.type).toBe('canceled');
  });

  it('uploads, lists, reads, downloads and deletes a file', async () => {
    const file = await client.files.upload({
      file: await toFile(new TextEncoder().encode('a,b'), 'data.csv', { type: 'text/csv' }),
    });
    expect(file).toMatchObject({
      filename: 'data.csv',
      mime_type: 'text/csv',
      size_bytes: 3,
      type: 'file',
    });
    expect((await client.files.list()).data.map(({ id }) => id)).toEqual([file.id]);
    expect(await client.files.retrieveMetadata(file.id)).toEqual(file);
    expect(await (await client.files.download(file.id)).text()).toBe('a,b');
    expect(await client.files.delete(file.id)).toEqual({ id: file.id, type: 'file_deleted' });
    await expect(client.files.retrieveMetadata(file.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('gets the old shape of a list, and its cursor, with the header that selects it', async () => {
    const list = async (betas: string[], query = ''): Promise<object> =>
      (
        await api.fetch(`/v1/files${query}`, {
          headers: {
            'x-api-key': 'any',
            ...(betas.length > 0 && { 'anthropic-beta': betas.join(',') }),
          },
        })
      ).json() as Promise<object>;
    expect(Object.keys(await list([]))).toEqual(['data', 'next_page']);
    expect(Object.keys(await list([OLD_FILES]))).toEqual([
      'data',
      'has_more',
      'first_id',
      'last_id',
    ]);
    expect(await list([], '?after_id=file_1')).toMatchObject({
      error: { message: 'after_id: Extra inputs are not permitted' },
    });
    const file = await toFile(new TextEncoder().encode('a'), 'a.txt');
    const { id } = await client.files.upload({ file });
    expect(await list([OLD_FILES], `?after_id=${id}`)).toMatchObject({ data: [], first_id: null });
  });

  it('reaches every endpoint that a rule names, with its default beta', async () => {
    expect(
      await client.beta.agents.create({ name: 'a', model: 'claude-opus-5' } as never),
    ).toMatchObject({ id: 'agent_011fake000001', type: 'agent' });
    expect(await client.beta.agents.retrieve('agent_7')).toMatchObject({
      id: 'agent_7',
      type: 'agent',
    });
    expect(await client.beta.agents.retrieve('agent_mine')).toMatchObject({
      id: 'agent_mine',
      type: 'agent',
    });
    expect((await client.beta.agents.list()).data).toEqual([]);
    expect(await client.beta.agents.archive('agent_7')).toMatchObject({
      id: 'agent_7',
      type: 'agent',
    });
    for await (const event of await client.beta.sessions.events.stream('session_1'))
      expect.unreachable(`an event: ${event.type}`);
    await expect(client.beta.memoryStores.list()).rejects.toThrow();
  });

  it('gets answers from a collection whose name is not a plural', async () => {
    const { externalStorage } = client.beta.organization;
    const bucket = {
      type: 'gcp',
      bucket_name: 'acme',
      project_number: '1',
      region: 'us-east5',
    } as const;
    expect(await externalStorage.create({ provider_config: bucket })).toMatchObject({
      type: 'external_storage',
    });
    expect((await externalStorage.list()).data).toEqual([]);
    expect(await externalStorage.retrieve('estrg_1')).toMatchObject({
      id: 'estrg_1',
      type: 'external_storage',
    });
    expect(await externalStorage.activate('estrg_1')).toMatchObject({
      id: 'estrg_1',
      type: 'external_storage',
    });
    expect(await externalStorage.delete('arn:aws:s3:::acme')).toEqual({
      id: 'arn:aws:s3:::acme',
      type: 'external_storage_deleted',
    });
  });
});
