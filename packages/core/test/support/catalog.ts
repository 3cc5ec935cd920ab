/**
 * A small catalog with an example for every row of the engine's tables, independent of the
 * manifest.
 */
import { decodeCatalog } from '../../src/catalog/decode.ts';
import type { RawCatalog } from '../../src/catalog/raw.ts';
import type { EngineCatalog } from '../../src/catalog/types.ts';
import { type BetaPlan, type PlanOptions, plan } from '../../src/index.ts';

/**
 * `claude-api` is run by Anthropic, `vertex` is not. A feature's name says its availability and the
 * acceptance of its header on `vertex`.
 */
const RAW: RawCatalog = {
  platforms: {
    'claude-api': { hosts: 'api.anthropic.com', endpoints: [{ status: 'available' }] },
    vertex: {
      operator: 'google',
      hosts: '*-aiplatform.googleapis.com',
      endpoints: [
        { endpoint: ['POST /v1/messages', 'POST /v1/messages/batches'], status: 'available' },
        { endpoint: ['GET /v1/models'], status: 'unknown' },
        { status: 'unavailable' },
      ],
    },
    bedrock: {
      operator: 'aws',
      hosts: 'bedrock-runtime.*.amazonaws.com',
      endpoints: [{ status: 'available' }],
    },
    'bedrock-converse': {
      operator: 'aws',
      hosts: 'bedrock-runtime.*.amazonaws.com',
      endpoints: [{ status: 'available' }],
    },
  },
  models: 'claude-new-1 claude-mid-1 claude-end-1 claude-other-1 claude-x-1',
  retiredModels: { 'claude-old-1': '2026-06-15' },
  surface: {
    params: 'model messages tools tool_choice max_tokens system stream',
    tools: 'custom',
    blocks: 'text image tool_use tool_result thinking server_tool_use server_tool_result',
  },
  features: {
    ...createRows('available', 'accepted'),
    ...createRows('available', 'unknown'),
    ...createRows('available', 'rejected'),
    ...createRows('unknown', 'accepted'),
    ...createRows('unknown', 'unknown'),
    ...createRows('unknown', 'rejected'),
    ...createRows('no-effect', 'accepted'),
    ...createRows('unavailable', 'accepted'),
    ...createRows('unavailable', 'rejected'),
    'free-available': {
      betas: {},
      uses: [{ at: 'free_available' }],
      availability: { available: 'vertex claude-api' },
    },
    'free-unknown': { betas: {}, uses: [{ at: 'free_unknown' }] },
    'free-disputed': {
      betas: {},
      uses: [{ at: 'free_disputed' }],
      availability: { available: 'vertex', disputed: 'vertex' },
    },
    'free-unavailable': {
      betas: {},
      uses: [{ at: 'free_unavailable' }],
      availability: { available: 'claude-api', unavailable: 'vertex' },
    },
    'safe-unavailable': {
      betas: {},
      removal: 'safe',
      uses: [{ at: 'hints.safe' }, { at: 'tools[].safe' }],
      availability: { available: 'claude-api', unavailable: 'vertex' },
    },
    'level-unavailable': {
      betas: {},
      removal: 'safe',
      uses: [{ at: 'levels.high', above: 5 }],
      availability: { available: 'claude-api', unavailable: 'vertex' },
    },
    'lossy-unavailable': {
      betas: {},
      removal: 'changes-answer',
      uses: [{ at: 'lossy' }],
      availability: { available: 'claude-api', unavailable: 'vertex' },
    },
    swap: {
      betas: { '2026-01-01': { acceptance: { accepted: 'claude-api vertex' } } },
      uses: [{ at: 'tools[].swap' }],
      substitutes: [
        {
          on: ['vertex'],
          when: { at: 'tools[].swap', is: true },
          unless: { at: 'tools[].swap', is: false },
          remove: 'tools[].swap',
          send: 'swap-2026-01-01',
        },
      ],
      availability: { available: 'claude-api', unavailable: 'vertex' },
    },
    'swap-at-home': {
      betas: { '2026-01-01': { acceptance: { accepted: 'claude-api' } } },
      uses: [{ at: 'tools[].swap_at_home' }],
      substitutes: [
        {
          on: ['claude-api'],
          when: { at: 'tools[].swap_at_home', is: true },
          remove: 'tools[].swap_at_home',
          send: 'swap-at-home-2026-01-01',
        },
      ],
      availability: { unavailable: 'claude-api' },
    },
    rival: {
      betas: {
        '2026-01-01': { acceptance: { accepted: 'claude-api' } },
        '2026-02-02': {
          requires: [{ at: 'rival' }],
          acceptance: { accepted: 'claude-api' },
        },
      },
      constraints: [
        { all: [{ beta: 'rival-2026-01-01' }, { beta: 'rival-2026-02-02' }], outcome: 400 },
      ],
      availability: { available: 'claude-api' },
    },
    versioned: {
      betas: {
        '2026-01-01': {
          requires: [{ at: 'versioned', apiVersion: '2023-06-01' }],
          acceptance: { accepted: 'claude-api' },
        },
      },
      availability: { available: 'claude-api' },
    },
    limited: {
      betas: {
        '2026-01-01': {
          requires: [{ at: 'limited', model: ['claude-new-1'] }],
          acceptance: { accepted: 'claude-api vertex' },
        },
      },
      availability: {
        by: {
          'claude-api': [
            { status: 'available', models: ['claude-new-1'] },
            { status: 'no-effect', models: ['claude-mid-1'] },
            { status: 'available', models: ['claude-end-1'], until: '2026-11-30' },
            { status: 'unavailable', fix: 'use-another-model' },
          ],
        },
      },
    },
    shaped: {
      betas: {},
      uses: [{ at: 'tools[].type', in: ['shape_1', 'shape_2'] }],
      availability: {
        available: 'claude-api',
        by: { vertex: [{ status: 'unavailable', shape: ['shape_2'] }, { status: 'available' }] },
      },
    },
    dated: {
      betas: {
        '2026-01-01': {
          stage: 'superseded',
          supersededBy: 'dated-2026-02-02',
          requires: [{ at: 'dated.old' }],
          acceptance: { accepted: 'claude-api vertex' },
        },
        '2026-02-02': {
          requires: [
            { at: 'dated.new' },
            { at: 'dated.any', choices: ['dated-2026-02-02', 'dated-2026-01-01'] },
          ],
          acceptance: { accepted: 'claude-api vertex' },
        },
      },
      availability: { available: 'claude-api vertex' },
    },
    renamed: {
      betas: {
        '2026-01-01': {
          requires: [{ at: 'renamed' }],
          acceptance: {
            accepted: 'claude-api',
            by: {
              vertex: [
                {
                  status: 'rejected',
                  instead: [{ for: 'renamed', send: 'other-name-2026-01-01' }],
                },
              ],
            },
          },
        },
      },
      availability: { available: 'claude-api vertex' },
    },
    'other-name': {
      betas: { '2026-01-01': { acceptance: { accepted: 'vertex', rejected: 'claude-api' } } },
    },
    done: {
      betas: { '2026-01-01': { stage: 'graduated', acceptance: { accepted: 'claude-api' } } },
    },
    dead: { betas: { '2025-01-01': { stage: 'retired', acceptance: { ignored: 'claude-api' } } } },
    shape: {
      betas: {
        '2026-01-01': {
          stage: 'legacy-shape',
          requires: [{ at: 'old_shape', endpoint: ['GET /v1/shapes'] }],
          selectsAt: ['GET /v1/shapes', 'POST /v1/shapes/{}'],
          appendedAt: ['GET /v1/shapes'],
          acceptance: { accepted: 'claude-api' },
        },
        '2026-02-02': {
          stage: 'legacy-shape',
          selectsAt: ['GET /v1/shapes'],
          acceptance: { accepted: 'claude-api' },
        },
        '2026-03-03': {
          requires: [{ endpoint: ['POST /v1/shapes/{}'] }],
          acceptance: { accepted: 'claude-api' },
        },
      },
      availability: { available: 'claude-api' },
    },
    marker: { betas: { '2026-01-01': { stage: 'internal' } } },
    pair: {
      betas: {
        '2026-01-01': { acceptance: { accepted: 'claude-api' } },
        '2026-02-02': { acceptance: { accepted: 'claude-api' } },
      },
      constraints: [
        {
          all: [{ beta: 'pair-2026-01-01' }, { beta: 'pair-2026-02-02' }],
          outcome: 400,
          fix: 'send-one',
        },
        { all: [{ at: 'pair_a' }, { at: 'pair_b' }], outcome: 400 },
        { all: [{ at: 'pair_c', is: 'late', model: ['claude-mid-1'] }], outcome: 400 },
        { all: [{ at: 'pair_c', is: 'idle', model: ['claude-mid-1'] }], outcome: 'no-effect' },
        { all: [{ at: 'pair_a' }, { absent: { at: 'pair_c' } }], outcome: 'no-effect' },
        {
          all: [
            { beta: 'pair-2026-02-02' },
            { absent: { at: 'tools[].type', is: 'custom' } },
            { endpoint: ['POST /v1/messages'] },
          ],
          outcome: 400,
        },
      ],
      uses: [{ at: 'pair_a' }, { at: 'pair_b' }, { at: 'pair_c' }],
      availability: { available: 'claude-api' },
    },
    admin: {
      betas: {
        '2026-01-01': {
          requires: [{ endpoint: ['* /v1/admin/**'] }],
          acceptance: { accepted: 'claude-api' },
        },
      },
      availability: { available: 'claude-api' },
    },
    query: {
      betas: {
        '2026-01-01': {
          requires: [{ at: 'page', endpoint: ['GET /v1/lists'] }],
          acceptance: { accepted: 'claude-api' },
        },
      },
      availability: { available: 'claude-api', unavailable: 'bedrock' },
    },
  },
};

