/** Explains a change of a request in a few words. */
import type { Change } from '@beta-headers/gateway';

const VERBS: Readonly<Record<Change['action'], string>> = {
  added: 'added',
  missing: 'missing',
  dropped: 'left out',
  stripped: 'removed from the body',
  substituted: 'replaced',
  refused: 'refused',
  ignored: 'without effect',
};

const REASONS: Readonly<Record<string, string>> = {
  always: 'the configuration lists it',
  needed: 'the request needs it',
  instead: 'this platform wants it in place of another value',
  spelling: 'the spelling is wrong',
  graduated: 'it is no longer needed',
  retired: 'the value is retired',
  superseded: 'a newer date exists',
  rejected: 'this platform does not accept it',
  'rejected-before': 'it was rejected here before',
  'unknown-beta': 'no such beta is known',
  'unknown-acceptance': 'it is not known if this platform accepts it',
  malformed: 'it is not the name of a beta',
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

/** Errors of the gateway that a user should know of. A client that left is ordinary. */
const FAILURES: Readonly<Record<string, string>> = {
  body_too_large: 'a request was too large',
  client_credential: "the client's credential cannot be forwarded to the platform",
  conversion: 'a request could not be converted for the platform',
  internal: 'the gateway failed, which is a bug of it',
  upstream_credential: 'there was no valid credential for the platform',
  upstream_timeout: 'the platform did not answer in time',
  upstream_unreachable: 'the platform could not be reached',
};

/** Explains an error of the gateway; undefined if it is ordinary. */
export const explainFailure = (code: string): string | undefined => FAILURES[code];

/** Explains a change: the action and its reason. A reason that is not known is its code. */
export function explainChange(change: Change, isDryRun: boolean): string {
  const { action, reason, sends } = change;
  if (action === 'missing' && isDryRun) return `would be added, ${explainReason(change)}`;
  const verb = isDryRun ? `would be ${VERBS[action]}` : VERBS[action];
  if (sends === undefined || action === 'refused') return `${verb}, ${explainReason(change)}`;
  const replaced = isDryRun ? 'would be replaced' : 'replaced';
  if (action === 'substituted') return `${replaced} by ${sends}, which has the same effect here`;
  if (reason === 'instead') return `${replaced} by ${sends}, as this platform wants it`;
  if (reason === 'spelling') return `${replaced} by ${sends}, the correct spelling`;
  return `${verb}, ${explainReason(change)}`;
}

const explainReason = ({ reason }: Change): string => REASONS[reason] ?? reason;
