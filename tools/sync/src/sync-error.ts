/** Something that keeps a release from being taken or read: the message says what, where, and how to mend it. Nothing was written. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
}
