/** The options and events of a gateway. */
import type { EngineCatalog, Mode, Platform, Policy } from '@beta-headers/core';
import type { Recovery } from '@beta-headers/core/adapter';

/** Sends a request to an upstream. Has the form of the global `fetch`. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** A request to an upstream, as its signer receives it. */
export interface SignableRequest {
  readonly method: string;
  readonly url: string;
  /** The headers that are sent, without any credential of the client. */
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

/**
 * Returns the headers that authenticate a request, such as `authorization`.
 * @throws {CredentialError} if no credential can be had, such as an expired token
 */
export type Signer = (request: SignableRequest) => Promise<Readonly<Record<string, string>>>;

/**
 * The credential that is sent to an upstream.
 *
 * - `passthrough`: the client's own. Only for a client that speaks the upstream's own wire form.
 * - `replace`: one header of the operator, such as `x-api-key`. The client's are removed.
 * - `sign`: a signature or a token that is made for each request. The client's are removed.
 */
export type UpstreamAuth =
  | { readonly mode: 'passthrough' }
  | {
      readonly mode: 'replace';
      readonly header: string;
      /** The whole value of the header, `Bearer …` included, or a function that reads it. */
      readonly value: string | (() => string | Promise<string>);
    }
  | {
      readonly mode: 'sign';
      readonly sign: Signer;
      /**
       * False for a token, which does not cover the body: then an upload is streamed. Otherwise it
       * is read up to `maxBodyBytes` first. Default: true.
       */
      readonly signsBody?: boolean;
    };

/** A server that requests are forwarded to. */
export interface Upstream {
  /** Names the upstream in logs, metrics and the recovery's memory. */
  readonly name: string;
  readonly platform: Platform;
  /**
   * The base URL: an origin and an optional path, without `/v1`. On Vertex the path ends with
   * `/v1/projects/{project}/locations/{location}`.
   */
  readonly url: string;
  readonly auth: UpstreamAuth;
  /** The upstream's name of each model that clients request by another name. */
  readonly models?: Readonly<Record<string, string>>;
  /** Sends the requests. Default: the global `fetch`, without following redirects. */
  readonly send?: Send;
}

/** Options of {@link createGateway}. */
export interface GatewayOptions {
  /**
   * The upstreams, in order of preference. A request goes to the first one that lists its
   * model, else to the first one that speaks its wire form, else to the first one that it can be
   * converted for.
   */
  readonly upstreams: readonly Upstream[];
  /** The mode of the plans. Default: `gateway`. */
  readonly mode?: Mode;
  /** Replaces single lines of the mode's policy. */
  readonly policy?: Policy;
  /** A catalog with the operator's own betas and claims, from `extendCatalog`. */
  readonly catalog?: EngineCatalog<string>;
  /** Recovers from rejected betas: `betaRecovery()`. Default: none. */
  readonly recover?: Recovery;
  /** Decides and reports, and forwards every request unchanged. Default: false. */
  readonly dryRun?: boolean;
  /**
   * The text of errors in converted responses. A cloud's error may name accounts and projects.
   *
   * - `verbatim`: the upstream's own text.
   * - `classified`: that of a 400, 413 or 422 without such names, and with the token
   *   `capability_rejected: beta_header:<id>` if it rejects a beta; for any other status a text
   *   about its class.
   *
   * The status and the type stay. Default: `classified`.
   */
  readonly errors?: 'verbatim' | 'classified';
  /** The largest body that is planned, in bytes. Default: 32 MiB. A larger one is answered 413. */
  readonly maxBodyBytes?: number;
  /** Pings a client after this silence in a converted stream, in ms. Default: 15,000. */
  readonly pingMs?: number;
  /** Receives one event for each answered request. Its errors are ignored. */
  readonly onEvent?: (event: GatewayEvent) => unknown;
}

/** The kind of a request. A fixed list, so that it can be a label of a metric. */
export type RequestKind =
  | 'messages'
  | 'count-tokens'
  | 'batches'
  | 'files'
  | 'models'
  | 'probe'
  | 'other';

/** Describes one answered request. It holds no prompt, no key and no other content. */
export interface GatewayEvent {
  /** The id of the request, also in the response header `x-beta-headers-request-id`. */
  readonly id: string;
  readonly method: string;
  readonly kind: RequestKind;
  /** The name of the upstream, if the request was forwarded. */
  readonly upstream?: string;
  readonly platform?: Platform;
  readonly model?: string;
  readonly status: number;
  /** The time until the response's headers, in milliseconds. */
  readonly durationMs: number;
  /** The number of requests to the upstream. */
  readonly attempts: number;
  readonly verdict?: 'works' | 'refused' | 'unverified';
  /** The decisions of the last plan that are not simply `sent`. */
  readonly changes: readonly Change[];
  /** The code of the gateway's own error, such as `upstream_unreachable`. */
  readonly error?: string;
  /** The message of an error about the upstream, with the fix. It holds no secret. */
  readonly detail?: string;
}

/** One change of a request. */
export interface Change {
  /** `missing`: needed and not sent, in a dry run or by the policy. */
  readonly action:
    | 'added'
    | 'missing'
    | 'dropped'
    | 'stripped'
    | 'substituted'
    | 'refused'
    | 'ignored';
  readonly reason: string;
  /** The beta; `[hidden]` if it may be a key that was pasted there. */
  readonly beta?: string;
  readonly feature?: string;
  /** The beta that is sent in place of it. */
  readonly sends?: string;
}

/** Answers one request. Never rejects. */
export type Gateway = (request: Request) => Promise<Response>;
