/** Edits the feature files as text, and keeps their form. */
import { splitBetaId } from '@beta-headers/manifest';
import { parse } from 'yaml';
import type { NewBeta } from '../compare/finding.ts';
import { type Citation, findSourceId } from './cite.ts';
import { type DraftContext, draftBeta, draftFeature } from './draft.ts';
import { appendTo, insertAt, removeAt, renderBlock, setKey, type YamlPath } from './edit.ts';
import type { EndpointRules } from './rules.ts';

/** The keys of a beta after `sdk`, in order; a new key goes before those that follow it. */
const KEYS = [
  'sdk',
  'requires',
  'selects',
  'selectsAt',
  'acceptance',
  'migration',
  'notes',
  'review',
  'evidence',
];

/** Edits feature files; every other byte stays. */
export class Editor {
  readonly sdk: string;
  readonly #before: ReadonlyMap<string, string>;
  readonly #files: Map<string, string>;
  readonly #context: DraftContext;
  readonly #source: string;

  constructor(files: ReadonlyMap<string, string>, context: DraftContext) {
    this.#before = files;
    this.#files = new Map(files);
    this.#context = context;
    this.sdk = context.facts.sdk;
    this.#source = findSourceId(this.sdk, context.catalog);
  }

  /** Makes a citation of a place in the release. */
  cite(at: string, says?: string): Citation {
    return { source: this.#source, at, ...(says !== undefined && { says }) };
  }

  /** Adds a new value: an entry of its feature's file, oldest first, or a new file. */
  add(finding: NewBeta): void {
    const file = `${finding.feature}.yaml`;
    const { beta, takes } = draftBeta(finding, this.#context);
    this.take(finding.beta, takes);
    const text = this.#files.get(file);
    if (text === undefined) {
      this.#files.set(file, `${renderBlock(draftFeature(finding, beta, this.#source))}\n`);
      return;
    }
    const { betas } = parse(text, { schema: 'core' }) as { betas: { id: string }[] };
    const date = splitBetaId(finding.beta)?.date ?? '';
    const index = betas.findIndex(({ id }) => (splitBetaId(id)?.date ?? '') > date);
    this.#files.set(file, insertAt(text, ['betas'], index === -1 ? betas.length : index, beta));
  }

  /** Edits the entry of a beta that the manifest has. */
  edit(id: string, change: (text: string, at: YamlPath) => string): void {
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

  /** Sets a key of a beta, below `sdk`. */
  setSdk(id: string, path: YamlPath, value: string): void {
    this.edit(id, (text, at) =>
      setKey(text, [...at, 'sdk', ...path], value, findFollower(text, at, 'sdk')),
    );
  }

  /** Appends the missing values to a list of a beta. */
  append(id: string, key: string, values: readonly unknown[], below?: string): void {
    this.edit(id, (text, at) => {
      const path = [...at, ...(below === undefined ? [] : [below]), key];
      const have = new Set(this.#listAt(text, path).map((one) => JSON.stringify(one)));
      return appendTo(
        text,
        path,
        values.filter((value) => !have.has(JSON.stringify(value))),
        findFollower(text, at, below ?? key),
      );
    });
  }

  /** Removes rules that another beta replaces. */
  take(by: string, takes: EndpointRules['takes']): void {
    for (const { beta, endpoint } of takes) {
      this.edit(beta, (text, at) => {
        const rules = this.#listAt(text, [...at, 'requires']) as {
          at?: string;
          endpoint?: string | string[];
        }[];
        const index = rules.findIndex(
          (rule) => rule.at === undefined && [rule.endpoint ?? []].flat().includes(endpoint),
        );
        if (index === -1) return text;
        const inList = [rules[index]?.endpoint ?? []].flat();
        const place = [...at, 'requires', index];
        return inList.length > 1
          ? removeAt(text, [...place, 'endpoint'], inList.indexOf(endpoint))
          : removeAt(text, [...at, 'requires'], index);
      });
      this.append(beta, 'review', [
        `sdk ${this.sdk} sends ${by} on ${endpoint} instead: its rule is there now, with a ` +
          'choice of both; check it',
      ]);
    }
  }

  /** Adds a review mark, and cites its place in the SDK. */
  review(id: string, mark: string, source: Citation | undefined): void {
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

/** Finds the key of a beta before which a new one belongs. */
function findFollower(text: string, at: YamlPath, key: string): string {
  let beta: unknown = parse(text, { schema: 'core' });
  for (const step of at) beta = (beta as Record<string | number, unknown>)[step];
  const later = KEYS.slice(KEYS.indexOf(key) + 1);
  return later.find((one) => one in (beta as object)) ?? 'evidence';
}
