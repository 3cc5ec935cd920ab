/**
 * A conformance suite for gateways to Claude: the public contract of clients, and published probes
 * of beta header values. It runs on Node and works with any gateway.
 * @module
 */
export { CHECKS, runConformance, selectChecks } from './run.ts';
export {
  type Check,
  type CheckContext,
  type CheckResult,
  type ConformanceOptions,
  type ConformancePlatform,
  FORMS,
  type Form,
  type Level,
  Mismatch,
  PLATFORMS,
  type Report,
  type Target,
} from './types.ts';
