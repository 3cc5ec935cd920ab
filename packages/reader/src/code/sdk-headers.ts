/** Decides which headers an SDK sends: those of a later source replace those of earlier ones. */

import { BATCHES_PATH, COUNT_TOKENS_PATH } from '@beta-headers/grammar';
import type { DraftHeader } from '../draft-header.ts';
import type { Body, Unknown } from '../json/body.ts';
import type { Node } from '../literals/literal-node.ts';
import { isObject } from '../text.ts';
import type { Evaluator } from './evaluate.ts';

/** The headers of a client. */
export interface ClientHeaders {
  readonly headers: readonly DraftHeader[];
  /** Headers that others replace. */
  readonly unsent: readonly DraftHeader[];
  readonly unknown: readonly Unknown[];
}

/** The header that `betas` sets. */
export const BETA_HEADER = 'anthropic-beta';
const NOT_GIVEN = /^(?:undefined|(?:\w+\.)?(?:NOT_GIVEN|not_given|omit))$/;
/** The endpoints whose methods in `client.beta` send a beta of their own. */
const OWN_BETA =
  /^\/v1\/(?:agents|deployment_runs|deployments|dreams|environments|memory_stores|sessions|tunnels|user_profiles|vaults)(?:\/|$)/;

/** Tests if the SDK sets `anthropic-beta` for a method of `client.beta` without `betas` too. */
export const setsOwnBeta = (path: string, chain: string, isPython: boolean): boolean =>
  path === COUNT_TOKENS_PATH ||
  OWN_BETA.test(path) ||
  // The SDK of Python does so for batches, that of TypeScript for the format of an answer.
  (isPython ? path.startsWith(BATCHES_PATH) : /\bmessages\.parse$/.test(chain));

/** Lists the names of headers in lower case, also of those whose values are not in the text. */
export const listHeaderNames = (node: Node | undefined, evaluator: Evaluator): string[] =>
  node ? evaluator.listEntries(node).entries.map(({ key = '' }) => key.toLowerCase()) : [];

/** Takes out the headers of a client whose names a later source sets. */
export function replaceHeaders(client: ClientHeaders, names: readonly string[]): ClientHeaders {
  const isReplaced = ({ name }: DraftHeader): boolean => names.includes(name.toLowerCase());
  return {
    headers: client.headers.filter((one) => !isReplaced(one)),
    unsent: [...client.unsent, ...client.headers.filter(isReplaced)],
    unknown: client.unknown.filter(
      ({ part }) => !names.some((name) => part.toLowerCase() === `header:${name}`),
    ),
  };
}

/** Takes out all headers of a client. */
export const replaceAllHeaders = ({ headers, unsent, unknown }: ClientHeaders): ClientHeaders => ({
  headers: [],
  unsent: [...unsent, ...headers],
  unknown: unknown.filter(({ part }) => !/^headers?(?::|$)/.test(part)),
});

/** Tests if a call has `betas`. An empty list counts: the SDK then sends an empty header. */
export function hasBetas(node: Node | undefined, evaluator: Evaluator): boolean {
  const value = node && evaluator.resolve(node);
  if (value?.kind === 'name') return !NOT_GIVEN.test(value.name);
  return value !== undefined && value.kind !== 'scalar';
}

/** Lists `betas` as headers. */
export function listBetaHeaders(node: Node | undefined, evaluator: Evaluator): DraftHeader[] {
  const list = node && evaluator.toBody(node).value;
  return Array.isArray(list)
    ? list.flatMap((value: unknown) =>
        typeof value === 'string' ? [{ name: BETA_HEADER, value }] : [],
      )
    : [];
}

/** Takes `betas` out of a body. */
export function removeBetas(body: Body): Body {
  if (!isObject(body.value)) return body;
  const { betas: _, ...value } = body.value;
  return { ...body, value, unknown: body.unknown.filter(({ part }) => !/^\/betas\b/.test(part)) };
}
