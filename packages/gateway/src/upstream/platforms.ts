/** The facts about platforms that decide how a request is sent there. */
import type { Platform } from '@beta-headers/core';
import type { WireForm } from '@beta-headers/grammar';
import type { CredentialKind } from '../request/credentials.ts';

/** Facts about a platform. */
export interface PlatformFacts {
  /** The forms of requests that it takes; none if the gateway does not forward to it. */
  readonly forms: readonly WireForm[];
  /** The path that its endpoints are below, if the upstream's URL has no path. */
  readonly base?: string;
  /** The credentials that it knows. A client's credential of another kind is not sent to it. */
  readonly credentials: readonly CredentialKind[];
}

const API: readonly WireForm[] = ['api'];

/** Each platform. Amazon serves both APIs of Bedrock on one host. */
export const PLATFORM_FACTS: { readonly [P in Platform]: PlatformFacts } = {
  'claude-api': { forms: API, credentials: ['anthropic'] },
  'claude-on-aws': { forms: API, credentials: ['anthropic', 'amazon'] },
  'claude-on-google-cloud': { forms: API, credentials: ['anthropic', 'google'] },
  bedrock: { forms: ['invoke', 'converse'], credentials: ['amazon'] },
  'bedrock-converse': { forms: [], credentials: ['amazon'] },
  'bedrock-mantle': { forms: API, base: '/anthropic', credentials: ['amazon'] },
  vertex: { forms: ['raw-predict'], credentials: ['google'] },
  foundry: { forms: API, base: '/anthropic', credentials: [] },
  'foundry-azure': { forms: API, base: '/anthropic', credentials: [] },
};
