/**
 * A release that cannot be read: the message has the reason, the place and the fix. Nothing is
 * written.
 */
export class SyncError extends Error {
  override readonly name = 'SyncError';
}
