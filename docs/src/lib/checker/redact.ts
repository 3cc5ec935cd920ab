/**
 * Takes from a request what its verdict needs and nothing else, for links and for code. Keeps what
 * is known to be harmless instead of looking for secrets: names of fields, values that the rules of
 * the manifest name, types, models and betas. All other texts are replaced.
 */
import { readRoute } from '@beta-headers/grammar';
import { HIDDEN, isSecretName, mayBeKey, type TextRequest } from '@beta-headers/reader';
import { redactBetas } from './redact-betas.ts';

/** A request without secrets and texts. Its path begins with `/`. */
export interface SafeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A request without secrets, and the number of values that were replaced or left out. */
export interface Redaction {
  readonly request: SafeRequest;
  readonly replaced: number;
}

/** The text in place of a prompt or another text. */
const PLACEHOLDER = '…';

/** Redacts a request. `words` are values and parts of paths that it may keep. */
export function redactRequest(request: TextRequest, words: readonly string[]): Redaction {
  const redactor = new Redactor(new Set(words));
  const { method, url, headers, body } = request;
  const safe: SafeRequest = {
    method: /^[A-Z]{3,7}$/.test(method) ? method : 'POST',
    path: redactor.redactPath(method, url),
    headers: redactor.redactHeaders(headers),
    ...(body !== undefined && { body: redactor.redactValue(body, '', 0) }),
  };
  return { request: safe, replaced: redactor.replaced };
}

/** Fields with content of the caller's own shape. */
const OWN_SHAPE: ReadonlySet<string> = new Set([
  'data',
  'input',
  'input_examples',
  'input_schema',
  'inputSchema',
  'json',
  'metadata',
  'parameters',
  'requestMetadata',
  'schema',
]);
/** Fields whose values name a part of the API. */
const TYPE_FIELDS: ReadonlySet<string> = new Set(['type', 'role']);
const MODEL_FIELDS: ReadonlySet<string> = new Set(['model', 'modelId']);
const BETA_FIELDS: ReadonlySet<string> = new Set(['anthropic_beta', 'betas']);
/** Names of fields have words and at most a number or a date at their end. */
const FIELD_NAME = /^[a-z_]{1,40}\d{0,8}$/i;
const MAX_DEPTH = 60;

/** Parts of a request that are no pointer into its body. */
const PARTS: ReadonlySet<string> = new Set([
  'body',
  'header:anthropic-beta',
  'headers',
  'model',
  'url',
]);

/**
 * Takes names of the caller's own from a part of a request whose value is not known. A pointer ends
 * where content of the caller's own shape begins, or before a name that no field has.
 */
export function redactPart(part: string): string {
  if (!part.startsWith('/')) return PARTS.has(part) ? part : 'header:other';
  const kept: string[] = [];
  for (const name of part.slice(1).split('/')) {
    if (!/^\d{1,6}$/.test(name) && !FIELD_NAME.test(name)) break;
    kept.push(name);
    if (OWN_SHAPE.has(name)) break;
  }
  return kept.length > 0 ? `/${kept.join('/')}` : '/field';
}

