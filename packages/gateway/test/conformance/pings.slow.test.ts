import { expect, it } from 'vitest';
import { runAgainstOwn } from './serve.ts';

it('finds that our gateway pings while Bedrock is silent', async () => {
  const report = await runAgainstOwn(
    {
      form: 'messages',
      platform: 'bedrock',
      auth: { mode: 'replace', header: 'authorization', value: 'Bearer gateway-token' },
    },
    { slow: true, only: ['conversion.pings'] },
  );
  expect(report.results).toMatchObject([{ id: 'conversion.pings', result: 'pass' }]);
});
