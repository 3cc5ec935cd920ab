import { describe, expect, it } from 'vitest';
import { readModelId } from '../../src/request/model.ts';

describe('readModelId', () => {
  it.each([
    ['claude-opus-5', true],
    ['claude-opus-5-20260401', true],
    ['claude-opus-5@20260401', true],
    ['claude-opus-5-latest', true],
    ['anthropic.claude-opus-5-v1:0', true],
    ['us.anthropic.claude-opus-5-20260401-v1:0', true],
    ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-opus-5', true],
    ['anthropic/claude-opus-5', true],
    ['vertex_ai/claude-opus-5@default', true],
    ['claude-opus-5[1m]', true],
    ['claude-opus-5-0', true],
    ['claude-opus-5-05', false],
    ['claude-opus-5.5', false],
    ['claude-opus-5-5', false],
    ['claude-opus-5-fast', false],
    ['my-claude-opus-5', false],
    ['claude-opus', false],
    ['', false],
  ])('reads %s as claude-opus-5: %s', (model, expected) => {
    expect(readModelId(model) === 'claude-opus-5').toBe(expected);
  });

  it('returns undefined without a model, or for a deployment', () => {
    for (const name of [
      undefined,
      5,
      'my-deployment',
      'arn:aws:bedrock:us-east-1:1:application-inference-profile/x',
    ])
      expect(readModelId(name)).toBeUndefined();
  });
});
