/** Model names, as any platform or gateway writes them. */

/**
 * After a model's id may come: a date, a version, `latest`, `-0`, or what a platform or a gateway
 * appends. Anything else makes it another model.
 */
const NAME = /(?:^|[./:])(claude-.*?)(?:-v\d.*|-\d{8}.*|-latest.*|-0|[@:[].*)?$/;

/**
 * An ARN has under 200 characters; what is longer is no model's name, and would take long to read.
 */
const LONGEST_NAME = 256;

/**
 * The id of the model that a name means: `us.anthropic.claude-opus-4-8-20260101-v1:0` and
 * `anthropic/claude-opus-4.8` are `claude-opus-4-8`, `claude-opus-4-0` is `claude-opus-4`.
 * `undefined` for a deployment or a profile, whose model nobody can tell from its name.
 */
export function readModelId(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  const id = NAME.exec(name.slice(0, LONGEST_NAME))?.[1];
  return id?.replaceAll('.', '-');
}
