/** `beta-headers export`: tables for gateways that people already run. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { findNearest } from '@beta-headers/grammar';
import { catalog } from '@beta-headers/manifest/data';
import { describeExport, TABLE_GATEWAYS } from '../export/index.ts';

/** The options of `beta-headers export`. */
export interface ExportCommandOptions {
  /** The name of the gateway, such as `litellm`. */
  readonly for: string;
  /** The only platform to write. */
  readonly platform?: string | undefined;
  /** The file to write, instead of standard output. */
  readonly out?: string | undefined;
  /** The version that the table names. */
  readonly version: string;
  /** Receives the table if there is no `out`. */
  readonly stdout?: { write(text: string): unknown };
  /** Receives the notes and errors. */
  readonly stderr?: { write(text: string): unknown };
}

/**
 * Writes the table of a gateway. Returns the exit code: 0, or 2 if an option is wrong or the file
 * cannot be written.
 */
export async function runExport(options: ExportCommandOptions): Promise<number> {
  const stderr = options.stderr ?? process.stderr;
  const fail = (text: string): number => {
    stderr.write(`beta-headers export: ${text}\n`);
    return 2;
  };
  const gateway = Object.hasOwn(TABLE_GATEWAYS, options.for)
    ? TABLE_GATEWAYS[options.for]
    : undefined;
  if (!gateway) return fail(describeUnknown('gateway', options.for, Object.keys(TABLE_GATEWAYS)));
  const platforms = catalog.platforms.map(({ id }) => id);
  if (options.platform !== undefined && !platforms.includes(options.platform)) {
    return fail(describeUnknown('platform', options.platform, platforms));
  }
  const settings = { version: options.version, platform: options.platform };
  let text: string;
  let notes: string[];
  try {
    notes = describeExport(catalog, gateway, settings);
    text = gateway.emit(catalog, settings);
  } catch (error) {
    if (error instanceof RangeError) return fail(`${gateway.title} has ${error.message}`);
    throw error;
  }
  if (options.out === undefined) (options.stdout ?? process.stdout).write(text);
  else {
    const problem = await replaceFile(options.out, text);
    if (problem) return fail(problem);
  }
  stderr.write(`${notes.join('\n')}\n`);
  return 0;
}

function describeUnknown(kind: string, name: string, known: readonly string[]): string {
  const nearest = findNearest(name, known);
  const hint = nearest === undefined ? '' : `, did you mean ${nearest}?`;
  return `unknown ${kind} ${JSON.stringify(name)}${hint}; known: ${known.join(', ')}`;
}

/** Replaces a file whole: a failure leaves the old one. Returns the problem, if any. */
async function replaceFile(path: string, text: string): Promise<string | undefined> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
    return undefined;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    return `cannot write ${path}: ${reason}`;
  }
}
