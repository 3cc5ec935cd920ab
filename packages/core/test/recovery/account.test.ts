import { describe, expect, it } from 'vitest';
import { betaFetch, betaMiddleware } from '../../src/index.ts';
import { betaRecovery } from '../../src/recovery/index.ts';
import { KeyMaker } from '../../src/recovery/key.ts';
import { accept, reject } from './support/client.ts';

const request = (key: string) => ({
  method: 'POST',
  url: 'https://api.anthropic.com/v1/messages',
  headers: { 'x-api-key': key },
});

it('keys by the account of the adapter instead of the credential of the client', async () => {
  const keys = new KeyMaker();
  const first = await keys.makeKey(request('one'), 'claude-api', 'main');
  expect(await keys.makeKey(request('two'), 'claude-api', 'main')).toBe(first);
  expect(await new KeyMaker().makeKey(request('two'), 'claude-api', 'main')).toBe(first);
  expect(await keys.makeKey(request('one'), 'claude-api', 'other')).not.toBe(first);
  expect(await keys.makeKey(request('one'), 'claude-api')).not.toBe(first);
});

it('keys by a workspace besides the account of the adapter', async () => {
  const keys = new KeyMaker();
  const inWorkspace = (id: string) => ({
    ...request('one'),
    headers: { 'anthropic-workspace-id': id },
  });
  const first = await keys.makeKey(inWorkspace('a'), 'claude-api', 'main');
  expect(await keys.makeKey(inWorkspace('b'), 'claude-api', 'main')).not.toBe(first);
});

describe('two accounts of clients that sign later, through one recovery', () => {
  const BETA = 'a-new-2027-01-01';
  const url = 'https://bedrock-runtime.us-east-1.amazonaws.com/v1/messages';
  const body = JSON.stringify({ model: 'anthropic.claude-opus-4-8', messages: [] });
  const headers = (): Headers => new Headers({ 'anthropic-beta': BETA });

  /** Answers as an account that has the beta, or as one that has not. */
  const answer = (sent: Headers, isEnrolled: boolean): Response =>
    isEnrolled || !sent.has('anthropic-beta') ? accept() : reject('invalid beta flag');

  it('learn by themselves with a middleware each', async () => {
    const recover = betaRecovery();
    const send = async (middleware: ReturnType<typeof betaMiddleware>, isEnrolled: boolean) => {
      const sent: boolean[] = [];
      const request = { url, method: 'POST', headers: headers(), body };
      await middleware(request, async ({ headers: planned }) => {
        sent.push(planned.has('anthropic-beta'));
        return answer(planned, isEnrolled);
      });
      return sent;
    };
    const make = () => betaMiddleware({ recover, logger: false, platform: 'bedrock' });
    const [without, enrolled] = [make(), make()];
    expect(await send(without, false)).toEqual([true, false]);
    expect(await send(without, false)).toEqual([false]);
    expect(await send(enrolled, true)).toEqual([true]);
  });

  it('learn by themselves with a fetch each', async () => {
    const recover = betaRecovery();
    const sent: [string, boolean][] = [];
    const make = (name: string, isEnrolled: boolean) =>
      betaFetch({
        recover,
        logger: false,
        platform: 'bedrock',
        fetch: async (_, init) => {
          const planned = new Headers(init?.headers);
          sent.push([name, planned.has('anthropic-beta')]);
          return answer(planned, isEnrolled);
        },
      });
    const init = { method: 'POST', headers: headers(), body };
    await make('without', false)(url, init);
    await make('enrolled', true)(url, init);
    expect(sent).toEqual([
      ['without', true],
      ['without', false],
      ['enrolled', true],
    ]);
  });
});
