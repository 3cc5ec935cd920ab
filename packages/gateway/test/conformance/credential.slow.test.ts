import { expect, it } from 'vitest';
import { runAgainstOwn } from './serve.ts';

it('sends no credential of its own beside one that the run gives', async () => {
  const report = await runAgainstOwn(
    { form: 'messages', platform: 'claude-api', auth: { mode: 'passthrough' } },
    { headers: ['Authorization: Bearer key-of-the-run'], only: ['credentials.one'] },
  );
  expect(report.results).toMatchObject([{ id: 'credentials.one', result: 'pass' }]);
});
