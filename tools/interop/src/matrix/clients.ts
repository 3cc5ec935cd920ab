/** Every client of the matrix. */
import { AWS_CLIENTS } from './aws.ts';
import type { MatrixClient } from './client.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { OFFICIAL } from './official.ts';

/** In the order of the table. */
export const CLIENTS: readonly MatrixClient[] = [...OFFICIAL, ...AWS_CLIENTS, ...FRAMEWORKS];
