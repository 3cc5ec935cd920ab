/**
 * The steps that all adapters share: plan a request, report the plan, send it, and recover. For
 * programs that connect the engine to another client, such as a gateway.
 * @module
 */

export { ParsedBody } from '../request/json.ts';
export {
  type Adapter,
  type AdapterOptions,
  createAdapter,
  type Exchange,
  type Outgoing,
  type Recovery,
  type Send,
} from './adapter.ts';
export { ADAPTER_OPTIONS, checkAdapterOptions } from './options.ts';
export { type Bytes, type ReadLimits, readBody } from './read-body.ts';
export { REFUSED_HEADER, toRefusal } from './refusal.ts';
export type { Logger, PlanEvent } from './report.ts';
