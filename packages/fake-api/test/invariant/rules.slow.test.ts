/** The invariant for every rule of the manifest: platform by platform, class of models by class. */
import type { CatalogBeta, CatalogCondition, Platform } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { expect, it } from 'vitest';
import { Checker } from './support/faults.ts';
import { listModels } from './support/models.ts';
import { listCases, listParts, MESSAGES, merge } from './support/requests.ts';

/** Conditions that are met together, and the betas that a caller may have sent with them. */
interface Row {
  readonly conditions: readonly CatalogCondition[];
  readonly headers: readonly (readonly string[])[];
}

/** Lists uses and needs, each with every value that belongs to the feature, and without any. */
function listRuleRows(): Row[] {
  return catalog.features.flatMap(({ name, betas, uses }) => {
    const own = catalog.betas.filter(({ id }) => betas.includes(id));
    const rules = [...uses, ...own.flatMap(({ requires }) => requires)];
    const chosen = own.flatMap(({ requires }) => requires.flatMap(({ choice = [] }) => choice));
    const ids = new Set([...betas, ...chosen, ...listReplacements(name)]);
    const headers = [[], ...[...ids].map((id) => [id])];
    return rules.map((rule) => ({ conditions: [rule], headers }));
  });
}

/** Lists the values that a platform replaces for the feature. */
function listReplacements(feature: string): string[] {
  const isRenamed = ({ acceptance }: CatalogBeta): boolean =>
    Object.values(acceptance)
      .flat()
      .some(({ instead = [] }) => instead.some((entry) => entry.for === feature));
  return catalog.betas.filter(isRenamed).map(({ id }) => id);
}

/**
 * Lists each constraint as a whole, without each condition, and with the parts that must be absent.
 */
function listConstraintRows(): Row[] {
  return catalog.features.flatMap(({ constraints }) =>
    constraints.flatMap(({ all }) => {
      const betas = all.flatMap((part) => ('beta' in part ? [part.beta] : []));
      const met = all.flatMap((part) => ('beta' in part || 'absent' in part ? [] : [part]));
      const absent = all.flatMap((part) => ('absent' in part ? [part.absent] : []));
      const headers = [[], betas];
      const without = met.map((one) => met.filter((other) => other !== one));
      return [met, ...without, [...met, ...absent]].map((conditions) => ({ conditions, headers }));
    }),
  );
}

/** Lists the requests of substitutes, alone and with the condition that forbids the substitute. */
function listSubstituteRows(): Row[] {
  return catalog.features.flatMap(({ substitutes }) =>
    substitutes.flatMap(({ when, unless, send }) => {
      const headers = [[], [send]];
      return [[when], ...(unless ? [[when, unless]] : [])].map((conditions) => ({
        conditions,
        headers,
      }));
    }),
  );
}

/** Lists the endpoints that a row names, or those of messages, and one that it does not name. */
function listEndpoints({ conditions }: Row): string[] {
  const named = conditions.flatMap(({ endpoint = [] }) => endpoint);
  const ordinary = [MESSAGES, 'POST /v1/messages/count_tokens', 'POST /v1/messages/batches'];
  const everyMethod = named.flatMap((one) =>
    one.startsWith('* ') ? ['GET', 'POST', 'DELETE'].map((verb) => verb + one.slice(1)) : [one],
  );
  return named.length > 0 ? [...everyMethod, MESSAGES] : [...ordinary, 'GET /v1/models'];
}

/** Lists params with all values of the first condition, and the first value of the others. */
function listParams({ conditions }: Row): object[] {
  const [first = [{}], ...others] = conditions.map(listParts);
  const rest = others.map(([part]) => part ?? {});
  return first.map((part) => merge([part, ...rest]));
}

const ROWS = [...listRuleRows(), ...listConstraintRows(), ...listSubstituteRows()];

/**
 * The full run tries every model with every header at every endpoint. Shorter runs try two models
 * that way, and the others without a header at the first endpoint. The shortest runs try no model
 * that way.
 */
const runs = Number(process.env['FAST_CHECK_RUNS'] ?? 2000);
const isFull = runs > 2000;
const isQuick = runs < 1000;

function checkRows(platform: Platform): Checker {
  const checker = new Checker();
  const models = listModels(platform);
  const few = isQuick ? [] : [models[0], models.at(-1)];
  for (const row of ROWS)
    for (const model of models) {
      const isWhole = isFull || few.includes(model);
      const endpoints = isWhole ? listEndpoints(row) : listEndpoints(row).slice(0, 1);
      for (const endpoint of endpoints)
        for (const params of listParams(row))
          for (const betas of isWhole ? row.headers : [[]])
            for (const one of listCases(platform, endpoint, params, model, betas))
              checker.check(one);
    }
  return checker;
}

it.each(catalog.platforms.map(({ id }) => id))(
  'engine and oracle agree on every rule of the manifest, on %s',
  (platform) => {
    const checker = checkRows(platform);
    const classes = listModels(platform).length;
    console.log(
      `${platform}: ${ROWS.length} rows, ${classes} classes of models; ${checker.summary}`,
    );
    expect(checker.faults).toEqual([]);
    expect(checker.total).toBeGreaterThan(ROWS.length);
  },
);
