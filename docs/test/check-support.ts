/** Checks texts as the box does, with the facts of the manifest. */
import type { Platform } from '@beta-headers/core';
import {
  classifyErrorText,
  classifyLog,
  describeNoneInIndonesian,
  readText,
} from '@beta-headers/reader';
import type { CheckAnswer, PlatformAnswer } from '../src/lib/checker/answer.ts';
import { checkReading } from '../src/lib/checker/check.ts';
import { makeFacts, makeRareFacts } from '../src/lib/checker/facts.ts';
import type { CheckOptions } from '../src/lib/checker/request-answer.ts';

export const TODAY = '2026-11-30';
export const FACTS = { en: makeFacts('en'), id: makeFacts('id') };
export const RARE_FACTS = { en: makeRareFacts('en'), id: makeRareFacts('id') };

/** Checks a text. */
export const ask = (
  text: string,
  { language = 'en', ...options }: Partial<CheckOptions> = {},
): CheckAnswer =>
  checkReading(
    readText(text),
    {
      language,
      facts: FACTS[language],
      rare: RARE_FACTS[language],
      describeNone: language === 'id' ? describeNoneInIndonesian : undefined,
      today: TODAY,
      ...options,
    },
    { classifyErrorText, classifyLog },
  );

/** The answer for the first request, or for another one, on a platform. */
export function on(answer: CheckAnswer, platform: Platform, index = 0): PlatformAnswer {
  const one = answer.requests[index]?.platforms.find((found) => found.platform === platform);
  if (!one) throw new Error(`no answer for ${platform}: ${JSON.stringify(answer).slice(0, 500)}`);
  return one;
}

/** A body of the Messages API that uses no feature. */
export const PLAIN = {
  model: 'claude-opus-5-5',
  max_tokens: 10,
  messages: [{ role: 'user', content: 'hi' }],
};
/** A body that needs a beta, which Bedrock and Vertex refuse. */
export const MCP = {
  ...PLAIN,
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://example.com/mcp' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
};
