/** The small JSON of a platform and of a model: lists of names, without texts and sources. */
import { type CatalogBeta, type CatalogPlatform, catalog, getFeature } from './catalog.ts';
import { getFeatureMark } from './claim-marks.ts';
import { VERSION } from './data.ts';
import {
  type CatalogModel,
  findModelId,
  listDocumentedFeatures,
  listModelRows,
  listModelRules,
  listModelValues,
} from './model-page.ts';
import {
  FEATURE_GROUPS,
  getMessagesPath,
  groupFeatures,
  groupValues,
  listReplacements,
  VALUE_GROUPS,
} from './platform-page.ts';

const envelope = { version: VERSION, schemaVersion: catalog.schemaVersion };

/** Makes the JSON of a platform: its values and features by what becomes of them there. */
export function makePlatformJson(platform: CatalogPlatform): unknown {
  const { id, title, docs, operator, wire, hosts, bases, client } = platform;
  const values = groupValues(platform);
  const features = groupFeatures(id);
  const describe = (beta: CatalogBeta) => {
    const instead = listReplacements(beta.acceptance[id] ?? []);
    return {
      id: beta.id,
      stage: beta.stage,
      feature: beta.feature,
      featureHere: getFeatureMark(getFeature(beta.feature).availability[id] ?? []),
      ...(instead.length > 0 && { instead }),
    };
  };
  return {
    ...envelope,
    platform: {
      id,
      title,
      docs,
      operator,
      wire,
      hosts,
      bases,
      path: getMessagesPath(platform),
      client,
    },
    values: Object.fromEntries(VALUE_GROUPS.map((group) => [group, values[group].map(describe)])),
    features: Object.fromEntries(
      FEATURE_GROUPS.map((group) => [group, features[group].map(({ name }) => name)]),
    ),
  };
}

/** Makes the JSON of a model: its names, and what depends on it, by platform. */
export function makeModelJson(model: CatalogModel): unknown {
  const { id, title, retires, retired } = model;
  return {
    ...envelope,
    model: { id, title, ...(retires && { retires }), ...(retired && { retired }) },
    names: Object.fromEntries(
      catalog.platforms.flatMap((platform) => {
        const found = findModelId(model, platform);
        return found ? [[platform.id, found.id]] : [];
      }),
    ),
    features: listModelRows(model).map(({ feature, marks, until }) => ({
      name: feature.name,
      marks,
      ...(until.length > 0 && { until }),
    })),
    values: listModelValues(model).map(({ beta, marks }) => ({ id: beta.id, marks })),
    needs: listModelRules(id).map(({ beta }) => beta.id),
    documented: listDocumentedFeatures(id).map(({ name }) => name),
  };
}
