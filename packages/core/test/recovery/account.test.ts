import { expect, it } from 'vitest';
import { KeyMaker } from '../../src/recovery/key.ts';

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
