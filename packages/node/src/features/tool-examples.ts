// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Tool use examples on Bedrock and Google Cloud: `input_examples` in a tool definition show Claude what good calls look like, where a JSON schema says only what is allowed. On the Claude API the field needs no header. On Amazon Bedrock and Google Cloud the documentation named this beta for it, as the counterpart of `advanced-tool-use-2025-11-20`, and Claude Opus 4.5 as the only model.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
 * @module
 */
export { TOOL_EXAMPLES_2025_10_29 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'tool-examples-2025-10-29';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools';
