/**
 * The id of models.yaml behind the forms that platforms write it in: `us.anthropic.claude-opus-4-5-20251101-v1:0`,
 * `claude-opus-4-5@20251101` and `arn:aws:bedrock:…/anthropic.claude-opus-4-5-20251101-v1:0` are all `claude-opus-4-5`.
 */
export function modelId(name: string): string {
  return (name.split('/').at(-1) as string)
    .replace(/^(?:[a-z-]+\.)?anthropic\./, '')
    .replace(/@.*$/, '')
    .replace(/-v\d+(?::\w+)*$/, '')
    .replace(/-(?:\d{8}|latest)$/, '');
}
