/** Names of models, as platforms, profiles and gateways write them. */

/** Where the id ends: a date, a version, a tag, a context window in brackets. */
const END = /[@:[]|-v\d|-\d{8}(?!\d)|-latest(?![a-z])/;

/**
 * The id of models.yaml behind a name: `us.anthropic.claude-opus-4-5-20251101-v1:0`,
 * `claude-opus-4-5@20251101` and
 * `anthropic/claude-opus-4.5` are all `claude-opus-4-5`. `undefined` where the name does not say
 * which model it is, such as the
 * name of a deployment.
 */
export function modelId(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  const start = name.search(/(?<![^./:])claude-/);
  if (start < 0) return undefined;
  const [id = ''] = name.slice(start).split(END, 1);
  return id.replace(/-0$/, '').replaceAll('.', '-');
}
