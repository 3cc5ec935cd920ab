// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Token counting: Counts the tokens of a Messages request before you send it, at /v1/messages/count_tokens. It left beta in December 2024: delete the header. The beta namespace of the SDK still appends it; where a platform rejects it, use the general one, `client.messages.countTokens`.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/token-counting
 * @module
 */
export { TOKEN_COUNTING_2024_11_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'token-counting-2024-11-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/token-counting';
