/** Runs the comparison: client × platform × request, streamed and not. */
import { type CellOutcome, runCell } from './cell.ts';
import type { GatewayClient } from './client.ts';
import type { GatewayPlatform } from './platforms.ts';
import { type Stack, withStacks } from './stack.ts';

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
  const end = stream ? ', streamed' : '';
  return `${client.name} ${client.version} → ${platform}${form}: ${name}${end}`;
};

/** Selects requests of the comparison. */
export type Filter = (cell: Omit<Cell, 'outcome'>) => boolean;

/** Compares the requests of clients: those of one platform in turn, platforms side by side. */
export async function compareClients(
  clients: readonly GatewayClient[],
  filter: Filter = () => true,
): Promise<Cell[]> {
  const planned = clients.flatMap(listCells).filter(filter);
  const platforms = [...new Set(planned.map(({ platform }) => platform))];
  const compared = await withStacks(platforms, (stack) =>
    compareCells(
      planned.filter(({ platform }) => platform === stack.platform),
      stack,
    ),
  );
  return compared.flat();
}

async function compareCells(
  planned: readonly Omit<Cell, 'outcome'>[],
  stack: Stack,
): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const one of planned)
    cells.push({ ...one, outcome: await runCell(one.client, stack, one.name, one.stream) });
  return cells;
}

const listCells = (client: GatewayClient): Omit<Cell, 'outcome'>[] =>
  client.platforms.flatMap((platform) =>
    client.cases.flatMap((name) =>
      [false, true].map((stream) => ({ client, platform, name, stream })),
    ),
  );
