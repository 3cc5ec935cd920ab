/** Reads the workflows of `.github/workflows`, with the line of each node. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';

/** The root of the repository. */
export const ROOT: string = fileURLToPath(new URL('../../..', import.meta.url));

/** A step of a job. */
export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** Permissions of a token: all at once, or by area. */
export type Permissions = string | Readonly<Record<string, string>>;

/** A job of a workflow. */
export interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Permissions;
  readonly environment?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

/** A workflow file. */
export interface Workflow {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly permissions?: Permissions;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
  /** Finds the line of a node by the keys that lead to it; the last one that exists counts. */
  findLine(...keys: readonly (string | number)[]): number;
}

/** Reads every workflow of a tree. @throws {Error} for a file that is no YAML */
export function readWorkflows(root: string = ROOT): Workflow[] {
  return globSync('.github/workflows/*.{yml,yaml}', { cwd: root })
    .sort()
    .map((path) => parseWorkflow(path, readFileSync(join(root, path), 'utf8')));
}

/** Parses the text of a workflow. @throws {Error} for a text that is no YAML */
export function parseWorkflow(path: string, text: string): Workflow {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [error] = document.errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const { permissions, env, jobs = {} } = document.toJS() as Partial<Workflow>;
  return {
    path,
    text,
    jobs,
    ...(permissions !== undefined && { permissions }),
    ...(env !== undefined && { env }),
    findLine(...keys) {
      return lineCounter.linePos(findOffset(document.contents, keys)).line;
    },
  };
}

/** Finds the offset of the node at these keys, or of the last node that exists. */
function findOffset(start: Node | null, keys: readonly (string | number)[]): number {
  let node: unknown = start;
  let offset = 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = (node as YAMLMap<{ value: unknown; range?: number[] }>).items.find(
        (item) => item.key.value === key,
      );
      if (!pair) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
