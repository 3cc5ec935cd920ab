/**
 * The rule tables of `@beta-headers/core`: only what the engine reads, with everything that is the
 * default left out.
 */
import type { CatalogBeta, CatalogFeature, CatalogRule } from '@beta-headers/manifest';
import { PLATFORMS } from '@beta-headers/manifest';
import {
  type FunctionDeclarationStructure,
  type ImportDeclarationStructure,
  StructureKind,
} from 'ts-morph';
import type { Emitter, EmitterInput } from '../../emitter.ts';
import { docComment, docProse, literal, printTypeScript, quote } from '../../typescript.ts';

/**
 * core prints it before a link that does not begin with https, the feature's name behind one that
 * ends in a slash, and takes its page on beta headers where there is none.
 */
const DOCS = 'https://platform.claude.com/docs/en/';

export const emitTables: Emitter = (input) => [
  {
    path: 'packages/core/src/generated/tables.ts',
    content: printTypeScript({
      statements: [
        importType('FeatureRow'),
        constant(
          'FEATURES',
          '{ readonly [feature: string]: FeatureRow }',
          'What the engine knows of each feature. A beta is `<feature>-<date>`.',
          features(input),
        ),
        fieldOf(input),
        ruleTypes(input),
      ],
    }),
  },
  {
    path: 'packages/core/src/generated/formerly.ts',
    content: printTypeScript({
      statements: [
        importType('RuleRow'),
        constant(
          'FORMERLY',
          'readonly (RuleRow & { readonly beta: string })[]',
          'What betas opened before they graduated, or open for official clients alone: no rule asks for them, errors still speak of it.',
          formerly(input),
        ),
        constant(
          'INTERNAL',
          'readonly string[]',
          'Betas that only official clients send.',
          internal(input),
        ),
      ],
    }),
  },
];

function importType(name: string): ImportDeclarationStructure {
  return {
    kind: StructureKind.ImportDeclaration,
    isTypeOnly: true,
    moduleSpecifier: '../table.ts',
    namedImports: [name],
  };
}

function constant(name: string, type: string, doc: string, value: unknown): string {
  const start = `export const ${name}: ${type} = `;
  return `\n${docComment(docProse(doc))}\n${start}${literal(value, { before: start.length })};`;
}

function features({ catalog, betasOf }: EmitterInput): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    catalog.features.map((feature) => [feature.name, featureRow(feature, betasOf(feature))]),
  );
}

/**
 * Messages and their blocks come by the thousand, and engines find a name that is in the code
 * several times as fast as one that is computed.
 */
function fieldOf({ catalog }: EmitterInput): FunctionDeclarationStructure {
  const asked = catalog.betas.flatMap(({ opens }) =>
    opens.map(({ at }) => /^messages\[\]\.(?:content\[\]\.)?(\w+)/.exec(at ?? '')?.[1]),
  );
  const names = [...new Set(asked)].filter((name) => name !== undefined).sort();
  return {
    kind: StructureKind.Function,
    name: 'fieldOf',
    isExported: true,
    docs: [
      `\n${docProse('Reads a field that rules ask for. What they ask of every message and block is in the code, where engines find it faster.')}`,
    ],
    parameters: [
      { name: 'value', type: '{ readonly [name: string]: unknown }' },
      { name: 'name', type: 'string' },
    ],
    returnType: 'unknown',
    statements: [
      'switch (name) {',
      ...names.flatMap((name) => [`  case ${quote(name)}:`, `    return value.${name};`]),
      '  default:',
      '    return value[name];',
      '}',
    ],
  };
}

/**
 * The rules about message params that hold everywhere, as types: what a compiler can tell from a
 * request alone. Beside the table, so that a new rule changes one file of core.
 */
function ruleTypes({ catalog }: EmitterInput): string {
  const rules = catalog.betas.flatMap((beta) =>
    beta.opens.filter(isEverywhere).map((rule) => ({ beta, rule })),
  );
  const members = rules.map(({ beta, rule }, i) => {
    const fields = [
      `at: ${quote(rule.at as string)}`,
      `is: ${valueType(rule)}`,
      `beta: ${quote(beta.id)}`,
    ];
    const line = `  ${i}: { ${fields.join('; ')} };\n`;
    return line.length <= 101
      ? line
      : `  ${i}: {\n${fields.map((f) => `    ${f};\n`).join('')}  };\n`;
  });
  const doc = docProse(
    'What a request needs: a path into the message params, the values that count there (`unknown`: any), and the beta.',
  );
  return `${docComment(`${doc}\n@internal`)}\nexport interface RuleTypes {\n${members.join('')}}`;
}

