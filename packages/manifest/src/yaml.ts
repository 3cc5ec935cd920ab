/**
 * Parses YAML quickly, and finds the places of values on demand. There are two parsers on purpose.
 * js-yaml needs a quarter of the time (its version 5 takes longer). `yaml` knows places and reports
 * all errors of a file, not only the first. A manifest without problems never loads it.
 */
import { createRequire } from 'node:module';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Document, LineCounter } from 'yaml';

/** The path to a value in a YAML file: keys and indexes from the root. */
export type Path = readonly PropertyKey[];

/** A place in a text, 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A syntax error in YAML. */
export interface YamlError extends Place {
  readonly code: string;
  readonly message: string;
}

/** The content of a text. If there are errors, the value is partial. */
export interface Yaml {
  readonly value: unknown;
  readonly errors: readonly YamlError[];
  /** Finds the start of the value at `path`, or of its nearest existing parent. */
  locate(path: Path): Place;
}

/** Reads a YAML document. */
export function readYaml(text: string): Yaml {
  let slow: Slow | undefined;
  const parsed = (): Slow => (slow ??= parseSlowly(text));
  const locate = (path: Path): Place => findPlace(parsed(), findOffset(parsed().document, path));
  const quick = readQuickly(text);
  if (quick.error === undefined) return { value: quick.value, errors: [], locate };

  const { document } = parsed();
  const errors = [...document.errors, ...document.warnings].map((e) => ({
    code: e.code as string,
    message: takeFirstLine(e.message),
    ...findPlace(parsed(), e.pos[0]),
  }));
  if (errors.length === 0 && document.contents === null)
    return { value: undefined, errors: [], locate };
  // If only the quick parser finds an error, its message is reported.
  const own = errors.length > 0 ? errors : [{ code: 'YAML', ...quick.error }];
  return { value: errors.length > 0 ? toPlain(document) : undefined, errors: own, locate };
}

function readQuickly(text: string): { value?: unknown; error?: Place & { message: string } } {
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) };
  } catch (error) {
    const { reason, message, mark } = error as Error & {
      reason?: string;
      mark?: { line: number; column: number };
    };
    return {
      error: {
        message: reason ?? takeFirstLine(message),
        line: (mark?.line ?? 0) + 1,
        column: (mark?.column ?? 0) + 1,
      },
    };
  }
}

interface Slow {
  readonly document: Document;
  readonly lines: LineCounter;
}

const require = createRequire(import.meta.url);

function parseSlowly(text: string): Slow {
  const { LineCounter, parseDocument } = require('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
  });
  return { document: document as unknown as Document, lines };
}

function toPlain(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

function findPlace({ lines }: Slow, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function findOffset(document: Document, path: Path): number {
  const { isMap, isNode, isPair, isScalar } = require('yaml') as typeof import('yaml');
  for (let length = path.length; length > 0; length--) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
      );
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

const takeFirstLine = (text: string): string => text.split('\n', 1)[0] ?? text;
