/** Validates the shape of an overlay. */
import {
  ACCEPTANCE_STATUSES,
  AVAILABILITY_STATUSES,
  findEndpointProblem,
  findNearest,
  findRulePathProblem,
  REMOVALS,
  splitBetaId,
} from '@beta-headers/grammar';
import { isDay } from '../request/day.ts';
import { isBetaToken } from '../request/header.ts';
import type { EngineCatalog } from './types.ts';

const CONDITIONS = [
  'at',
  'is',
  'in',
  'nonEmpty',
  'above',
  'where',
  'endpoint',
  'model',
  'platform',
  'apiVersion',
];

/**
 * Validates an overlay.
 * @throws {TypeError} for the first problem: its place, the value, and what is allowed there
 */
export function checkOverlay(overlay: unknown, { platforms, betas }: EngineCatalog<string>): void {
  const checker = new OverlayChecker([...platforms.keys()]);
  const root = checker.checkObject('overlay', overlay, ['betas', 'features', 'platforms']);
  for (const [id, beta, where] of checker.readEntries('overlay.betas', root.betas)) {
    if (!isBetaToken(id)) checker.fail(where, id, 'a name that a header can carry');
    if (!betas.has(id) && !splitBetaId(id) && !checker.checkObject(where, beta, BETA).feature)
      checker.fail(where, id, 'an id of words and a date, or a beta with `feature`');
    checker.checkBeta(where, beta);
  }
  for (const [, feature, where] of checker.readEntries('overlay.features', root.features))
    checker.checkFeature(where, feature);
  for (const [id, platform, where] of checker.readEntries('overlay.platforms', root.platforms)) {
    checker.checkPlatform('overlay.platforms', id);
    const { hosts } = checker.checkObject(where, platform, ['hosts']);
    if (hosts !== undefined) checker.checkHosts(`${where}.hosts`, hosts);
  }
}

const BETA = ['feature', 'requires', 'acceptance'];
const FEATURE = ['docs', 'removal', 'uses', 'availability'];

/** The host part of a URL, between its scheme and its port. */
const HOST = /^[a-z\d*_-]+(?:\.[a-z\d*_-]+)*$/;
const HOST_WANTED = [
  'a host name in lower case, without scheme, port and path;',
  '`*` is one label or a part of one',
].join(' ');

type Fields = { readonly [name: string]: unknown };

class OverlayChecker {
  readonly #platforms: readonly string[];

  constructor(platforms: readonly string[]) {
    this.#platforms = platforms;
  }

  fail(where: string, value: unknown, wanted: string): never {
    throw new TypeError(`${where}: ${JSON.stringify(value) ?? String(value)} is not ${wanted}`);
  }

  checkObject(where: string, value: unknown, names: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.fail(where, value, 'an object');
    for (const name of Object.keys(value)) this.#checkOneOf(where, name, names);
    return value as Fields;
  }

  readEntries(where: string, value: unknown): [name: string, value: unknown, where: string][] {
    if (value === undefined) return [];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.fail(where, value, 'an object');
    return Object.entries(value).map(([name, inner]) => [name, inner, `${where}['${name}']`]);
  }

  checkBeta(where: string, value: unknown): void {
    const { feature, requires, acceptance } = this.checkObject(where, value, BETA);
    if (feature !== undefined) this.#checkText(`${where}.feature`, feature);
    this.#checkRules(`${where}.requires`, requires);
    this.#checkClaims(`${where}.acceptance`, acceptance, ACCEPTANCE_STATUSES);
  }

  checkFeature(where: string, value: unknown): void {
    const { docs, removal, uses, availability } = this.checkObject(where, value, FEATURE);
    if (docs !== undefined) this.#checkText(`${where}.docs`, docs);
    if (removal !== undefined) this.#checkOneOf(`${where}.removal`, removal, REMOVALS);
    this.#checkRules(`${where}.uses`, uses);
    this.#checkClaims(`${where}.availability`, availability, AVAILABILITY_STATUSES);
  }

