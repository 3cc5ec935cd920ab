/** Makes the configuration from the checked content of a file. */
import { isIP } from 'node:net';
import type { EngineCatalog } from '@beta-headers/core';
import type { Upstream } from '../../types.ts';
import { type AuthContext, buildAuth } from './build-auth.ts';
import { findUrlProblem, isLoopback } from './check-url.ts';
import { type Expansion, toKey } from './expand.ts';
import type { PartialConfig, UpstreamData } from './file-types.ts';
import { makeUpstreamUrl } from './platform-url.ts';
import type { Environment, GatewayConfig } from './types.ts';
import type { Path } from './yaml-document.ts';

/** The surroundings of a file. */
export interface BuildContext {
  /** The folder of the file, for relative paths. */
  readonly folder: string;
  readonly env: Environment;
  readonly expansions: ReadonlyMap<string, Expansion>;
  readonly catalog: EngineCatalog<string> | undefined;
  /** The port of the gateway on this machine, if it is known. */
  readonly ownPort: number | undefined;
}

/** A problem, and the path of the value that it is about. */
export interface PathProblem {
  readonly path: Path;
  readonly message: string;
}

/** The configuration, or problems. */
export interface BuildResult {
  readonly config?: GatewayConfig;
  readonly problems: readonly PathProblem[];
}

/** Makes the configuration. It checks what a schema cannot, such as URLs. */
export function buildConfig(data: PartialConfig, context: BuildContext): BuildResult {
  const built = data.upstreams.map((upstream, index) =>
    buildUpstream(upstream, ['upstreams', index], context),
  );
  const problems = [
    ...built.flatMap((one) => one.problems),
    ...findDuplicates(data),
    ...findRedisProblem(data),
    ...findHostProblem(data),
  ];
  if (problems.length > 0) return { problems };
  const { planning, recovery, limits, logs, metrics, listen, dryRun, pingMs } = data;
  const errors = data.errors ?? (isLoopback(listen.host) ? 'verbatim' : 'classified');
  const config: GatewayConfig = {
    listen,
    gateway: {
      upstreams: built.flatMap(({ upstream }) => (upstream ? [upstream] : [])),
      mode: planning.mode,
      ...(planning.policy && { policy: planning.policy }),
      ...(context.catalog && { catalog: context.catalog }),
      dryRun,
      errors,
      maxBodyBytes: limits.maxBodyBytes,
      pingMs,
    },
    recovery,
    limits,
    logs,
    metrics,
    warnings: built.flatMap(({ warnings }) => warnings),
    effective: {
      listen,
      upstreams: built.map(({ effective }) => effective),
      planning,
      ...(data.overlay !== undefined && { overlay: data.overlay }),
      recovery: { ...recovery, memory: describeMemory(data, context) },
      dryRun,
      errors,
      limits,
      pingMs,
      logs,
      metrics,
    },
  };
  return { config, problems: [] };
}

interface BuiltUpstream {
  readonly upstream?: Upstream;
  readonly effective?: unknown;
  readonly problems: readonly PathProblem[];
  readonly warnings: readonly string[];
}

function buildUpstream(
  data: UpstreamData | undefined,
  path: Path,
  context: BuildContext,
): BuiltUpstream {
  if (!data) return { problems: [], warnings: [] };
  const { name, platform, allowInsecure, models } = data;
  const made = makeUpstreamUrl(data);
  const problems: PathProblem[] = made.problems.map(({ key, message }) => ({
    path: [...path, key],
    message: `${name}: ${message}`,
  }));
  // Without an address, the credential is checked all the same.
  const url = made.url ?? 'https://unknown.invalid';
  if (made.url !== undefined) {
    const { catalog, ownPort } = context;
    const problem = findUrlProblem(made.url, { platform, allowInsecure, ownPort, catalog });
    if (problem) problems.push({ path: [...path, 'url'], message: `${name}: "url" ${problem}` });
  }
  const isUrl = URL.canParse(url);
  const auth = buildAuth(data, isUrl ? url : 'https://unknown.invalid', {
    ...context,
    findExpansion: (inner) => context.expansions.get(toKey([...path, ...inner])),
  } satisfies AuthContext);
  for (const { path: inner, message } of made.url === undefined ? [] : auth.problems)
    problems.push({
      path: [...path, ...inner],
      message: `${name}: "${inner.join('.')}" ${message}`,
    });
  if (problems.length > 0 || !auth.auth) return { problems, warnings: [] };
  return {
    upstream: {
      name,
      platform,
      url: url.replace(/\/+$/, ''),
      auth: auth.auth,
      ...(models && { models }),
    },
    effective: { name, platform, url, auth: auth.effective, ...(models && { models }) },
    problems,
    warnings: auth.warning ? [auth.warning] : [],
  };
}

function findDuplicates({ upstreams }: PartialConfig): PathProblem[] {
  return upstreams.flatMap((upstream, index) => {
    const first = upstreams.findIndex((other) => other?.name === upstream?.name);
    if (!upstream || first === index) return [];
    const path = ['upstreams', index, 'name'];
    const taken = `"${upstream.name}" is already the name of upstreams[${first}]`;
    return [{ path, message: `${taken}; write another name` }];
  });
}

function findRedisProblem({ recovery: { memory } }: PartialConfig): PathProblem[] {
  if (memory === 'process') return [];
  const { redis } = memory;
  if (/^rediss?:\/\//.test(redis) && URL.canParse(redis)) return [];
  return [
    {
      path: ['recovery', 'memory', 'redis'],
      message: 'recovery.memory.redis is not a URL of Redis; write redis://host:6379',
    },
  ];
}

function findHostProblem({ listen: { host } }: PartialConfig): PathProblem[] {
  if (isIP(host) !== 0 || /^[\w.-]+$/.test(host)) return [];
  const message =
    'listen.host is not a host name or an IP address; leave out the scheme, and write the port as ' +
    '"port"';
  return [{ path: ['listen', 'host'], message }];
}

/** Describes the memory without the password in its URL. */
function describeMemory(
  { recovery: { memory } }: PartialConfig,
  { expansions }: BuildContext,
): unknown {
  if (memory === 'process') return memory;
  const label = expansions.get(toKey(['recovery', 'memory', 'redis']))?.label;
  if (label !== undefined) return { redis: label };
  const url = new URL(memory.redis);
  const user = url.username === '' && url.password === '' ? '' : '[hidden]@';
  return { redis: `${url.protocol}//${user}${url.host}${url.pathname}` };
}
