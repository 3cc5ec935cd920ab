/** The allowlist of agentgateway: an environment variable. */
import type { Catalog } from '@beta-headers/manifest/data';
import { type EmitOptions, readAnswers, type Targets } from './answers.ts';
import { listComment, writeComment } from './comments.ts';
import { describeOrigin, listExceptions, listIds, listRenames } from './notes.ts';
import { selectTargets } from './targets.ts';

/** The two ways in which agentgateway can call Bedrock. Its releases call Converse. */
export const AGENTGATEWAY_TARGETS: Targets = {
  converse: 'bedrock-converse',
  invoke: 'bedrock',
};

/** The variable that replaces the built-in list. agentgateway reads it once, at its start. */
const VARIABLE = 'AGENTGATEWAY_BEDROCK_ANTHROPIC_BETA_HEADERS';

/**
 * Emits a file for `docker run --env-file`, systemd or a shell: comments and one variable with
 * the accepted values. Everything else is dropped by agentgateway.
 */
export function emitAgentgateway(data: Catalog, options: EmitOptions): string {
  const targets = selectTargets(AGENTGATEWAY_TARGETS, options.platform ?? 'bedrock-converse');
  const platform = Object.values(targets)[0] as string;
  const answers = readAnswers(data, platform);
  const accepted = listIds(answers, ({ status }) => status === 'accepted');
  return [
    ...writeComment(
      `Betas that ${platform} accepts, for agentgateway. From the ` +
        `${describeOrigin(data, options.version)}.`,
      'The variable replaces the built-in list, and everything that it does not name is dropped.',
    ),
    ...listComment(
      'Rejected, with a replacement. The variable cannot rename',
      listRenames(answers),
    ),
    ...listComment('Different by model or endpoint', listExceptions(answers)),
    ...listComment(
      'The sources contradict each other',
      listIds(answers, ({ disputed }) => disputed),
    ),
    ...listComment(
      'Unknown, therefore left out',
      listIds(answers, ({ status }) => status === 'unknown'),
    ),
    `${VARIABLE}=${accepted.join(',')}`,
    '',
  ].join('\n');
}
