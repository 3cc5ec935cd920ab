import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/conformance/index.ts';
import type { Fault } from './faults.ts';
import { listFailures, runAgainstProxy } from './run-proxy.ts';

const ERROR_IDS = CHECKS.filter(({ id }) => /^errors\.\d/.test(id)).map(({ id }) => id);

/** The errors whose shape on Bedrock is not that of the API. */
const ENVELOPE_IDS = ['400', '400-field', '403', '404', '429', '503-empty', '502-html'].map(
  (id) => `errors.envelope-${id}`,
);

const BODIES = ['body.identical', 'body.identical-stream', 'body.system', 'body.large-integers'];

/** The checks that each fault fails, of those that apply to Foundry. */
const FAULTS: Partial<Record<Fault, readonly string[]>> = {
  buffers: ['stream.unbuffered', 'stream.pings', 'stream.abort'],
  're-serialises': BODIES,
  'merges-system': BODIES,
  'drops-unknown-headers': ['headers.anthropic-open', 'headers.claude-code', 'headers.unknown'],
  'drops-unknown-betas': ['betas.unknown', 'headers.repeated-betas'],
  'leaks-credentials': ['credentials.api-key', 'credentials.oauth-token'],
  'keeps-hop-by-hop-headers': ['headers.hop-by-hop-request', 'headers.hop-by-hop-response'],
  'follows-redirects': ['errors.redirect'],
  'swallows-pings': ['stream.pings'],
  'wraps-errors': [...ERROR_IDS, 'stream.refused'],
  'ignores-aborts': ['stream.abort', 'stream.abort-waiting'],
  'adds-a-beta': ['betas.none-added'],
  retries: ['errors.retries'],
  'drops-request-ids': ['headers.request-id'],
  'passes-the-host': ['headers.host'],
  'changes-the-stream-type': ['stream.content-type'],
  'ends-broken-streams': ['stream.break'],
  'limits-bodies': ['body.big'],
  'fails-head-requests': ['path.hello', 'path.head'],
  'hides-models': ['path.models'],
  'hides-counting': ['path.count-tokens'],
  'needs-the-query': ['path.no-query'],
  'drops-versions': ['headers.version'],
  'drops-response-headers': ['headers.response'],
  'drops-unknown-fields': ['body.unknown-fields'],
  'drops-retry-after': ['errors.429', 'errors.503-empty', 'stream.refused'],
  'edits-answers': ['path.answer'],
  'decodes-answers': ['headers.content-encoding'],
};

/** The checks that each fault fails on Bedrock or Vertex, beside those of a transparent proxy. */
const OTHER_FAULTS = [
  ['decodes-paths', 'invoke', ['path.encoded-model']],
  ['fails-inference-profiles', 'invoke', ['path.inference-profiles']],
  ['forgets-pairs', 'invoke', ['body.pairs']],
] as const;

describe.concurrent('the conformance suite', () => {
  it.each([
    ['invoke', 'bedrock', 19],
    ['raw-predict', 'vertex', 2],
  ] as const)('fails a proxy that drops all betas: %s to %s', async (form, platform, count) => {
    const report = await runAgainstProxy(['drops-all-betas'], {
      form,
      platform,
      only: ['betas.*'],
    });
    const failures = listFailures(report).filter((id) => !id.includes('.accepted.'));
    expect(failures).toEqual([`betas.${platform}-place`, 'betas.mixed']);
    expect(listFailures(report)).toHaveLength(count + 2);
  });

  it.each(Object.entries(FAULTS))('finds a proxy with the fault: %s', async (fault, expected) => {
    const report = await runAgainstProxy([fault as Fault]);
    expect(listFailures(report).sort()).toEqual([...expected].sort());
  });

  it.each(OTHER_FAULTS)('finds a proxy with the fault: %s in %s', async (fault, form, expected) => {
    const platform = form === 'invoke' ? 'bedrock' : 'vertex';
    const report = await runAgainstProxy(['filters-betas', fault], { form, platform });
    expect(listFailures(report)).toEqual(expected);
  });

  it('finds a proxy that asks for no stream where the client wants one', async () => {
    const only = ['stream.request'];
    expect(listFailures(await runAgainstProxy(['drops-stream-fields'], { only }))).toEqual(only);
  });

  it('finds a proxy that puts betas in the body on Vertex', async () => {
    const report = await runAgainstProxy(['filters-betas', 'passes-betas-in-both-places'], {
      form: 'raw-predict',
      platform: 'vertex',
      only: ['betas.*'],
    });
    expect(listFailures(report)).toEqual(['betas.none-added', 'betas.vertex-place']);
  });

  it('finds a proxy that forwards a body field without its beta', async () => {
    const options = { form: 'invoke', platform: 'bedrock', only: ['body.pairs'] } as const;
    expect(listFailures(await runAgainstProxy(['drops-all-betas'], options))).toEqual(options.only);
    expect(listFailures(await runAgainstProxy([], options))).toEqual([]);
  });

  it('finds a proxy that gives a client the answer of another', async () => {
    const only = ['path.parallel'];
    expect(listFailures(await runAgainstProxy(['caches-answers'], { only }))).toEqual(only);
  });

  it('finds a proxy that forwards the Messages form to Bedrock as it is', async () => {
    const report = await runAgainstProxy([], { platform: 'bedrock', only: ['conversion.*'] });
    expect(listFailures(report)).toEqual(['conversion.request', 'conversion.exception']);
  });

  it('finds a proxy that changes nothing but the path for Bedrock', async () => {
    const faults = ['rewrites-paths', 'drops-fields-of-answers'] as const;
    const report = await runAgainstProxy(faults, { platform: 'bedrock' });
    const failures = listFailures(report);
    expect(failures.filter((id) => /^(conversion|stream)/.test(id))).toEqual([
      'conversion.request',
      'conversion.answer',
      'conversion.stream',
      'conversion.exception',
      'stream.content-type',
      'stream.unbuffered',
      'stream.abort',
    ]);
    expect(failures).toEqual(expect.arrayContaining(ENVELOPE_IDS));
  });

  it('finds a proxy without batches or files', async () => {
    const options = { platform: 'claude-api', only: ['path.*'] } as const;
    const report = await runAgainstProxy(['hides-batches', 'hides-files'], options);
    expect(listFailures(report)).toEqual(['path.batches', 'path.files']);
  });

  it('finds a proxy that drops the comments of a stream', async () => {
    const only = ['stream.bytes'];
    expect(listFailures(await runAgainstProxy(['drops-comments'], { only }))).toEqual(only);
  });

  it('finds a proxy that drops betas on the Claude API', async () => {
    const options = { platform: 'claude-api', only: ['betas.*', 'credentials.*'] } as const;
    expect(listFailures(await runAgainstProxy([], options))).toEqual([]);
    expect(listFailures(await runAgainstProxy(['drops-oauth'], options))).toEqual([
      'credentials.oauth-beta',
    ]);
    expect(listFailures(await runAgainstProxy(['drops-all-betas'], options))).toEqual([
      'credentials.oauth-beta',
      'betas.unknown',
      'betas.agent',
    ]);
  });

  it('passes the client’s AWS signature on in no conforming gateway', async () => {
    const options = {
      form: 'invoke',
      platform: 'bedrock',
      only: ['credentials.signature'],
    } as const;
    expect(listFailures(await runAgainstProxy(['leaks-credentials'], options))).toEqual(
      options.only,
    );
    expect(listFailures(await runAgainstProxy([], options))).toEqual([]);
  });
});
