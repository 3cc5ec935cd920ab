/** Reads a request's body once: JSON, a form, or nothing. */

import { isObject } from './gate/walk.ts';

/** A parsed body. */
export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown /** In bytes. */; readonly size: number }
  | { readonly kind: 'form'; readonly form: FormData }
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'too-large' };

/** The largest body that the API takes: 32 MB. */
const MAX_BODY: number = 32 * 1024 * 1024;

/**
 * Parses a form by its content type and everything else as JSON, because `curl -d` sends JSON as a
 * urlencoded form by default. A message never quotes the body.
 */
export async function readBody(request: Request): Promise<Body> {
  if (request.method === 'GET' || request.method === 'HEAD') return { kind: 'none' };
  const bytes = await readBytes(request);
  if (!bytes) return { kind: 'too-large' };
  const type = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data/i.test(type)) return await parseForm(bytes, type);
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') return { kind: 'none' };
  if (/^application\/x-www-form-urlencoded/i.test(type) && !/^\s*[[{]/.test(text))
    return { kind: 'form', form: toForm(new URLSearchParams(text)) };
  try {
    return { kind: 'json', value: JSON.parse(text), size: bytes.length };
  } catch {
    return { kind: 'broken', message: 'The request body is not valid JSON.' };
  }
}

/** Reads a body up to the limit; `undefined` if it is larger. Never holds more than the limit. */
async function readBytes({ body, headers }: Request): Promise<Uint8Array | undefined> {
  if (Number(headers.get('content-length')) > MAX_BODY) {
    await body?.cancel();
    return undefined;
  }
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MAX_BODY) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

async function parseForm(bytes: Uint8Array, type: string): Promise<Body> {
  try {
    const response = new Response(bytes as BodyInit, { headers: { 'content-type': type } });
    return { kind: 'form', form: await response.formData() };
  } catch {
    return { kind: 'broken', message: 'The request body is not a valid form.' };
  }
}

/**
 * Lists the top-level names of a body. Omits names that do not look like a field, because they may
 * be text or an API key in the wrong place.
 */
export function listBodyKeys(body: Body): string[] {
  const value = readBodyValue(body);
  return isObject(value)
    ? Object.keys(value).filter((name) => /^[A-Za-z_]\w{0,47}(?:\[\])?$/.test(name))
    : [];
}

/** Returns the value that rules read: the JSON value, or the fields of a form. */
export function readBodyValue(body: Body): unknown {
  if (body.kind === 'form') return Object.fromEntries(body.form);
  return body.kind === 'json' ? body.value : undefined;
}

function toForm(fields: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
