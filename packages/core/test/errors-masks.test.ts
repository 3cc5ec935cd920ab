/** Tests of error texts whose places are masked by a client, a gateway or a log. */
import { describe, expect, it } from 'vitest';
import { type BetaErrorContext, classifyBetaError } from '../src/errors/index.ts';

const classify = (message: string, context?: BetaErrorContext) =>
  classifyBetaError({ status: 400, error: { type: 'invalid_request_error', message } }, context);
const tagged = (place: string, tag = 'tool_reference'): string =>
  `${place}: Input tag '${tag}' found using 'type' does not match any of the expected tags`;
const refused = (place: string): string => `${place}: Extra inputs are not permitted`;

const SEARCH = 'tool-search-tool-2025-10-19';

describe('a masked step of a place', () => {
  it.each([
    '***.***.content.0',
    '****.*.content.0',
    'messages.***.content.***',
    'messages[***].content[0]',
    '[REDACTED].[REDACTED].content.0',
    '[[redacted]].0.content.0',
    '<redacted>.<redacted>.content.0',
    '&lt;redacted&gt;.0.content.0',
    '<MASKED>.0.content.0',
    '{hidden}.0.content.0',
    '[Filtered].0.content.0',
    '….….content.0',
    '/***/***/content/0',
  ])('in %s counts as any name or index, for a tag', (place) => {
    expect(classify(tagged(place))).toMatchObject({ kind: 'missing', betas: [SEARCH] });
  });

  it.each([
    ['***.0.custom.defer_loading', SEARCH],
    ['tools.***.[REDACTED].defer_loading', SEARCH],
    ['tools.*.custom.defer_loading', SEARCH],
    ['<redacted>.task_budget', 'task-budgets-2026-03-13'],
    ['….task_budget', 'task-budgets-2026-03-13'],
    ['***.***.clear_at', 'mid-conversation-system-clear-at-2026-08-21'],
    ['tools.0.[REDACTED].input_examples', 'tool-examples-2025-10-29'],
  ])('in %s counts as any name or index, for a field', (place, beta) => {
    expect(classify(refused(place))).toMatchObject({ kind: 'missing', betas: [beta] });
  });

  it('may be in a list of a validator, a log line or a wrapped error', () => {
    const loc = ['***', '***', 'content', 0];
    expect(classifyBetaError({ detail: [{ loc, msg: tagged('').slice(2) }] })?.betas).toEqual([
      SEARCH,
    ]);
    const line = `2026-11-30 WARN upstream 400: ${tagged('***.***.content.0')}`;
    expect(classifyBetaError(line)?.betas).toEqual([SEARCH]);
    const body = JSON.stringify({ error: { message: tagged('[REDACTED].0.content.0') } });
    expect(classify(`400 ${body}`)?.betas).toEqual([SEARCH]);
  });

  it('is shown as a mask, and never as the name that a rule has there', () => {
    const info = classify(refused('<redacted>.0.custom.defer_loading'));
    expect(info?.advice).toContain('***.0.custom.defer_loading');
    expect(info?.advice).not.toContain('tools');
  });

  it('is completed by the request', () => {
    const body = { tools: [{ name: 'a', input_examples: [{}] }], messages: [] };
    const request = { method: 'POST', url: '/v1/messages', body };
    expect(classify(refused('***.***.input_examples'), { request })?.betas).toEqual([
      'tool-examples-2025-10-29',
    ]);
  });
});

describe('a mask', () => {
  it.each([
    ...['***', '***.***', 'output_config.***', 'messages.0.***', 'tools.***'],
    ...[
      '***.name',
      '***.0.thread',
      '***.display',
      '***.content',
      '***.***.text',
      '***.model',
      '***.speed',
    ],
  ])('hides what the field %s is, so no beta is named', (place) => {
    expect(classify(refused(place))).toBeUndefined();
  });

  it('does not make another name match', () => {
    expect(classify(tagged('***.***.content.0', 'my_block'))).toBeUndefined();
    expect(classify(tagged('***.***.system.0'))).toBeUndefined();
  });

  it('that is emphasis or an ellipsis leaves a text as it is', () => {
    expect(classify(`**${refused('tools.0.custom.defer_loading')}**`)?.betas).toEqual([SEARCH]);
    expect(classify(`Error … ${refused('tools.0.custom.defer_loading')}…`)?.betas).toEqual([
      SEARCH,
    ]);
    expect(classify('Unexpected value(s) … for the `anthropic-beta` header')?.kind).toBe(
      'unsupported-unnamed',
    );
  });
});
