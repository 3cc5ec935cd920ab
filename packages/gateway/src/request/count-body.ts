/** Reads the request inside the body of Bedrock's CountTokens. */
import { ParsedBody } from '@beta-headers/core/adapter';
import { editJson } from '@beta-headers/core/edit';
import { COUNT_TOKENS_PATH, type Route } from '@beta-headers/grammar';
import { decodeBase64, encodeBase64 } from '../convert/base64.ts';

/** A request inside another body. */
interface InnerBody {
  readonly parsed: ParsedBody;
  /** Writes the outer body with another text of the inner one. */
  readonly wrap: (text: string) => string;
}

/** The place of the inner body, in base64. */
const AT = ['input', 'invokeModel', 'body'] as const;

/**
 * Reads the body of InvokeModel in a request to count its tokens. Returns `undefined` if there is
 * none, as in a request that counts for Converse.
 */
export function readInnerBody(outer: ParsedBody, route: Route): InnerBody | undefined {
  if (route.form !== 'invoke' || route.path !== COUNT_TOKENS_PATH) return undefined;
  let value: unknown = outer.value;
  for (const key of AT) value = (Object(value) as Record<string, unknown>)[key];
  if (typeof value !== 'string') return undefined;
  try {
    const parsed = new ParsedBody(decodeBase64(value));
    return { parsed, wrap: (text) => editJson(outer.text, [{ at: AT, set: encodeBase64(text) }]) };
  } catch {
    // The upstream reports the error in the inner body.
    return undefined;
  }
}
