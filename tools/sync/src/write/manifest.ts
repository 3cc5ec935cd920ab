/** Findings → feature files. Pure: text in, text out; what a finding does not concern stays as it is, byte for byte. */
import { type Catalog, type CatalogBeta, splitBetaId } from '@beta-headers/manifest';
import { parse } from 'yaml';
import type {
  ChangedDefault,
  Finding,
  NewBeta,
  NewDefault,
  NewSurface,
} from '../compare/finding.ts';
import { coverDefault } from '../cover.ts';
import { type DraftContext, draftBeta, draftFeature, type SdkSource } from './draft.ts';
import { appendTo, block, insertAt, removeAt, setKey } from './edit.ts';
import { type EndpointRules, endpointRules, surfaceRules } from './rules.ts';
import { some } from './say.ts';

/** Feature files by name without folder: `mcp-client.yaml`. */
export type FeatureTexts = ReadonlyMap<string, string>;

/** The files that change, with their new text. */
export function writeFindings(
  files: FeatureTexts,
  findings: readonly Finding[],
  context: DraftContext,
): Map<string, string> {
  const editor = new Editor(files, context);
  for (const finding of findings) {
    if (finding.covered) continue;
    if (finding.kind === 'new-beta') editor.add(finding);
    else if (finding.kind === 'new-default') sendsByItself(editor, finding, context);
    else if (finding.kind === 'changed-default') sendsOther(editor, finding, context);
    else if (finding.kind === 'new-surface') opensMore(editor, finding, context);
    else marks(editor, finding);
  }
  return editor.changed();
}

/** The feature files as text, and the edits that keep them in form. */
class Editor {
  readonly sdk: string;
  readonly #before: FeatureTexts;
  readonly #files: Map<string, string>;
  readonly #context: DraftContext;

  constructor(files: FeatureTexts, context: DraftContext) {
    this.#before = files;
    this.#files = new Map(files);
    this.#context = context;
    this.sdk = context.facts.sdk;
  }

