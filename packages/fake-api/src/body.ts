/** Reads a request's body once: JSON, a form, or nothing. */

import { isObject } from './gate/walk.ts';

/** A body, parsed. */
export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown /** In characters. */; readonly size: number }
  | { readonly kind: 'form'; readonly form: FormData }
  | { readonly kind: 'broken'; readonly message: string };

/**
 * Parses a form by its content type and all else as JSON: `curl -d` calls JSON a urlencoded form
 * unless it is told better.
 * Never quotes the body in a message.
 */
export async function readBody(request: Request): Promise<Body> {
  if (request.method === 'GET' || request.method === 'HEAD') return { kind: 'none' };
  const type = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data/i.test(type)) {
    try {
      return { kind: 'form', form: await request.formData() };
    } catch {
      return { kind: 'broken', message: 'The request body is not a valid form.' };
    }
  }
  const text = await request.text();
  if (text.trim() === '') return { kind: 'none' };
  if (/^application\/x-www-form-urlencoded/i.test(type) && !/^\s*[[{]/.test(text))
    return { kind: 'form', form: toForm(new URLSearchParams(text)) };
  try {
    return { kind: 'json', value: JSON.parse(text), size: text.length };
  } catch {
    return { kind: 'broken', message: 'The request body is not valid JSON.' };
  }
}

/**
 * The names at the top of a body. What does not look like the name of a field is left out: it may
 * be text that went astray.
 */
export function bodyKeys(body: Body): string[] {
  const value = bodyValue(body);
  return isObject(value)
    ? Object.keys(value).filter((name) => /^[A-Za-z_][\w.[\]-]{0,63}$/.test(name))
    : [];
}

/** What rules look at: the JSON value, or the fields of a form. */
export function bodyValue(body: Body): unknown {
  if (body.kind === 'form') return Object.fromEntries(body.form);
  return body.kind === 'json' ? body.value : undefined;
}

function toForm(fields: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
