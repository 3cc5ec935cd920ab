/** Lays out the timeline as a drawing. Positions are in per cent of the width. */

import { FAMILIES } from '@beta-headers/manifest';
import { getStartDate } from './betas.ts';
import type { CatalogBeta, CatalogFeature, Stage } from './catalog.ts';

/** One beta: a mark at its beginning, and a line to its end. */
export interface ChartBeta {
  readonly beta: CatalogBeta;
  readonly stage: Stage;
  readonly from: string;
  /** The day on which it was replaced, graduated or retired. */
  readonly to?: string | undefined;
  /** In per cent of the width, as is `end`. */
  readonly x: number;
  readonly end: number;
  /** Overlapping betas have lanes of their own. 0 is the upper lane. */
  readonly lane: number;
}

export interface ChartRow {
  readonly feature: CatalogFeature;
  readonly betas: readonly ChartBeta[];
  readonly lanes: number;
}

export interface Chart {
  readonly groups: readonly {
    readonly family: CatalogFeature['family'];
    readonly rows: readonly ChartRow[];
  }[];
  /** The beginnings of quarters. The label of a year is `narrow` if only its end is drawn. */
  readonly ticks: readonly {
    readonly x: number;
    readonly label?: string | undefined;
    readonly narrow?: boolean;
  }[];
}

/** Keeps marks away from the edge, where they would be cut. */
const MARGIN_DAYS = 20;
/** The width of a mark on a small screen, in per cent. */
const MARK_WIDTH = 4;
const LANE = 20;

/** The height of a row in pixels. */
export const getRowHeight = (row: ChartRow): number => row.lanes * LANE + 8;
/** The middle of a lane in pixels. */
export const getLaneY = (lane: number): number => lane * LANE + LANE / 2 + 4;

/** Lays out the betas of these features. Returns nothing if no beta has a date. */
export function layOutChart(
  features: readonly CatalogFeature[],
  betas: readonly CatalogBeta[],
): Chart | undefined {
  const byId = new Map(betas.map((beta) => [beta.id, beta]));
  const spans = new Map(
    betas.filter((beta) => getStartDate(beta)).map((beta) => [beta.id, getSpan(beta, byId)]),
  );
  const days = [...spans.values()].flatMap(({ from, to }) => (to ? [from, to] : [from])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const start = getQuarterStart(addDays(first, -MARGIN_DAYS), 0);
  const end = getQuarterStart(addDays(last, MARGIN_DAYS), 1);
  const scale = (date: string): number =>
    round(((Date.parse(date) - Date.parse(start)) / (Date.parse(end) - Date.parse(start))) * 100);
  const makeRow = (feature: CatalogFeature): ChartRow => {
    const placed = placeInLanes(
      feature.betas.flatMap((id) =>
        spans.has(id) ? [{ beta: byId.get(id) as CatalogBeta, ...(spans.get(id) as Span) }] : [],
      ),
      scale,
    );
    return { feature, betas: placed, lanes: Math.max(1, ...placed.map(({ lane }) => lane + 1)) };
  };
  const firstX = (row: ChartRow): number => Math.min(...row.betas.map(({ x }) => x));
  const groups = FAMILIES.map((family) => ({
    family,
    rows: features
      .filter((feature) => feature.family === family)
      .map(makeRow)
      .filter((row) => row.betas.length > 0)
      .sort((a, b) => firstX(a) - firstX(b)),
  }));
  return {
    groups: groups.filter(({ rows }) => rows.length > 0),
    ticks: listTicks(start, end, scale),
  };
}

interface Span {
  readonly from: string;
  readonly to?: string | undefined;
}

function getSpan(beta: CatalogBeta, byId: ReadonlyMap<string, CatalogBeta>): Span {
  const from = getStartDate(beta);
  const successor = beta.supersededBy ? byId.get(beta.supersededBy) : undefined;
  const ends = [
    beta.retired?.date,
    beta.graduated?.date,
    successor && getStartDate(successor),
  ].filter((date) => date !== undefined && date >= from);
  return { from, to: ends.sort()[0] };
}

function placeInLanes(
  betas: readonly (Span & { readonly beta: CatalogBeta })[],
  scale: (date: string) => number,
): ChartBeta[] {
  const busyUntil: number[] = [];
  return [...betas]
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map(({ beta, from, to }) => {
      const x = scale(from);
      // A beta that is still in use has a line to the edge. One with an unknown end has no line.
      const end = to ? scale(to) : ['beta', 'preview', 'internal'].includes(beta.stage) ? 100 : x;
      const free = busyUntil.findIndex((until) => until <= x);
      const lane = free === -1 ? busyUntil.length : free;
      busyUntil[lane] = Math.max(end, x + MARK_WIDTH);
      return { beta, stage: beta.stage, from, to, x, end, lane };
    });
}

function getQuarterStart(date: string, later: number): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, (Math.floor((month - 1) / 3) + later) * 3, 1))
    .toISOString()
    .slice(0, 10);
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

function listTicks(start: string, end: string, scale: (date: string) => number): Chart['ticks'] {
  const ticks: { x: number; label?: string | undefined; narrow?: boolean }[] = [];
  for (let quarter = start; quarter < end; quarter = getQuarterStart(quarter, 1)) {
    const label = quarter.endsWith('-01-01') || quarter === start ? quarter.slice(0, 4) : undefined;
    ticks.push({
      x: scale(quarter),
      label,
      ...(label && /-(07|10)-01$/.test(quarter) && { narrow: true }),
    });
  }
  return ticks;
}

const round = (value: number): number => Math.round(value * 100) / 100;