  checkPlatform(where: string, id: unknown): void {
    this.#checkOneOf(where, id, this.#platforms);
  }

  checkTexts(where: string, value: unknown): void {
    if (!Array.isArray(value)) this.fail(where, value, 'a list of texts');
    for (const [i, item] of (value as unknown[]).entries()) this.#checkText(`${where}[${i}]`, item);
  }

  checkHosts(where: string, value: unknown): void {
    this.checkTexts(where, value);
    for (const [i, host] of (value as string[]).entries())
      if (!HOST.test(host)) this.fail(`${where}[${i}]`, host, HOST_WANTED);
  }

  #checkClaims(where: string, value: unknown, statuses: readonly string[]): void {
    for (const [platform, claims, inner] of this.readEntries(where, value)) {
      this.checkPlatform(where, platform);
      for (const claim of [claims].flat()) this.#checkClaim(inner, claim, statuses);
    }
  }

  #checkClaim(where: string, claim: unknown, statuses: readonly string[]): void {
    if (typeof claim === 'string') return this.#checkOneOf(where, claim, statuses);
    const fields = this.checkObject(where, claim, ['status', 'models', 'endpoint', 'until']);
    this.#checkOneOf(`${where}.status`, fields.status, statuses);
    if (fields.models !== undefined) this.checkTexts(`${where}.models`, fields.models);
    this.#checkEndpoint(where, fields.endpoint);
    if (fields.until !== undefined && !isDay(fields.until))
      this.fail(`${where}.until`, fields.until, 'a day, YYYY-MM-DD');
  }

  #checkRules(where: string, value: unknown): void {
    if (value === undefined) return;
    if (!Array.isArray(value)) this.fail(where, value, 'a list of rules');
    for (const [i, rule] of (value as unknown[]).entries())
      this.#checkRule(`${where}[${i}]`, rule, [...CONDITIONS, 'unless']);
  }

  #checkRule(where: string, value: unknown, names: readonly string[]): void {
    const rule = this.checkObject(where, value, names);
    const { at, endpoint, model, platform, unless } = rule;
    if (at === undefined && endpoint === undefined)
      this.fail(where, value, 'a rule: give `at`, `endpoint` or both');
    if (at !== undefined) {
      this.#checkText(`${where}.at`, at);
      const problem = findRulePathProblem(at as string);
      if (problem) this.fail(`${where}.at`, at, `a path into the body: ${problem.message}`);
    }
    this.#checkEndpoint(where, endpoint);
    if (model !== undefined) this.checkTexts(`${where}.model`, model);
    for (const id of platform === undefined ? [] : [platform].flat())
      this.checkPlatform(`${where}.platform`, id);
    if (rule.in !== undefined && !Array.isArray(rule.in))
      this.fail(`${where}.in`, rule.in, 'a list of values');
    if (rule.above !== undefined && typeof rule.above !== 'number')
      this.fail(`${where}.above`, rule.above, 'a number');
    if (unless !== undefined) this.#checkRule(`${where}.unless`, unless, CONDITIONS);
  }

  #checkEndpoint(where: string, value: unknown): void {
    for (const endpoint of value === undefined ? [] : [value].flat()) {
      this.#checkText(`${where}.endpoint`, endpoint);
      const problem = findEndpointProblem(endpoint as string);
      if (problem) this.fail(`${where}.endpoint`, endpoint, `an endpoint: ${problem.message}`);
    }
  }

  #checkText(where: string, value: unknown): void {
    if (typeof value !== 'string' || value === '') this.fail(where, value, 'a text');
  }

  #checkOneOf(where: string, value: unknown, values: readonly string[]): void {
    if (values.includes(value as string)) return;
    const near = typeof value === 'string' ? findNearest(value, values) : undefined;
    const hint = near ? `; did you mean ${JSON.stringify(near)}?` : '';
    this.fail(where, value, `one of ${values.join(', ')}${hint}`);
  }
}
