/** What a compiler must accept and refuse. Checked by `tsc`, from TypeScript 5.6 on; nothing here runs. */
import type { Beta, BetasOn, Latest } from '@beta-headers/constants';
import {
  type BetaPlan,
  betaFetch,
  betaMiddleware,
  betas,
  type PlanOptions,
  plan,
  type RequiredBetas,
  uncheckedBeta,
} from '../src/index.ts';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Equal<A, B>): void => undefined;
const request = { method: 'POST', path: '/v1/messages' };

// Names.
const list: Beta[] = betas('mcp-client', 'compact-2026-01-12');
// @ts-expect-error a misspelt feature
betas('mcp-clinet');
// @ts-expect-error a retired beta; the message is the reason
betas('output-128k-2025-02-19');
same<Latest<'compact'>, 'compact-2026-09-04'>(true);
// @ts-expect-error no such feature
export type Missing = Latest<'compact-disc'>;

// Platforms.
const mcp: Beta = 'mcp-client-2025-11-20';
// @ts-expect-error Bedrock does not accept it
export const onBedrock: BetasOn<'bedrock'> = 'mcp-client-2025-11-20';
export const onFoundry: BetasOn<'foundry'> =
  mcp === 'mcp-client-2025-11-20' ? mcp : 'mcp-client-2025-11-20';

// Options.
const planned: BetaPlan = plan(request, { always: ['mcp-client', 'task-budgets-2026-03-13'] });
plan(request, { platform: 'foundry', always: ['mcp-client-2025-11-20'] });
// @ts-expect-error Bedrock does not accept this beta
plan(request, { platform: 'bedrock', always: ['mcp-client-2025-11-20'] });
// @ts-expect-error nor the newest beta of this feature
plan(request, { platform: 'bedrock', always: ['mcp-client'] });
// @ts-expect-error a typo
plan(request, { always: ['mcp-client-2025-11-21'] });
// @ts-expect-error no such platform
plan(request, { platform: 'azure' });
// @ts-expect-error no such policy
plan(request, { policy: { missing: 'warn' } });
plan(request, { platform: 'bedrock', always: [uncheckedBeta('brand-new-2027-01-01')] });
const anywhere: PlanOptions = {
  platform: Math.random() > 0.5 ? 'bedrock' : 'vertex',
  always: ['mcp-client'],
};
plan(request, anywhere);

// Doors.
betaMiddleware({ platform: 'vertex', always: ['context-management'] });
betaMiddleware({ always: betas('mcp-client', 'task-budgets-2026-03-13') });
// @ts-expect-error Bedrock does not accept the newest beta of this feature
betaMiddleware({ platform: 'bedrock', always: betas('mcp-client') });
// @ts-expect-error Bedrock does not accept this beta
betaMiddleware({ platform: 'bedrock', always: ['mcp-client-2025-11-20'] });
// @ts-expect-error nor is this an option
betaFetch(fetch, { alway: [] });

// Requests.
const compaction = { model: 'm', compaction: { type: 'summarize' } } as const;
same<RequiredBetas<typeof compaction>, 'compact-2026-09-04'>(true);
const plain = {
  model: 'm',
  max_tokens: 1,
  messages: [{ role: 'user', content: 'hi' }],
  compaction: null,
} as const;
same<RequiredBetas<typeof plain>, never>(true);
const computer = {
  tools: [
    { type: 'computer_20250124', name: 'computer' },
    { name: 'mine', input_schema: {} },
  ],
} as const;
same<RequiredBetas<typeof computer>, 'computer-use-2025-01-24'>(true);
const two = {
  fallbacks: 'default',
  output_config: { task_budget: { type: 'tokens', total: 1 } },
} as const;
same<RequiredBetas<typeof two>, 'server-side-fallback-2026-07-01' | 'task-budgets-2026-03-13'>(
  true,
);

export { list, planned };
