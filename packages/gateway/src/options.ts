/** Checks the options of a gateway, and prepares what all requests share. */
import { PLATFORMS, type Platform, plan } from '@beta-headers/core';
import {
  ADAPTER_OPTIONS,
  type AdapterOptions,
  checkAdapterOptions,
} from '@beta-headers/core/adapter';
import { findNearest } from '@beta-headers/grammar';
import { isClientOnly } from './request/headers.ts';
import type { GatewayOptions, Upstream, UpstreamAuth } from './types.ts';
import { PLATFORM_FACTS, type PlatformFacts } from './upstream/platforms.ts';

/** An upstream, checked. */
export interface ConfiguredUpstream {
  /** The upstream with its URL completed: `/anthropic` on Foundry, no closing slash. */
  readonly upstream: Upstream;
  readonly facts: PlatformFacts;
  /** The URL that paths are appended to. */
  readonly base: string;
  /** The options of its plans. */
  readonly planning: AdapterOptions;
  /** True if the platform lists its models. */
  readonly listsModels: boolean;
}

/** The options of a gateway, checked. */
export interface Settings {
  readonly options: GatewayOptions;
  readonly upstreams: readonly ConfiguredUpstream[];
  readonly maxBodyBytes: number;
  readonly isDryRun: boolean;
}

const OPTIONS = [
  'upstreams',
  'mode',
  'policy',
  'catalog',
  'recover',
  'dryRun',
  'errors',
  'maxBodyBytes',
  'pingMs',
  'onEvent',
] as const satisfies readonly (keyof GatewayOptions)[];
const UPSTREAM = [
  'name',
  'platform',
  'url',
  'auth',
  'models',
  'send',
] as const satisfies readonly (keyof Upstream)[];
const AUTH: { readonly [M in UpstreamAuth['mode']]: readonly string[] } = {
  passthrough: ['mode'],
  replace: ['mode', 'header', 'value'],
  sign: ['mode', 'sign', 'signsBody'],
};

/**
 * Checks the options.
 * @throws {TypeError} for an unknown name or an invalid value, with the nearest or what to give
 */
export function readOptions(options: GatewayOptions): Settings {
  checkNames('', options, OPTIONS);
  const { mode, policy, catalog, recover, dryRun = false, upstreams, onEvent } = options;
  const planning = dropUndefined({ mode, policy, catalog, recover });
  checkAdapterOptions('createGateway', planning, ADAPTER_OPTIONS);
  const { errors = 'classified', maxBodyBytes = 32 * 2 ** 20, pingMs = 15_000 } = options;
  checkOneOf('errors', errors, ['verbatim', 'classified']);
  if (typeof dryRun !== 'boolean') fail('dryRun', 'give true or false');
  checkNumber('maxBodyBytes', maxBodyBytes, 'bytes');
  checkNumber('pingMs', pingMs, 'milliseconds');
  if (onEvent !== undefined && typeof onEvent !== 'function')
    fail('onEvent', 'give a function that takes an event');
  if (!Array.isArray(upstreams) || upstreams.length === 0)
    fail('upstreams', 'give a list of at least one upstream: { name, platform, url, auth }');
  const shared: AdapterOptions = {
    ...(planning as AdapterOptions),
    mode: mode ?? 'gateway',
    logger: false,
  };
  const names = new Set<string>();
  return {
    options: { ...options, errors, pingMs },
    upstreams: upstreams.map((one: Upstream, i) => {
      const configured = readUpstream(`upstreams[${i}]`, one, shared);
      if (names.has(one.name)) fail(`upstreams[${i}].name`, `"${one.name}" is the name of another`);
      names.add(one.name);
      return configured;
    }),
    maxBodyBytes,
    isDryRun: dryRun,
  };
}

function readUpstream(at: string, upstream: Upstream, shared: AdapterOptions): ConfiguredUpstream {
  checkNames(at, upstream, UPSTREAM);
  const { name, platform, url, auth, models, send } = upstream;
  if (typeof name !== 'string' || !/^[\w.:-]{1,64}$/.test(name))
    fail(`${at}.name`, 'give 1 to 64 letters, digits, dots and hyphens');
  checkOneOf(`${at}.platform`, platform, PLATFORMS);
  const facts = PLATFORM_FACTS[platform];
  if (facts.forms.length === 0)
    fail(`${at}.platform`, 'requests are not converted to Converse; write "bedrock"');
  checkAuth(`${at}.auth`, auth);
  checkModels(`${at}.models`, models);
  if (send !== undefined && typeof send !== 'function')
    fail(`${at}.send`, 'give a function in the form of fetch');
  const base = readBase(`${at}.url`, url, platform);
  const planning = { ...shared, platform };
  checkHost(`${at}.url`, base, planning);
  return {
    upstream: { ...upstream, url: base },
    facts,
    base,
    planning,
    listsModels: facts.forms.includes('api') && hasEndpoint('/v1/models', base, planning),
  };
}

