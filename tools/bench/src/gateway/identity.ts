/** Replaces the plan of a gateway by nothing, to measure the rest of it. */
import type { createAdapter } from '@beta-headers/core/adapter';

/** Makes an adapter that sends every request as received. Its body was read and parsed before. */
export const createIdentity: typeof createAdapter = () => (request, send) =>
  send(request.headers, request.body);
