/**
 * Edits a YAML file and keeps every other byte. yaml's Document finds the places, and the text is
 * spliced there: writing the Document back would wrap folded texts again and change every line.
 */
import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

export type YamlPath = readonly (string | number)[];

/** Appends values to the list at `path`; a missing list is inserted before the key `before`. */
export function appendTo(
  text: string,
  path: YamlPath,
  values: readonly unknown[],
  before: string,
): string {
  if (values.length === 0) return text;
  const document = parseDocument(text, { schema: 'core' });
  const list = document.getIn(path, true);
  if (list === undefined) return insertKey(text, path, values, before);
  if (!isSeq(list) || !list.range) throw new Error(`${path.join('.')} is not a list`);
  if (list.flow) {
    const close = list.range[1] - 1;
    const inner = text.slice(0, close).trimEnd();
    const padding = text.slice(inner.length, close);
    const comma = list.items.length > 0 ? ', ' : '';
    const added = values.map(renderInline).join(', ');
    return `${inner}${comma}${added}${padding}${text.slice(close)}`;
  }
  const end = findLineEnd(text, list.range[1]);
  const column = findDashColumn(text, list);
  const added = values.map((value) => `\n${renderItem(value, column)}`).join('');
  return `${text.slice(0, end)}${added}${text.slice(end)}`;
}

/** Inserts a value into the list at `path`, before the item at `index`, or at its end. */
export function insertAt(text: string, path: YamlPath, index: number, value: unknown): string {
  const list = parseDocument(text, { schema: 'core' }).getIn(path, true);
  if (!isSeq(list) || list.flow || !list.range)
    throw new Error(`${path.join('.')} is not a list with a line for each item`);
  const follower = list.items[index];
  const column = findDashColumn(text, list);
  if (!follower) {
    const end = findLineEnd(text, list.range[1]);
    return `${text.slice(0, end)}\n${renderItem(value, column)}${text.slice(end)}`;
  }
  const start = skipCommentsAbove(text, findLineStart(text, (follower as YAMLMap).range?.[0] ?? 0));
  return `${text.slice(0, start)}${renderItem(value, column)}\n${text.slice(start)}`;
}

/** Removes the item at `index` of the list at `path`; an empty list is removed too. */
export function removeAt(text: string, path: YamlPath, index: number): string {
  const document = parseDocument(text, { schema: 'core' });
  const list = document.getIn(path, true);
  if (!isSeq(list) || !list.range) throw new Error(`${path.join('.')} is not a list`);
  const range = (list.items[index] as { range?: [number, number, number] | null } | undefined)
    ?.range;
  if (!range) return text;
  if (list.flow && list.items.length > 1) {
    const next = (list.items[index + 1] as { range?: [number, number, number] } | undefined)?.range;
    const previous = (list.items[index - 1] as { range?: [number, number, number] } | undefined)
      ?.range;
    const [from, to] = next ? [range[0], next[0]] : [previous?.[1] ?? range[0], range[1]];
    return text.slice(0, from) + text.slice(to);
  }
  if (list.items.length > 1)
    return cutLines(text, findLineStart(text, range[0]), findLineEnd(text, range[1]));
  const holder = document.getIn(path.slice(0, -1), true);
  const pair = isMap(holder)
    ? holder.items.find((one) => isScalar(one.key) && one.key.value === path.at(-1))
    : undefined;
  const start = (pair?.key as Scalar | undefined)?.range?.[0];
  if (start === undefined) return text;
  const line = findLineStart(text, start);
  // The pair of a map on one line leaves the rest of the line.
  return text.slice(line, start).trim() === ''
    ? cutLines(text, line, findLineEnd(text, list.range[1]))
    : text.slice(0, range[0]) + text.slice(range[1]);
}

const cutLines = (text: string, from: number, to: number): string =>
  text.slice(0, from) + text.slice(Math.min(to + 1, text.length));

/** Sets a key of an existing map; a new pair goes before the key `before` or at the end. */
export function setKey(text: string, path: YamlPath, value: unknown, before?: string): string {
  const document = parseDocument(text, { schema: 'core' });
  const old = document.getIn(path, true);
  if (isScalar(old) && old.range) {
    // A folded text owns the line break after it.
    const end = old.range[0] + text.slice(old.range[0], old.range[1]).trimEnd().length;
    return `${text.slice(0, old.range[0])}${renderInline(value)}${text.slice(end)}`;
  }
  return insertKey(text, path, value, before);
}

