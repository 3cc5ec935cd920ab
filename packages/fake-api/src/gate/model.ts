/** Names of models, as platforms, profiles and gateways write them. */

/** The end of an id: a date, a version, a tag, a context window in brackets. */
const END = /[@:[]|-v\d|-\d{8}(?!\d)|-latest(?![a-z])/;

/**
 * Reads the id of models.yaml in a name: `us.anthropic.claude-opus-4-5-20251101-v1:0`,
 * `claude-opus-4-5@20251101` and `anthropic/claude-opus-4.5` are all `claude-opus-4-5`. Returns
 * `undefined` if the name does not identify the model, such as the name of a deployment.
 */
export function readModelId(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  const start = name.search(/(?<![^./:])claude-/);
  if (start < 0) return undefined;
  const [id = ''] = name.slice(start).split(END, 1);
  return id.replace(/-0$/, '').replaceAll('.', '-');
}
