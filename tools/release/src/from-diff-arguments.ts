/** The arguments of `npm run changeset` as far as they are ours. */

/**
 * `--from-diff` with its revision; `none` where the arguments are for `changeset` itself, `wrong`
 * where something is beside the flag.
 */
export function parseFromDiff(
  args: readonly string[],
): { readonly revision: string | undefined } | 'none' | 'wrong' {
  const at = args.findIndex((arg) => arg === '--from-diff' || arg.startsWith('--from-diff='));
  if (at === -1) return 'none';
  const [, inline] = (args[at] as string).split(/=(.*)/s);
  const rest = args.filter((_, i) => i !== at);
  const revision = inline ?? rest[0];
  const isOne = rest.length + (inline === undefined ? 0 : 1) <= 1;
  if (!isOne || revision === '' || revision?.startsWith('-')) return 'wrong';
  return { revision };
}
