/** The layout of the timeline as a drawing. */
import { describe, expect, it } from 'vitest';
import { type CatalogBeta, type CatalogFeature, catalog } from '../src/lib/catalog.ts';
import { type Chart, getLaneY, getRowHeight, layOutChart } from '../src/lib/timeline-chart.ts';
import { makeBeta, makeCatalog } from './timeline-data.ts';

const drawChart = (...betas: CatalogBeta[]): Chart => {
  const { features } = makeCatalog(...betas);
  const chart = layOutChart(features, betas);
  if (!chart) throw new Error('nothing is drawn');
  return chart;
};
const marks = (chart: Chart) =>
  chart.groups.flatMap(({ rows }) => rows).flatMap((row) => row.betas);
const findMark = (chart: Chart, id: string) => {
  const found = marks(chart).find(({ beta }) => beta.id === id);
  if (!found) throw new Error(`${id} is not drawn`);
  return found;
};
const evidence = [{ source: 'sdk-1.12.0', at: 'X' }];

describe('the drawing', () => {
  it('is empty if no beta has a date', () => {
    expect(layOutChart([], [])).toBeUndefined();
    expect(
      layOutChart(makeCatalog(makeBeta('one-2025-01-01', { date: '' })).features, [
        makeBeta('one-2025-01-01', { date: '' }),
      ]),
    ).toBeUndefined();
  });

  it('puts marks in proportion to time, within the picture', () => {
    const chart = drawChart(
      makeBeta('a-2025-02-01'),
      makeBeta('b-2025-08-01'),
      makeBeta('c-2026-02-01'),
    );
    const [a, b, c] = ['a-2025-02-01', 'b-2025-08-01', 'c-2026-02-01'].map(
      (id) => findMark(chart, id).x,
    ) as [number, number, number];
    for (const x of [a, b, c]) expect(x > 0 && x < 100, String(x)).toBe(true);
    // The distances are 181 and 184 days.
    expect((b - a) / (c - b)).toBeCloseTo(181 / 184, 2);
  });

  it('begins and ends with a quarter, and labels years', () => {
    const { ticks } = drawChart(makeBeta('a-2025-02-01'), makeBeta('b-2026-02-01'));
    // The margin before February 2025 begins in January. The last quarter ends in April 2026.
    expect(ticks.map(({ label }) => label ?? '')).toEqual(['2025', '', '', '', '2026']);
    expect(ticks[0]?.x).toBe(0);
    expect(ticks.map(({ x }) => x)).toEqual(
      [...ticks.map(({ x }) => x)].sort((left, right) => left - right),
    );
  });

  it('ends a line on the day of replacement, graduation or retirement, or at the edge', () => {
    const chart = drawChart(
      makeBeta('a-2025-01-01', {
        stage: 'superseded',
        supersededBy: 'b-2025-06-01',
        retired: { date: '2025-09-01', evidence },
      }),
      makeBeta('b-2025-06-01'),
      makeBeta('c-2025-03-01', { stage: 'graduated', graduated: { date: '2025-10-01', evidence } }),
      makeBeta('d-2025-03-01', { stage: 'graduated' }),
    );
    expect(findMark(chart, 'a-2025-01-01')).toMatchObject({
      to: '2025-06-01',
      end: findMark(chart, 'b-2025-06-01').x,
    });
    expect(findMark(chart, 'b-2025-06-01')).toMatchObject({ to: undefined, end: 100 });
    expect(findMark(chart, 'c-2025-03-01').to).toBe('2025-10-01');
    // A beta that graduated on an unknown day has no line.
    const unknown = findMark(chart, 'd-2025-03-01');
    expect(unknown.end).toBe(unknown.x);
  });

  it('ignores an end before the beginning', () => {
    const chart = drawChart(
      makeBeta('a-2025-06-01', { stage: 'retired', retired: { date: '2025-01-01', evidence } }),
      makeBeta('b-2024-01-01'),
    );
    expect(findMark(chart, 'a-2025-06-01').to).toBeUndefined();
  });

  it('gives overlapping betas lanes of their own, and one lane to successive betas', () => {
    const parallel = drawChart(makeBeta('a-2025-01-01'), makeBeta('b-2025-06-01'));
    expect(marks(parallel).map(({ lane }) => lane)).toEqual([0, 1]);
    const successive = drawChart(
      makeBeta('a-2025-01-01', { stage: 'superseded', supersededBy: 'b-2025-06-01' }),
      makeBeta('b-2025-06-01'),
    );
    expect(marks(successive).map(({ lane }) => lane)).toEqual([0, 0]);
    const [row] = parallel.groups[0]?.rows ?? [];
    if (!row) throw new Error('no row');
    expect(row.lanes).toBe(2);
    for (const { lane } of row.betas) expect(getLaneY(lane)).toBeLessThan(getRowHeight(row));
  });

  it('has a row for each feature with a date, under its family', () => {
    const [one] = catalog.features as [CatalogFeature];
    const features: CatalogFeature[] = [
      { ...one, name: 'late', family: 'admin', betas: ['a-2026-01-01'] },
      { ...one, name: 'early', family: 'admin', betas: ['b-2025-01-01'] },
      { ...one, name: 'none', family: 'tools', betas: [] },
    ];
    const chart = layOutChart(features, [makeBeta('a-2026-01-01'), makeBeta('b-2025-01-01')]);
    expect(
      chart?.groups.map(({ family, rows }) => [family, rows.map(({ feature }) => feature.name)]),
    ).toEqual([['admin', ['early', 'late']]]);
  });

  it('draws every dated beta of the published Catalog once', () => {
    const chart = layOutChart(catalog.features, catalog.betas);
    expect(
      chart &&
        marks(chart)
          .map(({ beta }) => beta.id)
          .sort(),
    ).toEqual(catalog.betas.map(({ id }) => id).sort());
  });
});
