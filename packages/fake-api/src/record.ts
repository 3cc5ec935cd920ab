/** Records of requests, without keys and, unless the test asks for it, without bodies. */
import { type Body, listBodyKeys, readBodyValue } from './body.ts';
import { hideKeys, showBeta } from './names.ts';

/** The record of a request: no key, and the body only with the option `record`. */
export interface RecordedRequest {
  readonly method: string;
  /** The path as received, without the query. */
  readonly path: string;
  /**
   * The `anthropic-beta` header; undefined if there was none. A value that is no beta's name is
   * shown as `(23 characters, no beta)`.
   */
  readonly betaHeader: string | undefined;
  /**
   * The betas as the platform reads them: from the header, or from `anthropic_beta` in a Bedrock
   * body.
   */
  readonly betas: readonly string[];
  /** The names at the top of the body. */
  readonly bodyKeys: readonly string[];
  /** The status of the answer; 0 if the connection was lost before it. */
  readonly status: number;
  /** The failure that was planned for the request: `429`, `reset`. */
  readonly fault?: string;
  /** The parsed body, with the option `record: 'body'` only. */
  readonly body?: unknown;
}

/** Facts for a record. */
export interface Recordable {
  readonly request: Request;
  readonly path: string;
  readonly betas: readonly string[];
  readonly body: Body;
  readonly status: number;
  readonly fault: string | undefined;
}

/** Records a request. */
export function recordRequest(
  { request, path, betas, body, status, fault }: Recordable,
  isKnown: (value: string) => boolean,
  keepsBody: boolean,
): RecordedRequest {
  const header = request.headers.get('anthropic-beta');
  const show = (value: string): string => showBeta(value, isKnown);
  return Object.freeze({
    method: request.method,
    path: hideKeys(path),
    betaHeader: header === null ? undefined : showHeader(header, show),
    betas: betas.map(show),
    bodyKeys: listBodyKeys(body),
    status,
    ...(fault !== undefined && { fault }),
    ...(keepsBody && { body: readBodyValue(body) }),
  });
}

/** Shows each value of a header, with the white space around it. */
function showHeader(header: string, show: (value: string) => string): string {
  return header
    .split(',')
    .map((part) => {
      const value = part.trim();
      return value === '' ? part : part.replace(value, () => show(value));
    })
    .join(',');
}
