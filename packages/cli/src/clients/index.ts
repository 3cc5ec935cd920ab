/** Finds clients, and lists the variables of a client on a platform. */
import type { Platform } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { CommandError } from '../exit-code.ts';
import { ANTHROPIC_SDK } from './anthropic-sdk.ts';
import { CLAUDE_CODE } from './claude-code.ts';
import type { Client, ClientPlatform, Source, Variable } from './client.ts';

export type { Client, Source, Variable } from './client.ts';

/** Every client that is described. */
export const CLIENTS: readonly Client[] = [CLAUDE_CODE, ANTHROPIC_SDK];

/** The way in which the requests reach the platform. */
export interface Way {
  /** The address of the gateway; undefined without one. */
  readonly url: string | undefined;
  /** True if the gateway has a credential of its own. */
  readonly skipAuth: boolean;
}

/** The variables that a client needs. */
export interface VariableSet {
  readonly client: Client;
  readonly platform: Platform;
  readonly url: string | undefined;
  readonly set: readonly Variable[];
  /** Names that would choose another platform. */
  readonly unset: readonly string[];
  /** Set by the user; the values are examples. */
  readonly own: readonly Variable[];
  readonly optional: readonly Variable[];
}

/** Finds a client by its id. @throws {CommandError} with the list of clients */
export function findClient(id: string | undefined): Client {
  const found = CLIENTS.find((client) => client.id === id);
  if (found) return found;
  const list = CLIENTS.map((client) => `${client.id} (${client.title})`).join(', ');
  if (id === undefined) throw new CommandError(`--client is missing\nKnown clients: ${list}`);
  const nearest = findNearest(
    id,
    CLIENTS.map((client) => client.id),
  );
  const hint = nearest ? `; did you mean ${nearest}?` : '';
  throw new CommandError(
    `no client is called ${JSON.stringify(id)}${hint}\nKnown clients: ${list}`,
  );
}

/** Lists the variables of a client. @throws {CommandError} if it cannot call the platform */
export function listVariables(
  client: Client,
  platform: Platform,
  { url, skipAuth }: Way,
): VariableSet {
  const entry = findPlatform(client, platform);
  const fill = (variable: Variable): Variable => ({
    ...variable,
    value: variable.value.replace('{url}', url ?? ''),
  });
  const behind = [...entry.gateway, ...(skipAuth ? entry.skipAuth : []), ...entry.restore];
  const set = [...entry.select, ...(url === undefined ? [] : behind.map(fill))];
  const names = new Set(set.map(({ name }) => name));
  return {
    client,
    platform,
    url,
    set,
    unset: client.selectors.filter((name) => !names.has(name)),
    own: [...entry.own, ...(url === undefined ? (entry.direct ?? []) : [])],
    optional: client.optional.filter(({ name }) => !names.has(name)),
  };
}

/** Returns the page that documents a variable. */
export function getSource(client: Client, { source }: Variable): Source {
  const found = client.sources[source];
  if (!found) throw new TypeError(`${client.id} has no source ${source}`);
  return found;
}

function findPlatform(client: Client, platform: Platform): ClientPlatform {
  const found = client.platforms.find(({ platforms }) => platforms.includes(platform));
  if (found) return found;
  const known = client.platforms.flatMap(({ platforms }) => platforms).join(', ');
  const hint = platform === 'bedrock-converse' ? ' Converse is not supported; use bedrock.' : '';
  throw new CommandError(`${client.title} cannot call ${platform}.${hint} It can call: ${known}`);
}
