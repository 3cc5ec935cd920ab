// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Tool use (first betas): The betas under which Claude 3 models learned to call tools in April and May 2024. Tool use has been generally available since May 30, 2024 and belongs to the ordinary Messages API today. Nothing needs these values any more; they are kept here so that old code can be told what happened.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
 * @module
 */
export { TOOLS_2024_04_04, TOOLS_2024_05_16 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'tools-2024-05-16';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview';
