/**
 * A release cannot be taken or read: the message says what, where and the fix. Nothing is written.
 */
export class SyncError extends Error {
  override readonly name = 'SyncError';
}