/**
 * Creates a feature with this availability and acceptance on `vertex`. On the Claude API it is
 * available, and its header is accepted.
 */
function createRows(availability: string, acceptance: string): RawCatalog['features'] {
  const name = `${availability}-${acceptance}`;
  return {
    [name]: {
      betas: {
        '2026-01-01': {
          requires: [{ at: name.replaceAll('-', '_') }],
          acceptance: createClaims('accepted', acceptance),
        },
      },
      availability: createClaims('available', availability),
    },
  };
}

function createClaims(home: string, there: string): object {
  if (home === there) return { [home]: 'claude-api vertex' };
  return { [home]: 'claude-api', ...(there !== 'unknown' && { [there]: 'vertex' }) };
}

/** The test catalog. */
export const testCatalog: EngineCatalog<string> = decodeCatalog(RAW);

/** Options with names that are only in the test catalog. */
export type TestOptions = Omit<PlanOptions, 'always' | 'catalog'> & {
  readonly always?: readonly string[];
  /** Default: the test catalog. */
  readonly catalog?: EngineCatalog<string>;
};

/** Plans message params with the test catalog. */
export function planParams(body: object, options: TestOptions = {}, header?: string): BetaPlan {
  return planTest({ body: { model: 'claude-new-1', messages: [], ...body } }, options, header);
}

/** Plans a request with the test catalog. */
export function planTest(
  request: { method?: string; url?: string; body?: unknown },
  options: TestOptions = {},
  header?: string,
): BetaPlan {
  return plan(
    {
      method: 'POST',
      url: '/v1/messages',
      ...request,
      headers: header === undefined ? {} : { 'anthropic-beta': header },
    },
    { platform: 'claude-api', catalog: testCatalog, ...options },
  );
}

/** Formats each decision as `action subject reason`. */
export function listDecisions({ decisions }: BetaPlan): string[] {
  return decisions.map(
    ({ action, beta, feature, reason }) => `${action} ${beta ?? feature ?? '-'} ${reason}`,
  );
}
