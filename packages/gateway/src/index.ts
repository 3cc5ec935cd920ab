/**
 * A gateway that makes requests to Claude work on any platform. Uses Web APIs only. The part for
 * Node is `@beta-headers/gateway/node`.
 * @module
 */
export { createGateway } from './gateway.ts';
export type {
  Change,
  Gateway,
  GatewayEvent,
  GatewayOptions,
  RequestKind,
  Send,
  SignableRequest,
  Signer,
  Upstream,
  UpstreamAuth,
} from './types.ts';
export { CredentialError, type CredentialErrorCode } from './upstream/credential-error.ts';
