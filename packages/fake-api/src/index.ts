/**
 * A test double of the Claude API that gates betas as the manifest says, on any platform: for tests
 * and demos without a key.
 *
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { createFakeApi } from '@beta-headers/fake-api';
 *
 * const api = createFakeApi({ respond: () => 'Hello!' });
 * const client = new Anthropic({ apiKey: 'any', fetch: api.fetch });
 * ```
 * @module
 */
import { createFakeApi, type FakeApi } from './fake-api.ts';

export {
  type ContentBlock,
  type TextBlock,
  type ThinkingBlock,
  type ToolUseBlock,
  text,
  thinking,
  toolUse,
} from './answers/blocks.ts';
export type { MessageAnswer } from './answers/message.ts';
export type { Fields, RequestMessage } from './conversation.ts';
export { createFakeApi, type FakeApi } from './fake-api.ts';
export { type Fault, type FaultKind, type FaultOptions, fault } from './faults.ts';
export type { Listening, ListenOptions } from './listen.ts';
export type { FakeApiOptions } from './options.ts';
export type { RecordedRequest } from './record.ts';
export type { RequestInfo } from './request-info.ts';
export type { Respond, RespondAnswer, RespondRequest } from './respond.ts';

/** A test double of the Claude API itself, ready to use. All who import it share its memory. */
export const fakeApi: FakeApi = createFakeApi();
