/** Names cells for the program and for its parent. */
import type { AdapterName, MatrixClient } from './client.ts';

/** Begins the lines of the program that hold a result; clients may print as well. */
export const MARK = 'matrix-cell ';

/** Names a client under an adapter. */
export const toKey = ({ dependency, platform }: MatrixClient, adapter: AdapterName): string =>
  `${dependency} ${platform} ${adapter}`;
