import { plan } from '@beta-headers/core';
import { classifyBetaError } from '@beta-headers/core/errors';
import { describe, expect, it } from 'vitest';
import { readText } from '../src/index.ts';

describe('a reading', () => {
  it('has the place that the README shows', () => {
    const reading = readText(`curl https://api.anthropic.com/v1/messages \\
  -H 'anthropic-beta: files-api-2025-04-14' \\
  -d '{"model": "claude-opus-5-5", "max_tokens": 1024, "messages": []}'`);
    expect(reading).toMatchObject({
      kind: 'request',
      betas: [{ beta: 'files-api-2025-04-14', at: { line: 2, column: 23 }, in: 'header' }],
      unknown: [],
    });
  });

  it('points at what a decision is about', () => {
    const text = `client.beta.messages.create(
    model="claude-opus-4-5",
    max_tokens=10,
    messages=[{"role": "user", "content": "hi"}],
    tools=[{"type": "code_execution_20250825", "name": "code_execution"}],
)`;
    const reading = readText(text);
    if (reading.kind !== 'request') throw new Error(reading.kind);
    const planned = plan(reading.request, { platform: 'bedrock' });
    const pointers = planned.decisions.flatMap(({ at }) => at ?? []);
    const places = pointers.map((pointer) => reading.place(pointer));
    expect(places.map((place) => place?.line)).toContain(5);
  });

  it('has an error that the classifier takes', () => {
    const reading = readText('{"message":"invalid beta flag"}');
    if (reading.kind !== 'error') throw new Error(reading.kind);
    expect(classifyBetaError(reading.text)).toMatchObject({ kind: 'unsupported-unnamed' });
  });

  it('is plain data except for its function', () => {
    const reading = readText('{"model":"claude-opus-4-5","messages":[]}');
    const { place, ...rest } = reading as { place?: unknown };
    expect(typeof place).toBe('function');
    expect(structuredClone(rest)).toEqual(rest);
  });
});
