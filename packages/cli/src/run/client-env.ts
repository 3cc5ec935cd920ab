/** Makes the environment of the client. */
import type { VariableSet } from '../clients/index.ts';
import type { Environment } from '../output.ts';

/** The environment of the client. */
export interface ClientSettings {
  readonly env: Record<string, string | undefined>;
  /** The names of the variables that the client lacks. */
  readonly missing: readonly string[];
}

/** Variables that a user may have set on purpose; a value of the user stays. */
const KEPT = [
  'ENABLE_TOOL_SEARCH',
  'CLAUDE_CODE_ENABLE_FINE_GRAINED_TOOL_STREAMING',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_FOUNDRY_API_KEY',
];

/** A second credential beside the user's own would make the client warn. */
const isKept = (name: string, env: Environment): boolean =>
  KEPT.includes(name) &&
  Boolean(env[name] || (name === 'ANTHROPIC_AUTH_TOKEN' && env['ANTHROPIC_API_KEY']));

/** Names under which programs look for a proxy. */
const PROXIES = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'http_proxy',
  'https_proxy',
  'all_proxy',
];

/**
 * Adds the variables of the client to the environment of this process. The address of the gateway
 * is excluded from a proxy, because the proxy could not reach it.
 */
export function makeClientEnv(
  env: Environment,
  { set, unset, own }: VariableSet,
  known: Environment = {},
): ClientSettings {
  const next: Record<string, string | undefined> = { ...env };
  for (const name of unset) delete next[name];
  for (const { name, value } of set) if (!isKept(name, env)) next[name] = value;
  for (const [name, value] of Object.entries(known)) next[name] ??= value;
  if (PROXIES.some((name) => env[name]))
    Object.assign(next, excludeLoopback(env['NO_PROXY'], env['no_proxy']));
  return { env: next, missing: own.map(({ name }) => name).filter((name) => !next[name]) };
}

/**
 * Adds this machine to the hosts without a proxy, under both names: programs that read one of them
 * alone would lose the user's list. `*` has no effect beside other hosts.
 */
function excludeLoopback(upper: string | undefined, lower: string | undefined): Environment {
  const add = (list: string | undefined): string =>
    list?.trim() === '*' ? '*' : [...(list ? [list] : []), '127.0.0.1'].join(',');
  return { NO_PROXY: add(upper || lower), no_proxy: add(lower || upper) };
}

const REGION = /\.([a-z]{2}(?:-[a-z]+)+-\d)\.(?:amazonaws\.com|api\.aws)/;
const VERTEX = /\/projects\/([^/]+)\/locations\/([^/]+)/;

/** Reads values that the user would have to repeat from the address of the upstream. */
export function readUpstreamFacts({ url }: { readonly url: string }): Environment {
  const region = REGION.exec(url)?.[1];
  const [, project, location] = VERTEX.exec(url) ?? [];
  return {
    ...(region !== undefined && { AWS_REGION: region }),
    ...(project !== undefined && { ANTHROPIC_VERTEX_PROJECT_ID: project }),
    ...(location !== undefined && { CLOUD_ML_REGION: location }),
  };
}
