/** A request that passed the gate, as the endpoints see it. */
import type { Catalog } from '@beta-headers/manifest';
import type { Body } from './body.ts';
import type { Fields } from './conversation.ts';
import type { Form } from './gate/route.ts';
import type { Ids } from './ids.ts';
import type { RequestInfo } from './request-info.ts';
import type { Respond } from './respond.ts';

/** The facts that an endpoint may read. */
export interface Call extends RequestInfo {
  /** The form of the path. */
  readonly form: Form;
  readonly catalog: Catalog;
  readonly ids: Ids;
  readonly origin: string;
  /** The fields of the body, in the Claude API's form. */
  readonly params: Fields;
  readonly body: Body;
  /** The request itself. */
  readonly request: Request;
  readonly respond: Respond | undefined;
}

/**
 * Thrown by an endpoint to refuse a request. The caller converts it to the platform's error shape.
 */
export class HttpError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
