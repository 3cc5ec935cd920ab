/**
 * Code that a compiler must accept or refuse. Checked by `tsc`, from TypeScript 5.6 on; nothing
 * here runs.
 */
import type { Beta, BetasOn, Latest } from '@beta-headers/constants';
import {
  type BetaOf,
  type BetaPlan,
  betaFetch,
  betaMiddleware,
  betas,
  extendCatalog,
  isPlatform,
  latest,
  PLATFORMS,
  type PlanOptions,
  type Platform,
  plan,
  type RequiredBetas,
  withBetas,
} from '../src/index.ts';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Equal<A, B>): void => undefined;
const request = { method: 'POST', url: '/v1/messages' };

// Names.
const list: Beta[] = betas('mcp-client', 'compact-2026-01-12');
// @ts-expect-error a misspelt feature
betas('mcp-clinet');
// @ts-expect-error a retired beta; the message is the reason
betas('output-128k-2025-02-19');
// @ts-expect-error a retired feature; the message is the reason
betas('output-128k');
same<Latest<'compact'>, 'compact-2026-09-04'>(true);
// @ts-expect-error no such feature
export type Missing = Latest<'compact-disc'>;
export const newest: 'compact-2026-09-04' = latest('compact');

// Platforms.
export const onFoundry: BetasOn<'foundry'> = 'mcp-client-2025-11-20';
export const platforms: readonly Platform[] = PLATFORMS;
export function narrow(value: string): Platform | undefined {
  return isPlatform(value) ? value : undefined;
}

// Options.
const planned: BetaPlan = plan(request, { always: ['mcp-client', 'task-budgets-2026-03-13'] });
plan(request, { platform: 'auto', mode: 'observe', today: '2026-11-30' });
// @ts-expect-error a typo
plan(request, { always: ['mcp-client-2025-11-21'] });
// @ts-expect-error a retired beta
plan(request, { always: ['output-128k-2025-02-19'] });
// @ts-expect-error a retired feature
plan(request, { always: ['output-128k'] });
// @ts-expect-error no such platform
plan(request, { platform: 'azure' });
// @ts-expect-error no such mode
plan(request, { mode: 'lax' });
// @ts-expect-error no such policy
plan(request, { policy: { missing: 'warn' } });
// @ts-expect-error the old name of the place
plan({ method: 'POST', path: '/v1/messages' });
const anywhere: PlanOptions = {
  platform: Math.random() > 0.5 ? 'bedrock' : 'vertex',
  always: ['mcp-client'],
};
plan(request, anywhere);

// Completions of `always` are names; none is a sentence.
type Names = NonNullable<PlanOptions['always']>[number];
same<Extract<Names, `${string} ${string}`>, never>(true);

// Overlays.
const catalog = extendCatalog({
  betas: { 'acme-2026-12-01': { requires: [{ at: 'acme' }], acceptance: { vertex: 'accepted' } } },
  features: { 'acme-tools': { uses: [{ at: 'acme_tools' }] } },
});
plan(request, { catalog, always: ['acme-2026-12-01', 'acme-tools', 'mcp-client'] });
betaMiddleware({ catalog, always: ['acme-2026-12-01'] });
const acme: BetaOf<typeof catalog> = 'acme-2026-12-01';
void acme;
// @ts-expect-error not in the overlay
plan(request, { catalog, always: ['acme-2026-12-02'] });
// @ts-expect-error only in the overlay
plan(request, { always: ['acme-2026-12-01'] });
const twice = extendCatalog({ betas: { 'other-2026-12-01': {} } }, catalog);
plan(request, { catalog: twice, always: ['acme-2026-12-01', 'other-2026-12-01'] });
// @ts-expect-error no such status
extendCatalog({ betas: { 'acme-2026-12-01': { acceptance: { vertex: 'yes' } } } });

// Adapters.
betaMiddleware({ platform: 'vertex', always: ['context-management'] });
betaMiddleware({ always: betas('mcp-client', 'task-budgets-2026-03-13') });
// @ts-expect-error no such option
betaFetch({ alway: [] });
betaFetch({ fetch, hosts: ['llm.example.com'], logger: console });
// @ts-expect-error the function is an option
betaFetch(fetch);
// @ts-expect-error an option of betaFetch
betaMiddleware({ hosts: ['llm.example.com'] });
betaMiddleware({ onPlan: ({ plan, platform, attempt }) => [plan.verdict, platform, attempt] });
// @ts-expect-error a plan that is reported has no body
betaMiddleware({ onPlan: ({ plan }) => plan.body });
const init: RequestInit = withBetas({ mode: 'strict' }, { method: 'POST' });
void init;
// @ts-expect-error no such mode
withBetas({ mode: 'lax' });

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
