/** The interface of the clients that are compared. */
import type { GatewayPlatform } from './platforms.ts';
import type { Form } from './wire.ts';

/** One request of a client. */
export interface Call {
  readonly platform: GatewayPlatform;
  /** The base URL as the client takes it: of the platform itself, or of the gateway. */
  readonly base: string;
  /** The name of the request, one of the client's `cases`. */
  readonly name: string;
  readonly stream: boolean;
  /** True through the gateway: the client does not authenticate if it can be switched off. */
  readonly skipAuth: boolean;
}

/** A client in one version. */
export interface GatewayClient {
  readonly name: string;
  readonly version: string;
  /** The form that it speaks. */
  readonly form: Form;
  readonly platforms: readonly GatewayPlatform[];
  /** The names of the requests that it can send. */
  readonly cases: readonly string[];
  /**
   * Sends a request and returns the text of the answer.
   * @throws {Error} if the request fails, or a stream is not whole
   */
  send(call: Call): Promise<string>;
}
