/** The present address of a place on the former timeline. */

interface Target {
  /** The list of changes. */
  readonly to: string;
  /** The page of a beta, with `*` for its id. */
  readonly beta: string;
}

/** The date of a name, which was an entry of the timeline, is on the page of the beta. */
export function findMovedAddress(
  { to, beta }: Target,
  { search, hash }: { readonly search: string; readonly hash: string },
): string {
  const named = /^#named-([a-z0-9-]+)$/.exec(hash)?.[1];
  if (named) return beta.replace('*', named);
  return `${to}${search}${hash.replace(/^#(\d{4})$/, '#y$1')}`;
}
