/** Checks of beta header values, from the published probes. */
import { AGENT_BETAS, PROBES, type Probe } from '../data/probes.ts';
import { exchange, expectEqual, expectThat, skipUnlessMessagesUpstream } from '../expect.ts';
import { buildCount, buildMessage, readBetas } from '../forms.ts';
import { BETAS, INVOKE_BODY, PROTOCOL } from '../sources.ts';
import type { Check, CheckContext, Target } from '../types.ts';

const UNKNOWN = 'conformance-unknown-2030-01-01';

function skipUnlessProbed(target: Target): string | undefined {
  return PROBES.some(({ platform }) => platform === target.platform)
    ? undefined
    : 'no public probe of this platform';
}

async function sendBetas(
  context: CheckContext,
  betas: readonly string[],
  endpoint?: Probe['endpoint'],
): Promise<string[]> {
  const build = endpoint === 'count-tokens' ? buildCount : buildMessage;
  const { received } = await exchange(context, build(context.target, { betas }));
  return readBetas(received);
}

async function checkProbe(context: CheckContext, probe: Probe): Promise<void> {
  const sent = await sendBetas(context, [probe.beta], probe.endpoint);
  const expected =
    probe.answer === 'accepted'
      ? `${probe.beta} at the upstream`
      : `a request without ${probe.beta} at the upstream`;
  const seen = sent.length === 0 ? 'no beta' : sent.join(', ');
  expectThat(sent.includes(probe.beta) === (probe.answer === 'accepted'), expected, seen);
}

function selectMessageProbes(target: Target, answer: Probe['answer']): string[] {
  return PROBES.filter((probe) => probe.platform === target.platform)
    .filter((probe) => probe.answer === answer && probe.endpoint === undefined)
    .map(({ beta }) => beta);
}

/** Sends every value that the probes know in one request, as agent clients do. */
async function checkMixed(context: CheckContext): Promise<void> {
  const accepted = selectMessageProbes(context.target, 'accepted');
  const rejected = selectMessageProbes(context.target, 'rejected');
  const mixed = [...rejected, ...accepted].sort();
  const sent = await sendBetas(context, mixed);
  expectEqual(
    'the accepted betas',
    [...accepted].sort(),
    sent.filter((beta) => accepted.includes(beta)).sort(),
  );
  expectEqual(
    'the rejected betas',
    [],
    sent.filter((beta) => rejected.includes(beta)),
  );
}

async function checkUnknown(context: CheckContext): Promise<void> {
  const sent = await sendBetas(context, [UNKNOWN]);
  expectEqual('the betas', [UNKNOWN], sent);
}

async function checkAgent(context: CheckContext): Promise<void> {
  const sent = await sendBetas(context, AGENT_BETAS);
  expectEqual('the betas', [...AGENT_BETAS].sort(), [...new Set(sent)].sort());
}

async function checkNoneAdded(context: CheckContext): Promise<void> {
  const sent = await sendBetas(context, []);
  expectEqual('the betas', [], sent);
}

async function checkPlace(context: CheckContext): Promise<void> {
  const betas = ['interleaved-thinking-2025-05-14'];
  const { received } = await exchange(context, buildMessage(context.target, { betas }));
  const header = received.headers['anthropic-beta'];
  expectEqual('the betas', betas, readBetas(received));
  expectThat(header === undefined, 'betas in the body alone', `the header ${header}`);
}

async function checkVertexPlace(context: CheckContext): Promise<void> {
  const betas = ['tool-search-tool-2025-10-19'];
  const { received } = await exchange(context, buildMessage(context.target, { betas }));
  expectEqual('anthropic-beta', betas.join(), received.headers['anthropic-beta']);
  expectThat(
    !received.body.includes('anthropic_beta'),
    'betas in the header alone',
    'the body, too',
  );
}

function describeProbe(probe: Probe): Check {
  const place = probe.endpoint === undefined ? '' : ' where it counts tokens';
  const verb = probe.answer === 'accepted' ? 'reaches' : 'does not reach';
  return {
    id: ['betas', probe.answer, ...(probe.endpoint === undefined ? [] : ['count']), probe.beta]
      .join('.')
      .replace('betas.', `betas.${probe.platform}.`),
    title: `${probe.beta}, which ${probe.platform} ${probe.answer}${place}, ${verb} it.`,
    source: probe.source,
    level: 'must',
    skip: (target) =>
      target.platform === probe.platform ? undefined : `a probe of ${probe.platform}`,
    run: (context) => checkProbe(context, probe),
  };
}

/** The checks of beta header values. */
export const BETA_CHECKS: readonly Check[] = [
  {
    id: 'betas.unknown',
    title: 'An unknown beta reaches an upstream of the Messages form.',
    source: PROTOCOL,
    level: 'must',
    skip: skipUnlessMessagesUpstream,
    run: checkUnknown,
  },
  {
    id: 'betas.agent',
    title: 'Every beta of an agent client reaches the Claude API.',
    source: PROTOCOL,
    level: 'must',
    skip: (target) => (target.platform === 'claude-api' ? undefined : 'only for the Claude API'),
    run: checkAgent,
  },
  {
    id: 'betas.none-added',
    title: 'A request without a beta gets none.',
    source: BETAS,
    level: 'must',
    run: checkNoneAdded,
  },
  {
    id: 'betas.bedrock-place',
    title: 'Bedrock gets betas in the body, and no header.',
    source: INVOKE_BODY,
    level: 'must',
    skip: (target) => (target.platform === 'bedrock' ? undefined : 'only for Bedrock'),
    run: checkPlace,
  },
  {
    id: 'betas.vertex-place',
    title: 'Vertex gets betas in the header, and none in the body.',
    source: 'https://github.com/BerriAI/litellm/pull/22321',
    level: 'must',
    skip: (target) => (target.platform === 'vertex' ? undefined : 'only for Vertex'),
    run: checkVertexPlace,
  },
  {
    id: 'betas.mixed',
    title: 'Of a mixed list, the accepted betas arrive and the rejected ones do not.',
    source: PROTOCOL,
    level: 'must',
    skip: skipUnlessProbed,
    run: checkMixed,
  },
  ...PROBES.map(describeProbe),
];
