/** Turns literals into JSON values, and reports what is not in the text. */

import { type DraftHeader, escapeKey, listPairs } from '../draft-header.ts';
import { type Body, readJsonBody, type Unknown } from '../json/body.ts';
import { splitPointer } from '../json/json.ts';
import { joinTexts, LiteralReader } from '../literals/literal.ts';
import type { Entry, Node } from '../literals/literal-node.ts';
import { cutPiece, PieceBuilder, type Range } from '../text.ts';
import { findAssignments } from './assignments.ts';
import type { Dialect } from './dialect.ts';
import { readKnownCall } from './known-calls.ts';

const MAX_NODES = 300_000;
const MAX_STEPS = 20;
/** The size of texts beyond which no other is made from variables, for linear time. */
const MIN_MADE = 500_000;
/** The length of a template, and of a value in it, up to which it is filled. */
const LONGEST_TEMPLATE = 2000;
const TEMPLATE_HOLE = /\$\{\s{0,9}([A-Za-z_$][\w$.]{0,80})\s{0,9}\}/g;
const FORMAT_HOLE = /\{\s{0,9}([A-Za-z_][\w.]{0,80})\s{0,9}\}/g;
/** A method that sets what has the name of a constant. */
const SET = /\b(?:self|cls|this)\.([A-Z][A-Z0-9_]{0,60})\s{0,9}\+?=(?!=)/g;

/** Makes the reader of the literals of a language. */
type OpenReader = (text: string, at: number, dialect: Dialect) => LiteralReader;

const isNode = (node: Node | undefined): node is Node => node !== undefined;

const openPlain: OpenReader = (text, at, dialect) => new LiteralReader(text, at, dialect);

/** Resolves variables and evaluates literals of one text. */
export class Evaluator {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #open: OpenReader;
  #assignments: Map<string, number | undefined> | undefined;
  #set: Set<string> | undefined;
  readonly #members = new Map<string, Map<string, Node>>();
  readonly #values = new Map<string, Node | undefined>();
  readonly #spreads = new Map<readonly Node[], readonly Node[]>();
  /** The results of calls and templates. One that is not done yet has none, and ends a cycle. */
  readonly #results = new Map<Node, Node | undefined>();
  #nodes = 0;
  #made = 0;

  constructor(text: string, dialect: Dialect = 'code', open: OpenReader = openPlain) {
    this.#text = text;
    this.#dialect = dialect;
    this.#open = open;
  }

  /**
   * Resolves variables and calls that change nothing. A variable has a value if the text assigns it
   * once, a literal, and never changes it.
   */
  resolve(node: Node): Node {
    let now = node;
    for (let step = 0; step < MAX_STEPS; step++) {
      const next = this.#resolveOnce(now);
      if (!next || next === now) break;
      now = next;
    }
    return now;
  }

