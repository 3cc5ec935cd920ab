// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Code execution tool: Lets Claude run code in a sandbox on Anthropic's side, for analysis, calculations and file work. Declare a `code_execution_*` entry in `tools`. No version of the tool has needed a beta header since February 17, 2026. The sandbox exists on the Claude API, Claude Platform on AWS, and Foundry deployments hosted on Anthropic.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 * @module
 */
export { CODE_EXECUTION_2025_05_22, CODE_EXECUTION_2025_08_25 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'code-execution-2025-08-25';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool';
