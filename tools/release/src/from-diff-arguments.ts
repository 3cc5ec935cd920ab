/** Parses the arguments of `npm run changeset -- --from-diff`. */

/**
 * Returns the revision of `--from-diff`, `none` if the flag is absent and the arguments are for
 * `changeset`, or `wrong` if there are other arguments.
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
