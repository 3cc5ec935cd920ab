/** Detects the platform that answered, from the error. */
import { defaultCatalog } from '../catalog/catalog.ts';
import { findPlatform } from '../request/platform.ts';
import { getRoute } from '../request/route.ts';
import type { Platform } from '../types.ts';
import type { Facts } from './flatten.ts';

/** Ids of requests, messages and tool calls contain a marker of the platform. */
const IDS: readonly (readonly [RegExp, Platform])[] = [
  [/^(?:req|msg|toolu)_vrtx_/, 'vertex'],
  [/^(?:req|msg|toolu)_bdrk_/, 'bedrock'],
];
/** Wordings of the clients of a platform and of gateways. */
const WORDS: readonly (readonly [RegExp, Platform])[] = [
  [
    /\bcalling the Converse(?:Stream)? operation|\bConverse and ConverseStream APIs/,
    'bedrock-converse',
  ],
  [/\bcalling the InvokeModel|\bBedrock Runtime: InvokeModel|\bBedrockException\b/, 'bedrock'],
  [/\bVertex_?ai_?Exception\b|\bconstraints\/vertexai\./i, 'vertex'],
  [/\b(?:req|msg|toolu)_vrtx_/, 'vertex'],
  [/\b(?:req|msg|toolu)_bdrk_/, 'bedrock'],
];

/** The request line that clients in several languages write before the response. */
const CALL = /\b(GET|POST|PUT|PATCH|DELETE) "?(https:\/\/[^\s"]{1,500})/;

/** Detects the platform; `undefined` if the error shows none, or more than one. */
export function detectPlatform({ ids, messages }: Facts): Platform | undefined {
  const found = new Set<Platform>();
  for (const [form, platform] of IDS) if (ids.some((id) => form.test(id))) found.add(platform);
  if (found.size === 0)
    for (const [form, platform] of WORDS)
      if (messages.some((text) => form.test(text))) found.add(platform);
  if (found.size === 0)
    for (const platform of messages.flatMap(detectPlatformOfCall)) found.add(platform);
  if (found.has('bedrock-converse')) found.delete('bedrock');
  return found.size === 1 ? [...found][0] : undefined;
}

function detectPlatformOfCall(message: string): Platform[] {
  const [, method, url] = CALL.exec(message) ?? [];
  if (!method || !url) return [];
  const { platform, from } = findPlatform(defaultCatalog, undefined, url, getRoute(method, url));
  return from === 'assumed' ? [] : [platform as Platform];
}
