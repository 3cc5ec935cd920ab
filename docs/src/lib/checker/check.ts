/** Everything that the checker answers, as plain data: it runs in a worker, away from the page. */
import {
  type BetaErrorInfo,
  type BetaPlan,
  betas,
  classifyBetaError,
  type Decision,
  formatBetas,
  PLATFORMS,
  type Platform,
  plan,
} from '@beta-headers/core';
import { isStreamingPath, readRoute } from '@beta-headers/grammar';
import { corrected } from './corrected.ts';
import { lineAndColumn, type Range } from './json.ts';
import { type Beside, type Problem, platformOf, type ReadRequest, readRequest } from './read.ts';
import { LANGUAGES, type Language } from './state.ts';

/** A decision, with the place that it is about as a number in `places`. */
export interface PlacedDecision extends Omit<Decision, 'docs'> {
  readonly place?: number | undefined;
}
/** A place in the pasted text. */
export interface Place extends Range {
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  /** The lines around it, cut to what can be shown, for a text that is too long to be shown whole. */
  readonly excerpt: { readonly before: string; readonly text: string; readonly after: string };
}
export interface PlatformAnswer {
  readonly platform: Platform;
  readonly verdict: 'as-is' | 'changed' | 'refused';
  readonly betas: readonly string[];
  readonly decisions: readonly PlacedDecision[];
  /** How many decisions there are beside those. */
  readonly more: number;
}
/** The corrected request for one platform, or why there is none. */
export interface Correction {
  readonly platform: Platform;
  readonly samples?: Readonly<Record<Language, string>>;
  /** What was taken out because the platform has no use for it. */
  readonly stripped: readonly string[];
  readonly without?: 'refused' | 'too-long';
  readonly betas: readonly string[];
}
export type CheckAnswer =
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'problem' } & Problem)
  | {
      readonly kind: 'checked';
      readonly method: string;
      readonly path: string;
      /** The platform that the address belongs to. */
      readonly addressed?: string | undefined;
      readonly platforms: readonly PlatformAnswer[];
      readonly places: readonly Place[];
      readonly correction: Correction;
    };

/** A longer body is not written out as code. */
const MAX_SAMPLE = 100_000;
const MAX_DECISIONS = 60;

/** Plans the request on every platform. */
export function check(text: string, beside: Beside, platform: Platform): CheckAnswer {
  const read = readRequest(text, beside);
  if (read.kind !== 'request') return read;
  const request = canonical(read.request);
  const places = new Placing(text, read);
  const platforms = PLATFORMS.map((id): PlatformAnswer => {
    const answer = plan(request, { platform: id });
    return {
      platform: id,
      verdict: verdictOf(answer),
      betas: answer.betas.slice(0, MAX_DECISIONS),
      more: Math.max(0, answer.decisions.length - MAX_DECISIONS),
      decisions: answer.decisions
        .slice(0, MAX_DECISIONS)
        .map(({ docs: _, ...decision }) => ({ ...decision, place: places.of(decision.at) })),
    };
  });
  const addressed = platformOf(read.origin, read.request.path);
  const length = text.length;
  return {
    kind: 'checked',
    method: request.method,
    path: request.path.slice(0, 500),
    ...(addressed && { addressed }),
    platforms,
    places: places.all,
    correction: correct(request, platform, length),
  };
}

/**
 * The same request as the Claude API would get it, whichever platform's address it was pasted with: what the path said besides goes into the body.
 * A Converse body is of another shape, and stays what it is.
 */
function canonical(request: ReadRequest['request']): ReadRequest['request'] {
  const { path, form, model } = readRoute(request.method, request.path);
  if (form === 'converse' || !path.startsWith('/v1/')) return request;
  if (form === 'api') return { ...request, path: path + queryOf(request.path) };
  const { body } = request;
  if (typeof body !== 'object' || body === null)
    return { ...request, path, ...(model && { model }) };
  const { anthropic_version: _, ...fields } = body as Record<string, unknown>;
  const said = {
    ...(model !== undefined && { model }),
    ...(isStreamingPath(request.path) && { stream: true }),
  };
  return { ...request, path, body: { ...said, ...fields } };
}

/** `?a=b` of a path, or nothing. */
function queryOf(path: string): string {
  const [plain = ''] = path.split('#', 1);
  return plain.includes('?') ? plain.slice(plain.indexOf('?')) : '';
}

function verdictOf({ decisions, body }: BetaPlan): PlatformAnswer['verdict'] {
  if (decisions.some((decision) => decision.action === 'refused')) return 'refused';
  return body !== undefined || decisions.some((decision) => decision.action !== 'sent')
    ? 'changed'
    : 'as-is';
}

