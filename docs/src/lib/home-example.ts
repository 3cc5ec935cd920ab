/** The program of page one, and what the engine does to its request. */
import { plan } from '@beta-headers/core';
import { getFeature, getPlatformTitle } from './catalog.ts';
import { SAMPLE_MODEL } from './site.ts';

const FEATURE = 'mcp-client';
const REFUSED_ON = 'bedrock';

/** The request of the program, whose body needs a header. */
export const EXAMPLE_BODY = {
  model: SAMPLE_MODEL,
  max_tokens: 1024,
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.example.com' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
  messages: [{ role: 'user', content: 'What changed in the last release?' }],
};

/** The program. `request` is the body above. */
export const EXAMPLE_CODE = `import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/node';
const client = new Anthropic({ middleware: [betaMiddleware()] });
await client.beta.messages.create(request);`;

const planOn = (platform: 'claude-api' | 'bedrock') =>
  plan({ method: 'POST', url: '/v1/messages', body: EXAMPLE_BODY }, { platform });

/**
 * The header that the engine adds on the Claude API, and the platform where it refuses the request.
 *
 * @throws when the manifest has changed so that the engine no longer does both
 */
export function planExample(): { header: string; feature: typeof FEATURE; platform: string } {
  const { header } = planOn('claude-api');
  if (header === undefined || planOn(REFUSED_ON).verdict !== 'refused')
    throw new Error(
      `Page one shows a header for ${FEATURE} and a refusal on ${REFUSED_ON}, which the engine ` +
        'no longer gives. Choose another example in docs/src/lib/home-example.ts.',
    );
  return {
    header,
    feature: getFeature(FEATURE).name as typeof FEATURE,
    platform: getPlatformTitle(REFUSED_ON),
  };
}
