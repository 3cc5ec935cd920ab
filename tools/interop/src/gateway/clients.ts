/** Every client of the comparison. */
import type { GatewayClient } from './client.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { listPrograms } from './programs.ts';
import { SDKS } from './sdks.ts';

/** Lists every client that is on this machine. */
export const listClients = async (): Promise<readonly GatewayClient[]> => [
  ...SDKS,
  ...FRAMEWORKS,
  ...(await listPrograms()),
];