/** Without a condition that a type cannot see. */
function isEverywhere(rule: CatalogRule): boolean {
  return (
    rule.at !== undefined &&
    !rule.endpoint &&
    !rule.model &&
    !rule.platform &&
    !rule.apiVersion &&
    rule.above === undefined
  );
}

function valueType(rule: CatalogRule): string {
  const values = rule.in ?? (rule.is === undefined ? [] : [rule.is]);
  return values.length === 0 ? 'unknown' : values.map((value) => literal(value)).join(' | ');
}

function featureRow(feature: CatalogFeature, betas: readonly CatalogBeta[]): readonly unknown[] {
  const dateOf = (id: string): string => id.slice(feature.name.length + 1);
  // A decision leads to the page; where on it to read, the site knows. Together the anchors weigh
  // as much as three betas.
  const [page = ''] = feature.docs.split('#');
  const path = (page.startsWith(DOCS) ? page.slice(DOCS.length) : page).replace(/\/$/, '');
  const docs = path.endsWith(`/${feature.name}`) ? path.slice(0, -feature.name.length) : path;
  const row = [Object.fromEntries(betas.map((beta) => [dateOf(beta.id), betaRow(beta)]))];
  if (feature.latest !== feature.betas.at(-1)) return [...row, docs, dateOf(feature.latest)];
  return path === 'api/beta-headers' ? row : [...row, docs];
}

const PLANNED_ALIKE: readonly string[] = ['beta', 'preview', 'internal'];

function betaRow(beta: CatalogBeta): object {
  const conflicts = beta.conflicts.map((conflict) => ({
    with: conflict.with,
    ...(conflict.endpoint && { endpoint: short([conflict.endpoint]) }),
  }));
  return {
    ...(!PLANNED_ALIKE.includes(beta.stage) && { stage: beta.stage }),
    ...(beta.independent && { independent: true }),
    ...(beta.supersededBy && { supersededBy: beta.supersededBy }),
    ...(beta.opens.length > 0 && { opens: beta.opens.map(ruleRow) }),
    ...acceptance(beta),
    ...(beta.selectsAt.length > 0 && { selectsAt: short(beta.selectsAt) }),
    ...(beta.stage === 'legacy-shape' &&
      beta.sdk.sends.length > 0 && { appendedAt: short(beta.sdk.sends) }),
    ...(conflicts.length > 0 && { conflicts }),
  };
}

/** The beta itself is always a choice, and the first one. */
function ruleRow({ note: _, choice, ...rule }: CatalogRule): object {
  return {
    ...rule,
    ...(rule.endpoint && { endpoint: short(rule.endpoint) }),
    ...(choice && { or: choice.slice(1) }),
  };
}

/** Endpoints without the names of their variable parts, which nobody asks for. */
function short(endpoints: readonly string[]): string[] {
  return endpoints.map((endpoint) => endpoint.replace(/\{\w+\}/g, '{}'));
}

/** A table of its own: only what reads errors carries it. */
function formerly({ catalog }: EmitterInput): object[] {
  return catalog.betas.flatMap((beta) =>
    (beta.formerly ?? []).map((rule) => ({ ...ruleRow(rule), beta: beta.id })),
  );
}

function internal({ catalog }: EmitterInput): string[] {
  return catalog.betas.filter(({ stage }) => stage === 'internal').map(({ id }) => id);
}

/**
 * Accepting is the default, and so is not knowing: only what is known to be otherwise is in the
 * table.
 */
function acceptance({ platforms }: CatalogBeta): object {
  const claims = PLATFORMS.map((platform) => ({ platform, accepts: platforms[platform].accepts }));
  const rejectedOn = claims
    .filter(({ accepts }) => accepts === false)
    .map(({ platform }) => platform);
  const renamedOn = claims.flatMap(({ platform, accepts }) =>
    typeof accepts === 'object' && 'as' in accepts ? [[platform, accepts.as]] : [],
  );
  const modelsOn = claims.flatMap(({ platform, accepts }) =>
    typeof accepts === 'object' && 'models' in accepts ? [[platform, accepts.models]] : [],
  );
  return {
    ...(rejectedOn.length > 0 && { rejectedOn }),
    ...(renamedOn.length > 0 && { renamedOn: Object.fromEntries(renamedOn) }),
    ...(modelsOn.length > 0 && { modelsOn: Object.fromEntries(modelsOn) }),
  };
}
