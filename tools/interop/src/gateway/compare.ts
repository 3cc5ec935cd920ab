/** Runs the comparison: client × platform × request, streamed and not. */
import { type CellOutcome, runCell } from './cell.ts';
import type { GatewayClient } from './client.ts';
import type { GatewayPlatform } from './platforms.ts';
import { withStacks } from './stack.ts';

/** One compared request. */
export interface Cell {
  readonly client: GatewayClient;
  readonly platform: GatewayPlatform;
  /** The name of the request. */
  readonly name: string;
  readonly stream: boolean;
  readonly outcome: CellOutcome;
}

/** Names a cell. */
export const nameCell = ({ client, platform, name, stream }: Omit<Cell, 'outcome'>): string => {
  const form = client.form === 'own' ? '' : ', Messages';
  return `${client.name} ${client.version} → ${platform}${form}: ${name}${stream ? ', streamed' : ''}`;
};

/** Selects requests of the comparison. */
export type Filter = (cell: Omit<Cell, 'outcome'>) => boolean;

/** Compares the requests of clients, one after the other. */
export async function compareClients(
  clients: readonly GatewayClient[],
  filter: Filter = () => true,
): Promise<Cell[]> {
  const planned = clients.flatMap(listCells).filter(filter);
  const platforms = new Set(planned.map(({ platform }) => platform));
  return await withStacks([...platforms], async (stacks) => {
    const cells: Cell[] = [];
    for (const one of planned) {
      const stack = stacks.get(one.platform);
      if (!stack) continue;
      const outcome = await runCell(one.client, stack, one.name, one.stream);
      cells.push({ ...one, outcome });
    }
    return cells;
  });
}

const listCells = (client: GatewayClient): Omit<Cell, 'outcome'>[] =>
  client.platforms.flatMap((platform) =>
    client.cases.flatMap((name) =>
      [false, true].map((stream) => ({ client, platform, name, stream })),
    ),
  );
