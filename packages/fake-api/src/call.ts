/** A request that passed the gate, as the endpoints see it. */
import type { Catalog, Platform } from '@beta-headers/manifest';
import type { Body } from './body.ts';
import type { Form } from './gate/route.ts';
import type { Ids } from './ids.ts';

/** Everything an endpoint may look at. */
export interface Call {
  readonly platform: Platform;
  /** How the path is written. */
  readonly form: Form;
  readonly catalog: Catalog;
  readonly ids: Ids;
  readonly method: string;
  /** In the Claude API's own terms. */
  readonly path: string;
  readonly origin: string;
  readonly betas: readonly string[];
  readonly model: string;
  readonly stream: boolean;
  readonly params: unknown;
  readonly body: Body;
}

/** An endpoint's way to refuse; becomes the platform's error shape. */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
