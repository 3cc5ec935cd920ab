/** Explains the reason of a change in a few words. */
import type { Change } from '@beta-headers/gateway';

const REASONS: Readonly<Record<string, string>> = {
  always: 'the configuration lists it',
  needed: 'the request needs it',
  graduated: 'it is no longer needed',
  retired: 'the value is retired',
  superseded: 'a newer date exists',
  rejected: 'this platform does not accept it',
  'rejected-before': 'it was rejected here before',
  'unknown-beta': 'no such beta is known',
  'unknown-acceptance': 'it is not known if this platform accepts it',
  malformed: 'a header cannot carry this value',
  'empty-header': 'the header, or a part between its commas, is empty',
  misplaced: 'betas do not belong in this place',
  'too-many': 'only the first 200 betas of a request are read',
  conflict: 'it is refused together with another beta of the request',
  unavailable: 'it is not available here',
  'no-effect': 'it is accepted, but has no effect here',
  'unknown-availability': 'it is not known if it exists here',
  constraint: 'the API refuses this value or combination',
  'unknown-field': 'neither the official SDK nor the manifest knows it',
  'unread-body': 'the body cannot be read',
  'endpoint-unavailable': 'this platform does not have this endpoint',
  'model-retired': 'this model is retired',
  'platform-mismatch': "the upstream's host belongs to another platform",
};

/** Explains the reason of a change. A reason that is not known is its code. */
export function explainReason({ reason, sends, action }: Change): string {
  if (reason === 'instead' && sends !== undefined) return `this platform wants ${sends} instead`;
  if (reason === 'instead') return 'this platform wants it instead of another value';
  if (reason === 'spelling' && sends !== undefined) return `the correct spelling is ${sends}`;
  if (reason === 'unavailable' && action === 'substituted' && sends !== undefined)
    return `it is not available here; ${sends} has the same effect`;
  return REASONS[reason] ?? reason;
}
