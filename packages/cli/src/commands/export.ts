/** `beta-headers export`: prints the table of betas for a gateway that people already run. */
import type { Platform } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { catalog } from '@beta-headers/manifest/data';
import type { Command } from 'commander';
import { CommandError } from '../exit-code.ts';
import {
  describeExport,
  type EmitOptions,
  TABLE_GATEWAYS,
  type TableGateway,
} from '../export/index.ts';
import type { Output } from '../output.ts';
import { readPlatform } from '../platform.ts';
import { readVersion } from '../version.ts';
import { replaceFile } from '../write-file.ts';
import type { Context } from './command.ts';

/** The options of `export`. */
export interface ExportOptions {
  readonly for: TableGateway;
  readonly platform?: Platform;
  readonly out?: string;
}

const NAMES = Object.keys(TABLE_GATEWAYS);

const HELP = `
Gateways: ${NAMES.map((name) => `${name} (${TABLE_GATEWAYS[name]?.title})`).join(', ')}

The table goes to stdout or the file, and its limits go to stderr: values of unknown acceptance,
which are never written as accepted, and what the format of the gateway cannot express.

Examples:
  $ beta-headers export --for litellm --out anthropic_beta_headers_config.json
  $ beta-headers export --for agentgateway --platform bedrock > betas.env
  $ beta-headers export --for envoy --platform vertex --out policy.yaml`;

/** Adds the options and the action of `export`. */
export function defineCommand(command: Command, { output }: Context): void {
  command
    .requiredOption('--for <gateway>', 'the gateway: litellm, …', readGateway)
    .option(
      '--platform <name>',
      'the only platform to write; by default all that the gateway has a place for',
      readPlatform,
    )
    .option('--out <file>', 'the file to write, instead of stdout')
    .addHelpText('after', HELP)
    .action((options: ExportOptions) => runExport(options, output));
}

/**
 * Writes the table of a gateway.
 * @throws {CommandError} if it has no place for the platform, or the file cannot be written
 */
export async function runExport(options: ExportOptions, output: Output): Promise<void> {
  const { for: gateway, platform, out } = options;
  const settings = { version: readVersion(), platform };
  const notes = describe(gateway, settings);
  const text = gateway.emit(catalog, settings);
  if (out === undefined) output.print(text.replace(/\n$/, ''));
  else await replaceFile(out, text, '--out');
  for (const note of notes) output.note(note);
}

function describe(gateway: TableGateway, settings: EmitOptions): string[] {
  try {
    return describeExport(catalog, gateway, settings);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandError(`--platform: ${gateway.title} has ${error.message}`);
  }
}

/** Reads the value of `--for`. */
function readGateway(value: string): TableGateway {
  const gateway = Object.hasOwn(TABLE_GATEWAYS, value) ? TABLE_GATEWAYS[value] : undefined;
  if (gateway) return gateway;
  const nearest = findNearest(value, NAMES);
  throw new CommandError(
    `no table for a gateway called ${JSON.stringify(value)}` +
      `${nearest ? `; did you mean ${nearest}?` : ''}\nGateways: ${NAMES.join(', ')}`,
  );
}
