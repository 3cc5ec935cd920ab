import { describe, expect, it } from 'vitest';
import { plan } from '../../src/index.ts';
import { listDecisions, planTest } from '../support/catalog.ts';

const at = (url: string, platform: string) => {
  const {
    platform: found,
    platformFrom,
    verdict,
  } = planTest(
    { url, body: { model: 'claude-new-1', messages: [] } },
    { platform: platform as 'auto' },
  );
  return [found, platformFrom, verdict];
};

describe('the platform of a request', () => {
  it.each([
    ['https://api.anthropic.com/v1/messages', ['claude-api', 'host', 'works']],
    ['https://API.Anthropic.com.:443/v1/messages?beta=true', ['claude-api', 'host', 'works']],
    [
      'https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/anthropic/models/claude-new-1:rawPredict',
      ['vertex', 'host', 'works'],
    ],
    [
      'https://bedrock-runtime.us-west-2.amazonaws.com/model/m/invoke',
      ['bedrock', 'host', 'works'],
    ],
    [
      'https://bedrock-runtime.us-west-2.amazonaws.com/model/m/converse-stream',
      ['bedrock-converse', 'host', 'works'],
    ],
    ['/model/m/invoke', ['bedrock', 'path', 'works']],
    ['/model/m/converse', ['bedrock-converse', 'path', 'works']],
    [
      'https://gateway.test/v1/projects/p/locations/l/publishers/anthropic/models/m:rawPredict',
      ['vertex', 'path', 'works'],
    ],
    ['/v1/messages', ['claude-api', 'assumed', 'unverified']],
    ['https://api.anthropic.com.evil.test/v1/messages', ['claude-api', 'assumed', 'unverified']],
    ['https://evil.test/api.anthropic.com/v1/messages', ['claude-api', 'assumed', 'unverified']],
    ['https://api.anthropic.com@evil.test/v1/messages', ['claude-api', 'assumed', 'unverified']],
  ])('of %s is %j', (url, expected) => {
    expect(at(url, 'auto')).toEqual(expected);
  });

  it('is the first platform of a shared host, or any of them as an option', () => {
    const on = (platform: 'auto' | 'foundry' | 'foundry-azure' | 'vertex') =>
      plan(
        {
          method: 'POST',
          url: 'https://acme.services.ai.azure.com/anthropic/v1/messages',
          body: { model: 'claude-opus-5', max_tokens: 1, messages: [] },
        },
        { platform },
      );
    expect(on('auto')).toMatchObject({ platform: 'foundry', platformFrom: 'host' });
    for (const platform of ['foundry', 'foundry-azure'] as const)
      expect(on(platform)).toMatchObject({ platform, platformFrom: 'option', verdict: 'works' });
    expect(on('vertex').decisions).toMatchObject([{ reason: 'platform-mismatch' }]);
  });

  it('is the option if there is one', () => {
    expect(at('/v1/messages', 'vertex')).toEqual(['vertex', 'option', 'works']);
    expect(at('https://gateway.test/model/m/invoke', 'vertex')).toEqual([
      'vertex',
      'option',
      'works',
    ]);
    expect(at('https://bedrock-runtime.eu-west-1.amazonaws.com/v1/messages', 'bedrock')).toEqual([
      'bedrock',
      'option',
      'works',
    ]);
  });

  it('is Converse for the option Bedrock with a path of Converse', () => {
    expect(at('/model/m/converse', 'bedrock')).toEqual(['bedrock-converse', 'path', 'works']);
  });

  it('refuses the request, without other decisions, if a known host contradicts the option', () => {
    const planned = planTest(
      { url: 'https://api.anthropic.com/v1/messages', body: { dated: { new: 1 } } },
      { platform: 'vertex' },
      'a b',
    );
    expect(planned).toMatchObject({ verdict: 'refused', changed: false, header: 'a b' });
    expect(planned.decisions).toMatchObject([
      { action: 'refused', reason: 'platform-mismatch', sends: 'claude-api' },
    ]);
  });

  it.each(['azure', 'constructor', '__proto__', 5, {}, null])(
    'is refused where the option is %j',
    (platform) => {
      expect(listDecisions(planTest({}, { platform: platform as never }))).toEqual([
        'refused - unknown-platform',
      ]);
    },
  );
});