class Redactor {
  replaced = 0;
  readonly #words: ReadonlySet<string>;
  readonly #names = new Map<string, string>();

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
  }

  /** Keeps the beginning of the path that the API knows, without host, prefix and query. */
  redactPath(method: string, url: string): string {
    const { path, form, model } = readRoute(method, url);
    const isStreamed = /:streamRawPredict|-stream(?:$|[?#])/.test(url);
    if (form === 'api' || model === undefined)
      return `/${path
        .split('/')
        .filter(Boolean)
        .map((part) => this.#redactPart(part))
        .join('/')}`;
    const name = encodeURIComponent(this.#redactModel(model));
    if (form === 'raw-predict')
      return `/v1/projects/PROJECT/locations/REGION/publishers/anthropic/models/${name}:${
        isStreamed ? 'streamRawPredict' : 'rawPredict'
      }`;
    const action = path.endsWith('count_tokens')
      ? 'count-tokens'
      : form === 'converse'
        ? `converse${isStreamed ? '-stream' : ''}`
        : `invoke${isStreamed ? '-with-response-stream' : ''}`;
    return `/model/${name}/${action}`;
  }

  #redactPart(part: string): string {
    if (this.#words.has(part)) return part;
    this.replaced += 1;
    return 'ID';
  }

  redactHeaders(headers: readonly (readonly [string, string])[]): Record<string, string> {
    const kept: Record<string, string> = {};
    for (const [name, value] of headers) {
      const lower = name.toLowerCase();
      if (lower === 'anthropic-beta') {
        const values = value.split(/[,\s]+/).filter(Boolean);
        const safe = redactBetas(values);
        this.replaced += values.length - safe.length;
        if (safe.length > 0) kept[lower] = [kept[lower], ...safe].filter(Boolean).join(',');
      } else if (lower === 'anthropic-version' && /^(?:[a-z]+-)?\d{4}-\d\d-\d\d$/.test(value))
        kept[lower] = value;
      else if (lower !== 'content-type') this.replaced += 1;
    }
    return kept;
  }

  redactValue(value: unknown, key: string, depth: number): unknown {
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'number') return this.#redactNumber(value, key);
    if (typeof value === 'string') return this.#redactText(value, key);
    if (depth > MAX_DEPTH) return this.#replace(null);
    if (isSecretName(key)) return this.#replace(HIDDEN);
    if (OWN_SHAPE.has(key)) return this.#empty(value, key);
    if (Array.isArray(value))
      return value.map((item: unknown) => this.redactValue(item, key, depth + 1));
    return this.#redactFields(value as object, depth);
  }

  #redactFields(value: object, depth: number): Record<string, unknown> {
    const { type } = value as { type?: unknown };
    const kept: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (!FIELD_NAME.test(key) || key === '__proto__') this.replaced += 1;
      else if (key === 'name' && typeof item === 'string' && String(type).startsWith(item))
        kept[key] = this.#redactText(item, 'type');
      else kept[key] = this.redactValue(item, key, depth + 1);
    }
    return kept;
  }

  #redactNumber(value: number, key: string): number | string {
    const isCount = /tokens$/i.test(key) || !isSecretName(key);
    return isCount && Math.abs(value) < 1e7 ? value : this.#replace(isCount ? 1 : HIDDEN);
  }

  #redactText(text: string, key: string): string {
    if (this.#words.has(text) || text === '') return text;
    if (MODEL_FIELDS.has(key)) return this.#redactModel(text);
    if (isSecretName(key)) return this.#replace(HIDDEN);
    if (TYPE_FIELDS.has(key) && /^[a-z][a-z\d_]{0,60}$/.test(text) && !mayBeKey(text)) return text;
    if (BETA_FIELDS.has(key) && redactBetas([text]).length > 0) return text;
    if (/(?:^|_)name$/.test(key)) return this.#rename(text);
    if (key === 'anthropic_version' && /^[a-z]+-\d{4}-\d\d-\d\d$/.test(text)) return text;
    if (/^https?:/.test(text)) return this.#replace('https://example.com');
    return this.#replace(PLACEHOLDER);
  }

  /** Keeps which names are equal: a toolset names its server. */
  #rename(name: string): string {
    const known = this.#names.get(name) ?? `name_${this.#names.size + 1}`;
    this.#names.set(name, known);
    return this.#replace(known);
  }

  /** Keeps the name of a model of Claude, without the account of an ARN. */
  #redactModel(model: string): string {
    const name = /(?:[a-z]{2,6}\.)?(?:anthropic\.)?claude-[a-z\d.-]{1,60}(?:@\w{1,12}|:\d)?$/.exec(
      model.slice(-100),
    )?.[0];
    if (name === undefined || mayBeKey(name.replaceAll(/\d{8}/g, '')))
      return this.#replace('MODEL');
    if (name !== model) this.replaced += 1;
    return name;
  }

  #empty(value: unknown, key: string): unknown {
    this.replaced += 1;
    if (Array.isArray(value)) return value.length > 0 ? [{}] : [];
    return /schema$/i.test(key) ? { type: 'object' } : {};
  }

  #replace<T>(by: T): T {
    this.replaced += 1;
    return by;
  }
}