function correct(request: ReadRequest['request'], platform: Platform, length: number): Correction {
  const first = plan(request, { platform });
  const refused = first.decisions
    .filter((decision) => decision.action === 'refused')
    .map((decision) => decision.beta);
  const answer =
    refused.length > 0 ? plan(request, { platform, policy: { unsupported: 'strip' } }) : first;
  const about = {
    platform,
    stripped: refused.slice(0, MAX_DECISIONS),
    betas: answer.betas.slice(0, MAX_DECISIONS),
  };
  if (answer.decisions.some((decision) => decision.action === 'refused'))
    return { ...about, without: 'refused' };
  if (length > MAX_SAMPLE) return { ...about, without: 'too-long' };
  const body = answer.body ?? request.body;
  const one = {
    platform,
    method: request.method,
    path: request.path,
    headers: request.headers,
    body,
    betas: answer.betas,
  };
  try {
    const samples = Object.fromEntries(
      LANGUAGES.map((language) => [language, corrected(one, language)]),
    ) as Record<Language, string>;
    return { ...about, samples };
  } catch {
    // Nested deeper than a stack reaches.
    return { ...about, without: 'too-long' };
  }
}

/** Numbers places, so that each is looked up and told once. */
class Placing {
  readonly all: Place[] = [];
  readonly #text: string;
  readonly #read: ReadRequest;
  readonly #known = new Map<string, number | undefined>();

  constructor(text: string, read: ReadRequest) {
    this.#text = text;
    this.#read = read;
  }

  of(pointer: string | undefined): number | undefined {
    if (pointer === undefined) return undefined;
    if (!this.#known.has(pointer)) this.#known.set(pointer, this.#add(pointer));
    return this.#known.get(pointer);
  }

  #add(pointer: string): number | undefined {
    const range = this.#read.place(pointer);
    if (!range) return undefined;
    return (
      this.all.push({
        pointer,
        ...range,
        ...lineAndColumn(this.#text, range.start),
        excerpt: excerptOf(this.#text, range),
      }) - 1
    );
  }
}

/** The place with what stands around it. */
export function excerptOf(text: string, { start, end }: Range): Place['excerpt'] {
  const from = Math.max(0, start - 120);
  const to = Math.min(text.length, end + 120);
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
    text: text.slice(start, Math.min(end, start + 300)),
    after: `${text.slice(end, to)}${to < text.length ? '…' : ''}`,
  };
}

/** What an error means; the request, where there is one, tells what was sent. */
export type ErrorAnswer =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unrelated' }
  | { readonly kind: 'found'; readonly info: BetaErrorInfo; readonly together: boolean };

/** Classifies an error text, with the request if it can be read. */
export function explainError(
  error: string,
  text: string,
  beside: Beside,
  language: 'en' | 'id',
  platform: Platform,
): ErrorAnswer {
  if (error.trim() === '') return { kind: 'empty' };
  const read = readRequest(text, beside);
  const request = read.kind === 'request' ? canonical(read.request) : undefined;
  const info = classifyBetaError(error, { language, platform, ...(request && { request }) });
  return info ? { kind: 'found', info, together: request !== undefined } : { kind: 'unrelated' };
}

/** A header built from names. */
export interface HeaderAnswer {
  readonly header?: string | undefined;
  readonly parts: readonly HeaderPart[];
}
/** What became of one name: the beta that it means, or that nobody knows it. */
export interface HeaderPart {
  readonly name: string;
  readonly beta?: string;
  readonly near?: string | undefined;
  /** What there is to know of it before it is sent. */
  readonly note?: Decision['because'] | undefined;
  readonly other?: string | undefined;
}

const NOTED = new Set<Decision['because']>([
  'superseded',
  'graduated',
  'retired',
  'legacy-shape',
  'conflict',
  'unsupported',
]);

/** Builds the header from betas and features, as `betas()` and `formatBetas()` do. */
export function buildHeader(names: readonly string[]): HeaderAnswer {
  const parts = names.map(resolve);
  const list = [...new Set(parts.flatMap((part) => part.beta ?? []))];
  const header = formatBetas(list);
  const { decisions } = plan({
    method: 'POST',
    path: '/v1/messages',
    headers: { 'anthropic-beta': list.join(',') },
  });
  const noted = parts.map((part): HeaderPart => {
    const decision = decisions.find((one) => one.beta === part.beta && NOTED.has(one.because));
    return decision ? { ...part, note: decision.because, other: decision.other } : part;
  });
  return { ...(header !== undefined && { header }), parts: noted };
}

function resolve(name: string): HeaderPart {
  try {
    const [beta] = (betas as (...names: string[]) => string[])(name);
    return beta === undefined ? { name } : { name, beta };
  } catch (error) {
    // Its message ends in the nearest name.
    const near =
      error instanceof RangeError ? /did you mean "([\w.-]+)"/.exec(error.message)?.[1] : undefined;
    return { name, near };
  }
}
