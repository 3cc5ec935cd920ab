/** Compares the models that the SDK knows with models.yaml. */
import type { Catalog, CatalogModel } from '@beta-headers/manifest';
import type { BaseFacts } from '../baseline.ts';
import type { SdkFacts } from '../read/facts.ts';
import type { ModelChanged } from './finding.ts';

/** Finds models that are new, that the SDK deprecates, or that left it. */
export function findChangedModels(
  facts: SdkFacts,
  base: BaseFacts | undefined,
  catalog: Catalog,
): ModelChanged[] {
  const models = catalog.models ?? [];
  const before = new Set(base?.models);
  const fresh = facts.models.filter((id) => !before.has(id) && !findModel(id, models));
  const said = new Map(base?.deprecatedModels.map(({ model, end }) => [model, end]));
  const ending = facts.deprecatedModels
    .filter(({ model, end }) => said.get(model) !== end)
    .map(({ model, end }): ModelChanged => {
      const known = findModel(model, models);
      const day = readDay(end);
      const has = day !== undefined && [known?.retires, known?.retired].includes(day);
      return { kind: 'model', change: 'ends', model, end, ...(has && { covered: true }) };
    })
    // Without a base every end would be new; those that models.yaml has are not.
    .filter(({ covered }) => base || !covered);
  const left = (base?.models ?? []).filter((id) => {
    const model = findModel(id, models);
    // Another form of the same model may be there.
    const stays = facts.models.some(
      (other) => other === id || (model && findModel(other, models) === model),
    );
    return !stays;
  });
  return [
    ...fresh.map((model): ModelChanged => ({ kind: 'model', change: 'new', model })),
    ...ending,
    ...left.map((model): ModelChanged => {
      const has = findModel(model, models)?.retired !== undefined;
      return { kind: 'model', change: 'gone', model, ...(has && { covered: true }) };
    }),
  ];
}

/** Finds the model of an id, which may have a date at its end. */
const findModel = (id: string, models: readonly CatalogModel[]): CatalogModel | undefined =>
  models.find((model) => model.id === id || model.id === id.replace(/-(?:20\d{6}|latest)$/, ''));

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Reads `January 22nd, 2027`, as the SDK writes it, or `2027-01-22`. */
function readDay(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, name = '', day = '', year = ''] =
    /^([A-Za-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text.trim()) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return month === 0
    ? undefined
    : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
