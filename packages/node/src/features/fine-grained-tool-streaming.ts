// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Fine-grained tool streaming: Streams the input of a tool call as Claude writes it, without buffering or JSON validation on the server, so that large parameters begin to arrive sooner. Generally available on every model and platform: set `eager_input_streaming: true` on each tool that should stream this way. Be ready for partial or invalid JSON. The old header still works as a switch for all tools that leave that field unset.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/fine-grained-tool-streaming
 * @module
 */
export { FINE_GRAINED_TOOL_STREAMING_2025_05_14 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: legacy-shape. */
export const beta = 'fine-grained-tool-streaming-2025-05-14';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/fine-grained-tool-streaming';