/** Reads the URL of an upstream, without its closing slash. */
function readBase(at: string, text: unknown, platform: Platform): string {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    return fail(at, 'give an http or https URL, such as "https://api.anthropic.com"');
  if (url.username || url.password || url.search || url.hash)
    fail(at, 'leave out user, password, query and fragment');
  const path = url.pathname.replace(/\/+$/, '') || (PLATFORM_FACTS[platform].base ?? '');
  if (platform === 'vertex' && !/\/projects\/[^/]+\/locations\/[^/]+$/.test(path))
    fail(at, 'end it with /v1/projects/{project}/locations/{location}');
  if (platform !== 'vertex' && path.endsWith('/v1'))
    fail(at, `leave out /v1 at the end: the gateway adds it`);
  return `${url.origin}${path}`;
}

/** Checks that the host is none of another platform, which every plan would refuse. */
function checkHost(at: string, base: string, { platform, catalog }: AdapterOptions): void {
  const request = { method: 'POST', url: `${base}/v1/messages` };
  const { decisions } = plan(request, dropUndefined({ platform, catalog }));
  const wrong = decisions.find(({ reason }) => reason === 'platform-mismatch');
  if (wrong) fail(at, `the host belongs to ${wrong.sends}, not to ${platform}`);
}

/** Tests if a platform may have an endpoint, as far as the catalog knows. */
function hasEndpoint(path: string, base: string, { platform, catalog }: AdapterOptions): boolean {
  const request = { method: 'GET', url: base + path };
  const { decisions } = plan(request, dropUndefined({ platform, catalog }));
  return decisions.every(({ reason }) => reason !== 'endpoint-unavailable');
}

function checkAuth(at: string, auth: UpstreamAuth): void {
  if (typeof auth !== 'object' || auth === null)
    fail(at, 'give { mode: "passthrough" }, for example');
  const { mode } = auth;
  checkOneOf(`${at}.mode`, mode, Object.keys(AUTH));
  checkNames(at, auth, AUTH[mode]);
  if (mode === 'sign' && typeof auth.sign !== 'function')
    fail(`${at}.sign`, 'give a function that returns the headers to add');
  if (mode !== 'replace') return;
  const { header, value } = auth;
  if (typeof header !== 'string' || !/^[\w!#$%&'*+.^`|~-]+$/.test(header) || isReserved(header))
    fail(`${at}.header`, 'give the name of a header, such as "x-api-key"');
  const isText = typeof value === 'string' && /^[\x21-\x7e][\x20-\x7e]*$/.test(value);
  if (!isText && typeof value !== 'function')
    fail(`${at}.value`, 'give the whole value of the header as one line, or a function');
}

const isReserved = (header: string): boolean =>
  isClientOnly(header.toLowerCase()) || header.toLowerCase() === 'anthropic-beta';

function checkModels(at: string, models: unknown): void {
  if (models === undefined) return;
  const isTable = typeof models === 'object' && models !== null && !Array.isArray(models);
  if (!isTable || !Object.values(models).every((name) => typeof name === 'string' && name !== ''))
    fail(at, "give an object: the clients' name of each model, and the upstream's");
}

function checkNames(at: string, value: unknown, names: readonly string[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    fail(at, 'give an object');
  for (const name of Object.keys(value)) {
    if (names.includes(name)) continue;
    const near = findNearest(name, names);
    const hint = near ? `did you mean "${near}"?` : `it may be ${names.join(', ')}`;
    fail(at, `"${name.slice(0, 60)}" is not known; ${hint}`);
  }
}

function checkOneOf(at: string, value: unknown, values: readonly string[]): void {
  if (values.includes(value as string)) return;
  const near = typeof value === 'string' ? findNearest(value, values) : undefined;
  const shown = typeof value === 'string' ? `"${value.slice(0, 60)}"` : `a ${typeof value}`;
  fail(at, `${shown} is not one of ${values.join(', ')}${near ? `; did you mean "${near}"?` : ''}`);
}

function checkNumber(at: string, value: unknown, unit: string): void {
  if (!(typeof value === 'number' && value > 0 && value < 2 ** 31))
    fail(at, `give a number of ${unit} above 0`);
}

/** Removes members without a value, which the options of a plan do not take. */
function dropUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function fail(at: string, problem: string): never {
  throw new TypeError(`createGateway: ${at === '' ? '' : `${at}: `}${problem}`);
}