function insertKey(
  text: string,
  path: YamlPath,
  value: unknown,
  before: string | undefined,
): string {
  const key = String(path.at(-1));
  const holder = path.slice(0, -1);
  const map = parseDocument(text, { schema: 'core' }).getIn(holder, true);
  // The holder may be missing: `sdk: { sends: […] }` without `sdk`.
  if (map === undefined) return insertKey(text, holder, { [key]: value }, before);
  if (!isMap(map) || !map.range) throw new Error(`${holder.join('.')} is not a map`);
  const follower =
    before === undefined
      ? undefined
      : map.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === before);
  if (map.flow) {
    const close = map.range[1] - 1;
    const inner = text.slice(0, close).trimEnd();
    return (
      `${inner}${map.items.length > 0 ? ', ' : ''}${key}: ` +
      `${renderInline(value)}${text.slice(inner.length, close)}${text.slice(close)}`
    );
  }
  const first = (map.items[0] as Pair<Scalar> | undefined)?.key.range?.[0] ?? map.range[0];
  const column = first - findLineStart(text, first);
  const lines = indentLines(renderBlock({ [key]: value }), column);
  const at = (follower?.key as Scalar | undefined)?.range?.[0];
  if (at !== undefined && at !== first) {
    const start = skipCommentsAbove(text, findLineStart(text, at));
    return `${text.slice(0, start)}${lines}\n${text.slice(start)}`;
  }
  const end = findLineEnd(text, map.range[1]);
  return `${text.slice(0, end)}\n${lines}${text.slice(end)}`;
}

function findDashColumn(text: string, list: YAMLSeq): number {
  const first =
    (list.items[0] as { range?: [number, number, number] | null } | undefined)?.range?.[0] ??
    list.range?.[0] ??
    0;
  const start = findLineStart(text, first);
  return text.slice(start, first).lastIndexOf('-');
}

const findLineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Finds the end of the line of a node's last character, so that its comment stays with it. */
function findLineEnd(text: string, end: number): number {
  let last = end;
  while (last > 0 && /\s/.test(text[last - 1] as string)) last--;
  const newline = text.indexOf('\n', last);
  return newline === -1 ? text.length : newline;
}

/** Includes the comment lines directly above a line. */
function skipCommentsAbove(text: string, start: number): number {
  for (let at = start; at > 0; ) {
    const previous = findLineStart(text, at - 1);
    if (!/^\s*#/.test(text.slice(previous, at))) return at;
    at = previous;
  }
  return 0;
}

function renderItem(value: unknown, column: number): string {
  const lines = isFlat(value)
    ? renderInline(value)
    : indentLines(renderBlock(value), 2).trimStart();
  return indentLines(`- ${lines}`, column);
}

const indentLines = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** Tests if a value takes one line: rules, citations and plain values do. */
const isFlat = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  !(
    // Named entries take several lines, except packages in sources.yaml.
    ('id' in value && !('package' in value)) ||
    ('endpoint' in value && Array.isArray(value.endpoint) && value.endpoint.length > FEW)
  );

/** The number of endpoints that fit on a line. */
const FEW = 2;

function renderInline(value: unknown): string {
  const document = new Document(value, {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  });
  if (isMap(document.contents) || isSeq(document.contents)) document.contents.flow = true;
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: true })
    .trimEnd()
    .replaceAll('[ ', '[')
    .replaceAll(' ]', ']');
}

/**
 * Renders a value with one line for each key, in the style of the feature files: long texts are
 * folded, rules and citations take one line.
 */
export function renderBlock(value: unknown): string {
  const document = new Document(value, {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  });
  styleNode(document.contents, '');
  return document.toString({ lineWidth: 160, flowCollectionPadding: true }).trimEnd();
}

function styleNode(node: unknown, key: string): void {
  if (isSeq(node)) {
    for (const one of node.items) {
      if ((isMap(one) || isSeq(one)) && (key === 'requires' || key === 'evidence'))
        one.flow = isFlat(one.toJSON());
      styleNode(one, '');
    }
    if (
      node.items.every((one) => isScalar(one)) &&
      key !== 'review' &&
      !(key === 'endpoint' && node.items.length > FEW)
    )
      node.flow = true;
  } else if (isMap(node)) {
    if (key === 'sdk' || key === 'title') node.flow = true;
    for (const pair of node.items) {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      if (
        isScalar(pair.value) &&
        typeof pair.value.value === 'string' &&
        pair.value.value.length > 110 &&
        !node.flow
      )
        pair.value.type = Scalar.BLOCK_FOLDED;
      styleNode(pair.value, name);
    }
  }
}
