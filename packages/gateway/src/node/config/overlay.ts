/** Reads the overlay: inline, or from a file of its own. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type CatalogOverlay, type EngineCatalog, extendCatalog } from '@beta-headers/core';
import type { ConfigProblem } from './config-error.ts';
import { readAt } from './schema-problems.ts';
import { readTextFile } from './text-file.ts';
import { type Path, parseYaml, type YamlFile } from './yaml-document.ts';

/** The catalog with the overlay, or problems. */
export interface OverlayResult {
  readonly catalog?: EngineCatalog<string>;
  readonly problems: readonly ConfigProblem[];
}

/** Reads an overlay. `yaml` is the configuration file, and `value` is its setting. */
export async function readOverlay(
  yaml: YamlFile,
  folder: string,
  value: string | Readonly<Record<string, unknown>> | undefined,
): Promise<OverlayResult> {
  if (value === undefined) return { problems: [] };
  if (typeof value !== 'string') return extend(value, yaml, ['overlay']);
  const file = resolve(folder, value);
  const read = await readTextFile(file, (path) => readFile(path));
  if ('problem' in read)
    return { problems: [yaml.problemAt(['overlay'], `overlay: the file ${file} ${read.problem}`)] };
  const parsed = parseYaml(file, read.text);
  if (!parsed.yaml) return { problems: parsed.problems };
  return extend(parsed.yaml.value ?? {}, parsed.yaml, []);
}

function extend(value: unknown, yaml: YamlFile, base: Path): OverlayResult {
  try {
    return { catalog: extendCatalog(value as CatalogOverlay), problems: [] };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const { message } = error;
    const path = readOverlayPath(message);
    const [, key = ''] = /: "([^"]+)" is not one of/.exec(message) ?? [];
    const isKey = Object.hasOwn(Object(readAt(value, path)), key);
    const problem = isKey
      ? yaml.problemAtKey([...base, ...path, key], message)
      : yaml.problemAt([...base, ...path], message);
    return { problems: [problem] };
  }
}

/** Reads the path at the start of a message, `overlay.betas['x-2026-01-01'].requires[0]: …`. */
function readOverlayPath(message: string): Path {
  const path: (string | number)[] = [];
  const step = /\.([A-Za-z]+)|\['([^']*)'\]|\[(\d+)\]/y;
  step.lastIndex = 'overlay'.length;
  for (let match = step.exec(message); match; match = step.exec(message))
    path.push(match[3] === undefined ? (match[1] ?? match[2] ?? '') : Number(match[3]));
  return path;
}