  /** A new value: an entry of its feature's file, oldest first, or a new file. */
  add(finding: NewBeta): void {
    const file = `${finding.feature}.yaml`;
    const { beta, takes } = draftBeta(finding, this.#context);
    this.take(finding.beta, takes);
    const text = this.#files.get(file);
    if (text === undefined) {
      this.#files.set(file, `${block(draftFeature(finding, beta))}\n`);
      return;
    }
    const { betas } = parse(text, { schema: 'core' }) as { betas: { id: string }[] };
    const date = splitBetaId(finding.beta)?.date ?? '';
    const index = betas.findIndex(({ id }) => (splitBetaId(id)?.date ?? '') > date);
    this.#files.set(file, insertAt(text, ['betas'], index === -1 ? betas.length : index, beta));
  }

  /** Edits the entry of a beta that the manifest has. */
  edit(id: string, change: (text: string, at: readonly (string | number)[]) => string): void {
    const feature =
      this.#context.catalog.betas.find((beta) => beta.id === id)?.feature ??
      splitBetaId(id)?.feature;
    const file = `${feature}.yaml`;
    const text = this.#files.get(file);
    if (text === undefined) return;
    const index = (parse(text, { schema: 'core' }) as { betas: { id: string }[] }).betas.findIndex(
      (beta) => beta.id === id,
    );
    if (index !== -1) this.#files.set(file, change(text, ['betas', index]));
  }

  /** Appends to a list of a beta what is not in it yet. */
  append(id: string, key: string, values: readonly unknown[], below?: string): void {
    this.edit(id, (text, at) => {
      const path = [...at, ...(below === undefined ? [] : [below]), key];
      const have = new Set(this.#listAt(text, path).map((one) => JSON.stringify(one)));
      return appendTo(
        text,
        path,
        values.filter((value) => !have.has(JSON.stringify(value))),
        'evidence',
      );
    });
  }

  /** Takes rules away from betas whose place another one takes. */
  take(by: string, takes: EndpointRules['takes']): void {
    for (const { beta, endpoint } of takes) {
      this.edit(beta, (text, at) => {
        const rules = this.#listAt(text, [...at, 'opens']) as {
          at?: string;
          endpoint?: string | string[];
        }[];
        const index = rules.findIndex(
          (rule) => rule.at === undefined && [rule.endpoint ?? []].flat().includes(endpoint),
        );
        if (index === -1) return text;
        const inList = [rules[index]?.endpoint ?? []].flat();
        const place = [...at, 'opens', index];
        return inList.length > 1
          ? removeAt(text, [...place, 'endpoint'], inList.indexOf(endpoint))
          : removeAt(text, [...at, 'opens'], index);
      });
      this.append(beta, 'review', [
        `sdk ${this.sdk} sends ${by} on ${endpoint} instead: its rule stands there now, with a choice of both; check it`,
      ]);
    }
  }

  /** What a person must look at, and where the SDK shows it. */
  review(id: string, mark: string, source: SdkSource | undefined): void {
    if (source) this.append(id, 'evidence', [source]);
    this.append(id, 'review', [mark]);
  }

  changed(): Map<string, string> {
    return new Map([...this.#files].filter(([file, text]) => this.#before.get(file) !== text));
  }

  #listAt(text: string, path: readonly (string | number)[]): unknown[] {
    let value: unknown = parse(text, { schema: 'core' });
    for (const key of path) value = (value as Record<string | number, unknown> | undefined)?.[key];
    return Array.isArray(value) ? value : [];
  }
}

const betaOf = (catalog: Catalog, id: string): CatalogBeta | undefined =>
  catalog.betas.find((beta) => beta.id === id);

/** Stages in which the header opens nothing: that a method sends it is a left-over. */
const IDLE: ReadonlySet<string> = new Set(['graduated', 'retired', 'legacy-shape']);

function sendsByItself(
  editor: Editor,
  { beta, methods }: Pick<NewDefault, 'beta' | 'methods'>,
  { facts, catalog, without }: DraftContext,
): void {
  const endpoints = [...new Set(methods.map((method) => method.endpoint))];
  const source = { sdk: facts.sdk, symbol: `client.${methods[0]?.name}` };
  const stage = betaOf(catalog, beta)?.stage;
  // A helper such as parse() sends what nothing on that endpoint needs in general.
  if ((stage !== undefined && IDLE.has(stage)) || methods.every((method) => method.helper)) {
    editor.append(beta, 'sends', endpoints, 'sdk');
    editor.review(
      beta,
      `sdk ${facts.sdk} sends it on ${some(endpoints)}: check whether anything there needs it`,
      source,
    );
    return;
  }
  const { rules, takes, left } = without.has(beta)
    ? { rules: [], takes: [], left: endpoints }
    : endpointRules(beta, methods, facts.methods, catalog);
  editor.take(beta, takes);
  editor.append(beta, 'opens', rules);
  const what =
    left.length > 0
      ? `write the rule for ${some(left)}, which a rule of another beta takes in: part the two or join them with choice`
      : 'check the rule that was drafted';
  editor.review(beta, `sdk ${facts.sdk} sends it on ${some(endpoints)}: ${what}`, source);
}

function sendsOther(editor: Editor, finding: ChangedDefault, context: DraftContext): void {
  const { facts, catalog } = context;
  const { endpoint, before, after } = finding;
  const method =
    facts.methods.find((one) => one.name === finding.method && one.endpoint === endpoint) ??
    facts.methods.find((one) => one.endpoint === endpoint);
  const source = { sdk: facts.sdk, symbol: `client.${method?.name ?? finding.method}` };
  for (const id of after) {
    if (
      before.includes(id) ||
      !method ||
      !betaOf(catalog, id) ||
      coverDefault(method, id, catalog.betas)
    )
      continue;
    sendsByItself(editor, { beta: id, methods: [method] }, context);
  }
  for (const id of before) {
    if (after.includes(id)) continue;
    const now = after.length > 0 ? `sends ${after.join(', ')} instead` : 'sends nothing';
    editor.review(
      id,
      `sdk ${facts.sdk} ${now} on ${endpoint}: check its stage, its rules and sdk.sends`,
      source,
    );
  }
}

function opensMore(
  editor: Editor,
  { entry, betas }: NewSurface,
  { catalog, without }: DraftContext,
): void {
  const source = { sdk: editor.sdk, symbol: symbolOf(entry.entry) };
  const named = entry.betas?.find((id) => betaOf(catalog, id));
  if (named !== undefined) {
    const rules = without.has(named) ? [] : surfaceRules(entry, catalog);
    editor.append(named, 'opens', rules);
    editor.review(
      named,
      `sdk ${editor.sdk} names it for ${entry.entry}: ${rules.length > 0 ? 'check the rule that was drafted' : 'check its rules'}`,
      source,
    );
    return;
  }
  for (const id of betas.slice(0, 1))
    editor.review(
      id,
      `sdk ${editor.sdk} adds ${entry.entry}: decide which beta it needs, or list it in surface-ignore.yaml`,
      source,
    );
}

const symbolOf = (entry: string): string => entry.replace(/(: | \().*$/, '');

function marks(
  editor: Editor,
  finding: Exclude<Finding, NewBeta | NewDefault | ChangedDefault | NewSurface>,
): void {
  const { sdk } = editor;
  switch (finding.kind) {
    case 'in-union':
      editor.edit(finding.beta, (text, at) =>
        setKey(text, [...at, 'sdk', 'since'], sdk, 'evidence'),
      );
      editor.review(finding.beta, `sdk ${sdk} has it in its union: check its stage and its texts`, {
        sdk,
        symbol: 'AnthropicBeta',
      });
      return;
    case 'removed':
      editor.review(
        finding.beta,
        `sdk ${sdk} no longer has it in its union: decide the stage (retired?) and since when; the entry stays`,
        {
          sdk,
          symbol: 'AnthropicBeta',
          says: 'The union no longer has the value.',
        },
      );
      return;
    case 'deprecated':
      editor.edit(finding.beta, (text, at) =>
        setKey(text, [...at, 'sdk', 'deprecated'], finding.version, 'evidence'),
      );
      editor.review(
        finding.beta,
        `the changelog of sdk ${finding.version} deprecates it: decide the stage (graduated, legacy-shape, retired) and what follows for its rules`,
        {
          sdk: finding.version,
          changelog: finding.version,
        },
      );
      return;
    case 'graduated':
      for (const id of finding.betas) {
        editor.review(
          id,
          `sdk ${sdk} accepts ${some(finding.entries)} in GA params too: decide whether it graduated, and which rules fall`,
          {
            sdk,
            symbol: symbolOf(finding.entries[0] ?? '').replace(/^Beta(?=[A-Z])/, ''),
          },
        );
      }
      return;
    case 'surface-gone':
      for (const id of finding.betas)
        editor.review(
          id,
          `sdk ${sdk} accepts ${some(finding.entries)} nowhere any more: decide whether its rule stays`,
          undefined,
        );
      return;
    case 'requirement-changed':
      for (const id of finding.betas) {
        const [symbol = ''] = finding.symbols;
        const others = finding.symbols.length > 1 ? ` and ${finding.symbols.length - 1} more` : '';
        const what =
          finding.change === 'gone'
            ? 'no longer names it at'
            : finding.change === 'added'
              ? 'now names it at'
              : 'says other words about it at';
        editor.review(
          id,
          `sdk ${sdk} ${what} ${symbol}${others}: check its rules and its texts`,
          finding.change === 'gone' ? undefined : { sdk, symbol },
        );
      }
      return;
    case 'api-version':
      return;
  }
}
