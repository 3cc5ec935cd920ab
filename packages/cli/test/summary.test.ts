import type { Change, GatewayEvent } from '@beta-headers/gateway';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { createSummary } from '../src/run/summary.ts';

const plain = pc.createColors(false);

const event = (changes: readonly Change[], rest: Partial<GatewayEvent> = {}): GatewayEvent => ({
  id: '1',
  method: 'POST',
  kind: 'messages',
  status: 200,
  durationMs: 1,
  attempts: 1,
  changes,
  ...rest,
});

function sum(events: readonly GatewayEvent[], isDryRun = false): string | undefined {
  const summary = createSummary({ isDryRun });
  for (const one of events) summary.add(one);
  return summary.format(plain);
}

describe('the summary of a run', () => {
  it('is empty if no request was changed', () => {
    expect(sum([])).toBeUndefined();
    expect(sum([event([]), event([], { kind: 'probe' })])).toBeUndefined();
    expect(sum([event([], { status: 499, error: 'client_gone' })])).toBeUndefined();
    expect(sum([event([{ action: 'ignored', reason: 'no-effect', beta: 'x' }])])).toBeUndefined();
  });

  it('shows the fix of a failure once', () => {
    const detail = 'no credential for upstream vertex: Google: none found; run `gcloud auth`';
    const failed = event([], { status: 502, error: 'upstream_credential', detail });
    expect(sum([failed, failed])).toBe(
      [
        'beta-headers: 2 requests, 0 of them changed',
        '  ! there was no valid credential for the platform (2 times)',
        `    ${detail}`,
      ].join('\n'),
    );
  });

  it('counts equal changes once, with reason and link', () => {
    const dropped: Change = { action: 'dropped', reason: 'rejected', beta: 'fast-mode-2026-02-01' };
    const added: Change = {
      action: 'added',
      reason: 'needed',
      beta: 'mcp-client-2025-11-20',
      feature: 'mcp-client',
    };
    expect(sum([event([added]), event([dropped]), event([dropped]), event([])])).toBe(
      [
        'beta-headers: 4 requests, 3 of them changed',
        '  - fast-mode-2026-02-01: left out, this platform does not accept it (2 times)',
        '    https://beta-headers.github.io/beta-headers/betas/fast-mode-2026-02-01/',
        '  + mcp-client-2025-11-20: added, the request needs it',
        '    https://beta-headers.github.io/beta-headers/features/mcp-client/',
      ].join('\n'),
    );
  });

  it('shows a replacement in one line', () => {
    const old = 'advanced-tool-use-2025-11-20';
    const beta = 'tool-search-tool-2025-10-19';
    const text = sum([
      event([
        { action: 'dropped', reason: 'instead', beta: old, sends: beta },
        { action: 'added', reason: 'instead', beta },
      ]),
    ]);
    expect(text).toContain(`- ${old}: replaced by ${beta}, as this platform wants it`);
    expect(text).not.toContain(`+ ${beta}`);
  });

  it('shows a part of the body that has an equivalent', () => {
    const change: Change = {
      action: 'substituted',
      reason: 'unavailable',
      feature: 'fine-grained-tool-streaming',
      sends: 'fine-grained-tool-streaming-2025-05-14',
    };
    expect(sum([event([change])])).toContain(
      '~ fine-grained-tool-streaming: replaced by fine-grained-tool-streaming-2025-05-14, which ' +
        'has the same effect here',
    );
    expect(sum([event([change])], true)).toContain('streaming: would be replaced by fine-');
  });

  it('shows refusals, and failures of the gateway once', () => {
    const refused: Change = { action: 'refused', reason: 'unavailable', feature: 'mcp-client' };
    const text = sum([
      event([refused], { status: 400, error: 'policy_refused' }),
      event([], { status: 502, error: 'upstream_unreachable' }),
      event([], { status: 502, error: 'upstream_unreachable' }),
    ]);
    expect(text).toContain('! mcp-client: refused, it is not available here');
    expect(text).toContain('! the platform could not be reached (2 times)');
    expect(text?.match(/ ! /g)).toHaveLength(2);
  });

  it('says in a dry run that nothing was changed', () => {
    const text = sum(
      [event([{ action: 'dropped', reason: 'rejected', beta: 'x-2026-01-01' }])],
      true,
    );
    expect(text).toContain('1 request, 1 of them would change (dry run: nothing was changed)');
    expect(text).toContain('would be left out');
  });

  it('escapes names, links only known ones, and bounds the number of lines', () => {
    const strange = sum([event([{ action: 'dropped', reason: 'malformed', beta: 'a\u001b[2Jb' }])]);
    expect(strange).toContain('a\\u001b[2Jb');
    expect(strange).not.toContain('https:');
    const many = Array.from({ length: 5000 }, (_, i) =>
      event([{ action: 'dropped', reason: 'unknown-beta', beta: `x${i}-2026-01-01` }]),
    );
    expect(sum(many)?.split('\n').length).toBeLessThan(60);
  });
});
