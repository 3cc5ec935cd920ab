/** The conversion of requests for upstreams with another form. */
import type { Convert } from './types.ts';

/** Converts no request yet. */
export const convert: Convert = () => undefined;