  #resolveOnce(node: Node): Node | undefined {
    if (node.kind === 'name') return this.lookUp(node.name) ?? this.#lookUpMember(node.name);
    const isOpen = node.kind === 'call' || (node.kind === 'text' && !node.isWhole);
    if (!isOpen) return undefined;
    if (!this.#results.has(node)) {
      this.#results.set(node, undefined);
      const isText = node.kind === 'text';
      this.#results.set(
        node,
        isText ? this.#fill(node) : (this.#join(node) ?? readKnownCall(node)),
      );
    }
    return this.#results.get(node);
  }

  /** Finds a member of an object of constants, `BETAS.files`. */
  #lookUpMember(name: string): Node | undefined {
    const [variable = '', key, more] = name.split('.', 3);
    const object = key === undefined || more !== undefined ? undefined : this.lookUp(variable);
    if (object?.kind !== 'object') return undefined;
    let members = this.#members.get(variable);
    if (!members) {
      // A spread may replace each member.
      const isOpen = object.entries.some((entry) => entry.key === undefined);
      members = new Map(isOpen ? [] : object.entries.map(({ key = '', value }) => [key, value]));
      this.#members.set(variable, members);
    }
    return members.get(key ?? '');
  }

  /** Fills a template or a format string, if the text has the values of all its variables. */
  #fill({ start, end, piece }: Node & { readonly kind: 'text' }): Node | undefined {
    const source = this.#text.slice(start, Math.min(end, start + LONGEST_TEMPLATE));
    const hole = source.startsWith('`') ? TEMPLATE_HOLE : FORMAT_HOLE;
    if (this.#dialect !== 'code' || end - start > LONGEST_TEMPLATE) return undefined;
    if (!/^(?:`|f["'])/i.test(source) || /\{\{|\}\}/.test(source)) return undefined;
    const builder = new PieceBuilder();
    let last = 0;
    for (const { 0: all, 1: name = '', index } of piece.text.matchAll(hole)) {
      const value = this.resolve({ kind: 'name', start, end, name });
      const isKnown = value.kind === 'text' && value.isWhole;
      if (!isKnown || value.piece.text.length > LONGEST_TEMPLATE) return undefined;
      if (!this.#mayMake(value)) return undefined;
      builder.addPiece(cutPiece(piece, last, index));
      builder.addPiece(value.piece);
      last = index + all.length;
    }
    if (last === 0) return undefined;
    const rest = cutPiece(piece, last);
    if (/[{}]/.test(rest.text)) return undefined;
    builder.addPiece(rest);
    const filled = builder.take();
    return /\$?\{/.test(filled.text)
      ? undefined
      : { kind: 'text', start, end, piece: filled, isWhole: true };
  }

  /** Joins the texts of a list, by which code often makes a header of betas. */
  #join({ name, args, start, end }: Node & { readonly kind: 'call' }): Node | undefined {
    if (!/^(?:[A-Za-z_$][\w$]*\.)?join$/.test(name)) return undefined;
    const variable = name.replace(/\.?join$/, '');
    const given = variable === '' ? args : [this.lookUp(variable), ...args];
    const list = given[0] && this.resolve(given[0]);
    if (list?.kind !== 'list' || this.#nodes > MAX_NODES) return undefined;
    this.#nodes += list.items.length;
    const items = this.#listItems(list.items).map((item) => this.resolve(item));
    if (!items.every((item) => this.#mayMake(item))) return undefined;
    return joinTexts({ start, end, args: [{ ...list, items }, ...given.slice(1).filter(isNode)] });
  }

  /** Counts a text that another one repeats. Texts that double each other would have no end. */
  #mayMake(node: Node): boolean {
    if (node.kind === 'text') this.#made += node.piece.text.length + node.piece.runs.length;
    return this.#made <= this.#text.length * 2 + MIN_MADE;
  }

  /** Finds the value of a variable. */
  lookUp(name: string): Node | undefined {
    if (!this.#values.has(name)) {
      const plain = this.#toOwn(name).replace(/^@/, '$');
      const at = (this.#assignments ??= findAssignments(this.#text, this.#dialect)).get(plain);
      this.#values.set(name, undefined);
      if (at !== undefined)
        this.#values.set(name, this.#open(this.#text, at, this.#dialect).readValue());
    }
    return this.#values.get(name);
  }

  /** Finds the name of a constant of a class, `self.BETAS`, that no method sets. */
  #toOwn(name: string): string {
    const own = /^(?:self|cls|this)\.([A-Z][A-Z0-9_]{0,60})$/.exec(name)?.[1];
    if (!own) return name;
    this.#set ??= new Set([...this.#text.matchAll(SET)].map(([, one = '']) => one));
    return this.#set.has(own) ? name : own;
  }

  /** Tests if a variable is assigned or changed more than once. */
  isChanged(name: string): boolean {
    const assignments = (this.#assignments ??= findAssignments(this.#text, this.#dialect));
    return assignments.has(name) && assignments.get(name) === undefined;
  }

  /** Lists the members of an object, with those of spreads. */
  listEntries(node: Node): { entries: Entry[]; isOpen: boolean } {
    const object = this.resolve(node);
    const entries: Entry[] = [];
    let isOpen = object.kind !== 'object';
    if (object.kind !== 'object') return { entries, isOpen };
    for (const entry of object.entries) {
      if (entry.key !== undefined) {
        if (entry.key !== '') entries.push(entry);
        else isOpen = true;
        continue;
      }
      const inner = this.#nodes++ < MAX_NODES ? this.resolve(entry.value) : entry.value;
      if (inner.kind !== 'object' || inner === object) isOpen = true;
      else entries.push(...inner.entries.filter(({ key }) => key));
    }
    return { entries, isOpen };
  }

  /** Evaluates a node to a body. A text is parsed as JSON if it is one. */
  toBody(node: Node): Body {
    const resolved = this.resolve(node);
    if (resolved.kind === 'text' && resolved.isWhole) {
      const body = readJsonBody(resolved.piece);
      if (body) return body;
    }
    const unknown: Unknown[] = [];
    const value = this.#evaluate(resolved, '', unknown, 0);
    return {
      value,
      range: { start: node.start, end: node.end },
      unknown,
      find: (pointer, isValue) => this.#find(resolved, pointer, isValue),
      findText: (pointer) => {
        const found = this.#findNode(resolved, pointer)?.value;
        return found?.kind === 'text' ? found.piece : undefined;
      },
    };
  }

  #evaluate(given: Node, pointer: string, unknown: Unknown[], depth: number): unknown {
    const node = this.resolve(given);
    if (this.#nodes++ < MAX_NODES && depth < 400) {
      if (node.kind === 'text' && node.isWhole) return node.piece.text;
      if (node.kind === 'scalar') return node.value;
      if (node.kind === 'list')
        return this.#evaluateList(this.#listItems(node.items), pointer, unknown, depth);
      if (node.kind === 'object') {
        const { entries, isOpen } = this.listEntries(node);
        if (isOpen) unknown.push({ part: pointer || 'body', why: 'variable', range: node });
        return this.#evaluateObject(entries, pointer, unknown, depth);
      }
    }
    const { start, end } = given;
    unknown.push({ part: pointer || 'body', why: 'variable', range: { start, end } });
    return undefined;
  }

  /** Lists the items of a list, with those of spreads that the text has. */
  #listItems(items: readonly Node[]): readonly Node[] {
    const known = this.#spreads.get(items);
    if (known) return known;
    if (!items.some(({ kind }) => kind === 'spread')) return items;
    const listed = items.flatMap((item) => (item.kind === 'spread' ? this.#spread(item) : [item]));
    this.#spreads.set(items, listed);
    return listed;
  }

  #spread(item: Node & { readonly kind: 'spread' }): readonly Node[] {
    const inner = this.resolve(item.value);
    if (inner.kind !== 'list' || this.#nodes > MAX_NODES) return [item];
    // A long list in many places would take quadratic space.
    this.#nodes += inner.items.length;
    return inner.items.every(({ kind }) => kind !== 'spread') ? inner.items : [item];
  }

  #evaluateList(
    items: readonly Node[],
    pointer: string,
    unknown: Unknown[],
    depth: number,
  ): unknown[] {
    // `null` replaces a value that is not in the text, so that the indexes stay.
    return items.map(
      (item, i) => this.#evaluate(item, `${pointer}/${i}`, unknown, depth + 1) ?? null,
    );
  }

  #evaluateObject(
    entries: readonly Entry[],
    pointer: string,
    unknown: Unknown[],
    depth: number,
  ): Record<string, unknown> {
    const pairs: [string, unknown][] = [];
    for (const { key = '', value } of entries) {
      const result = this.#evaluate(value, `${pointer}/${escapeKey(key)}`, unknown, depth + 1);
      if (result !== undefined) pairs.push([key, result]);
    }
    return Object.fromEntries(pairs);
  }

  #find(root: Node, pointer: string, isValue = false): Range | undefined {
    const found = this.#findNode(root, pointer);
    if (!found) return undefined;
    const { value, entry } = found;
    if (isValue || !entry) return { start: value.start, end: value.end };
    const isLong = value.kind === 'object' || value.kind === 'list';
    return { start: entry.start, end: isLong ? entry.start + (entry.key ?? '').length : value.end };
  }

  #findNode(root: Node, pointer: string): { value: Node; entry?: Entry | undefined } | undefined {
    let value = this.resolve(root);
    let entry: Entry | undefined;
    for (const key of splitPointer(pointer)) {
      if (value.kind === 'list') {
        const item: Node | undefined = this.#listItems(value.items)[Number(key)];
        if (!item) return undefined;
        entry = undefined;
        value = this.resolve(item);
      } else {
        entry = this.listEntries(value).entries.findLast((one) => one.key === key);
        if (!entry) return undefined;
        value = this.resolve(entry.value);
      }
    }
    return { value, entry };
  }
}

/** Reads headers from an object in code. */
export function readHeaderNode(
  node: Node | undefined,
  evaluator: Evaluator,
  unknown: Unknown[],
): DraftHeader[] {
  if (!node) return [];
  const body = evaluator.toBody(node);
  for (const { part, why, range } of body.unknown) {
    if (part === 'body') unknown.push({ part: 'headers', why, range });
    else if (/^\/anthropic-beta$/i.test(part))
      unknown.push({ part: `header:${part.slice(1).toLowerCase()}`, why, range });
  }
  return listPairs(body.value, body);
}
