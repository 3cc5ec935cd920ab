/** Reads model names in the forms of platforms and gateways. */

/**
 * Matches a model's id, which may be followed by a date, a version, `latest`, `-0` or a suffix of a
 * platform or gateway. Any other suffix makes it another model.
 */
const NAME = /(?:^|[./:])(claude-.*?)(?:-v\d.*|-\d{8}.*|-latest.*|-0|[@:[].*)?$/;

/**
 * The length up to which a name is read, to bound the time. An ARN has fewer than 200 characters.
 */
const LONGEST_NAME = 256;
/** The name of the last call. Most requests of a program have the same model. */
let last: { readonly name: string; readonly id: string | undefined } | undefined;

/**
 * Reads the model id from a name: `us.anthropic.claude-opus-4-8-20260101-v1:0` and
 * `anthropic/claude-opus-4.8` are `claude-opus-4-8`, `claude-opus-4-0` is `claude-opus-4`. Returns
 * `undefined` for a deployment or a profile, whose name does not show the model.
 */
export function readModelId(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  if (last?.name === name) return last.id;
  const id = NAME.exec(name.slice(0, LONGEST_NAME))?.[1]?.replaceAll('.', '-');
  last = { name, id };
  return id;
}
