/** The statuses of claims, in the order of lists and tables. */

/** The statuses of a feature on a platform. `no-effect`: the request is accepted and ignores it. */
export const AVAILABILITY_STATUSES = ['available', 'unavailable', 'no-effect', 'unknown'] as const;

/** The status of a feature on a platform. */
export type AvailabilityStatus = (typeof AVAILABILITY_STATUSES)[number];

/** The statuses of a header value on a platform. */
export const ACCEPTANCE_STATUSES = ['accepted', 'ignored', 'rejected', 'unknown'] as const;

/** The status of a header value on a platform. */
export type AcceptanceStatus = (typeof ACCEPTANCE_STATUSES)[number];
