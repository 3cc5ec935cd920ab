// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Full thinking for developers: A developer mode that returns the raw thinking of Claude 4 and later models instead of a summary. AWS lists it for Bedrock and asks you to contact your account team for access; no Anthropic page explains it. Without access, expect the same error as for an unknown value.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 * @module
 */
export { DEV_FULL_THINKING_2025_05_14 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: preview. */
export const beta = 'dev-full-thinking-2025-05-14';

/** The page that explains the feature. */
export const docs = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html';
