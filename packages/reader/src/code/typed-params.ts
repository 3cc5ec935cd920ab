/**
 * Turns the params of typed SDKs (structs of Go, objects of C#, builders of Java and Kotlin, named
 * arguments of PHP and Ruby) into the fields of a body.
 */

import type { ChainedCall, Entry, Node } from '../literals/literal-node.ts';
import type { Piece } from '../text.ts';
import type { Evaluator } from './evaluate.ts';
import { readTypedConstant, toFieldName, toTypeName } from './typed-names.ts';

/** Calls that only wrap a value. */
const WRAPPER =
  /(?:^|\.)(?:Int|Int64|Float|Bool|String|F|Opt|NewOpt|Ptr|Raw|int|int64|int32|JsonValue\.(?:from|From)|JsonSerializer\.SerializeToElement|of[A-Z]\w*|BetaToolUnion|ToolUnion|ApiEnum|AnthropicBeta\.of|Model\.of)$/;
const MESSAGE = /(?:^|\.)New(?:Beta)?(User|Assistant)Message$/;
const TEXT_BLOCK = /(?:^|\.)New(?:Beta)?TextBlock$/;
const MAX_DEPTH = 60;
/** The fields below which the names are the caller's own. */
const OWN_NAMES: readonly string[] = ['input_schema', 'properties', 'metadata', 'input'];

/** Turns params into a body. The nodes keep their places. */
export class ParamsNormalizer {
  readonly #text: string;
  readonly #evaluator: Evaluator;
  /** Names in quotation marks are those of a map, except in PHP. */
  readonly #hasQuotedNames: boolean;

  constructor(text: string, evaluator: Evaluator, hasQuotedNames = false) {
    this.#text = text;
    this.#evaluator = evaluator;
    this.#hasQuotedNames = hasQuotedNames;
  }

  normalize(given: Node, hint = '', depth = 0): Node {
    if (depth > MAX_DEPTH) return given;
    const node = this.#evaluator.resolve(given);
    switch (node.kind) {
      case 'name':
        return this.#readConstant(node);
      case 'list':
        return {
          ...node,
          items: node.items.map((item) =>
            item.kind === 'spread' ? item : this.normalize(item, '', depth + 1),
          ),
        };
      case 'object':
        return this.#readObject(node, hint, depth);
      case 'call':
        return this.#readCall(node, hint, depth);
      default:
        return node;
    }
  }

  #readConstant(node: Node & { readonly kind: 'name' }): Node {
    const value = readTypedConstant(node.name);
    return value === undefined ? node : toText(value, node);
  }

  #readObject(node: Node & { readonly kind: 'object' }, hint: string, depth: number): Node {
    const [first] = node.entries;
    // A union of Go has one member, which names its class.
    if (first?.key && /^Of[A-Z]/.test(first.key) && node.entries.length === 1)
      return this.normalize(first.value, first.key, depth + 1);
    const entries = node.entries.map((entry) => this.#readEntry(entry, depth));
    return withType({ ...node, entries }, node.type ?? '', hint);
  }

  #readEntry(entry: Entry, depth: number): Entry {
    const { key, start, value } = entry;
    if (!key) return entry;
    const isQuoted = /["'[]/.test(this.#text[start] ?? '');
    const name = isQuoted && !this.#hasQuotedNames ? key : toFieldName(key);
    if (OWN_NAMES.includes(name)) return { ...entry, key: name };
    return { key: name, start, value: this.normalize(value, '', depth + 1) };
  }

  #readCall(node: Node & { readonly kind: 'call' }, hint: string, depth: number): Node {
    const { name, args, named, chain, start, end } = node;
    const [first] = args;
    const role = MESSAGE.exec(name)?.[1]?.toLowerCase();
    if (role !== undefined) {
      const items = args.map((one) => this.normalize(one, '', depth + 1));
      return toMessage(role, { kind: 'list', start, end, items }, node);
    }
    if (TEXT_BLOCK.test(name) && first)
      return toObject(node, [
        ['type', toText('text', node)],
        ['text', first],
      ]);
    if (/(?:^|\.)builder$/.test(name) && chain)
      return this.#readBuilder(node, chain, name.slice(0, -'.builder'.length), depth);
    if (!chain && first && WRAPPER.test(name)) return this.normalize(first, hint, depth + 1);
    const className = name.replace(/\.(?:new|with)$/, '');
    if (!chain && args.length === 0 && toTypeName(className) !== undefined) {
      const entries = named.map((entry) => this.#readEntry(entry, depth));
      return withType({ kind: 'object', start, end, entries }, className, hint);
    }
    return node;
  }

  #readBuilder(node: Node, chain: readonly ChainedCall[], type: string, depth: number): Node {
    const entries: Entry[] = [];
    const lists = new Map<string, { start: number; items: Node[] }>();
    for (const { name, start, args } of chain) {
      const [first, second] = args.map((one) => this.normalize(one, '', depth + 1));
      if (!first || name === 'putAdditionalHeader') continue;
      const role = /^add(User|Assistant)Message/.exec(name)?.[1]?.toLowerCase();
      if (name === 'putAdditionalBodyProperty') {
        if (first.kind === 'text' && second)
          entries.push({ key: first.piece.text, start, value: second });
      } else if (role === undefined && !/^add[A-Z]/.test(name)) {
        entries.push({ key: toFieldName(name), start, value: first });
      } else {
        const key = role === undefined ? `${toFieldName(name.slice('add'.length))}s` : 'messages';
        const list = lists.get(key) ?? { start, items: [] };
        list.items.push(role === undefined ? first : toMessage(role, first, first));
        lists.set(key, list);
      }
    }
    const { start, end } = node;
    for (const [key, { start: at, items }] of lists)
      entries.push({ key, start: at, value: { kind: 'list', start: at, end, items } });
    return withType({ kind: 'object', start, end, entries }, type, '');
  }
}

/** Adds the type of a tool that its class names. */
function withType(node: Node & { readonly kind: 'object' }, type: string, hint: string): Node {
  if (node.entries.some(({ key }) => key === 'type')) return node;
  const value = toTypeName(type) ?? toTypeName(hint);
  if (value === undefined) return node;
  const entry = { key: 'type', start: node.start, value: toText(value, node) };
  return { ...node, entries: [entry, ...node.entries] };
}

function toText(text: string, { start, end }: { start: number; end: number }): Node {
  // The place of the value is the whole name.
  const last = { at: Math.max(1, text.length - 1), from: Math.max(start, end - 1) };
  const piece: Piece = { text, runs: [{ at: 0, from: start }, last] };
  return { kind: 'text', start, end, piece, isWhole: true };
}

const toMessage = (role: string, content: Node, at: Node): Node =>
  toObject(at, [
    ['role', toText(role, at)],
    ['content', content],
  ]);

function toObject({ start, end }: Node, members: readonly (readonly [string, Node])[]): Node {
  const entries = members.map(([key, value]) => ({ key, start, value }));
  return { kind: 'object', start, end, entries };
}
