/** `beta-headers env`: prints a client's variables for a platform. */
import type { Platform } from '@beta-headers/constants';
import { type Command, Option } from 'commander';
import { CLIENTS, findClient, listVariables } from '../clients/index.ts';
import { describeVariables, formatVariables } from '../env/format.ts';
import { SHELLS, type Shell } from '../env/shells.ts';
import { CommandError } from '../exit-code.ts';
import { readPlatform } from '../platform.ts';
import type { Context } from './command.ts';

interface EnvOptions {
  readonly client?: string;
  readonly platform?: Platform;
  readonly url?: string;
  readonly auth?: 'client' | 'gateway';
  readonly shell?: Shell | 'json';
  readonly json?: boolean;
}

const HELP = `
Clients: ${CLIENTS.map((client) => `${client.id} (${client.title})`).join(', ')}

Every line has its purpose, its cost, and the public page that documents it. Lines that need a
decision of yours are comments, so the output can be evaluated.

Examples:
  $ beta-headers env --client claude-code --platform vertex
  $ eval "$(beta-headers env --client claude-code --platform bedrock --url http://127.0.0.1:8787)"
  $ beta-headers env --client claude-code --platform foundry --shell powershell
  $ beta-headers env --client claude-code --platform bedrock --json`;

/** Adds the options and the action of `env`. */
export function defineCommand(command: Command, { output }: Context): void {
  command
    .option('--client <name>', 'the client: claude-code, …')
    .option('--platform <name>', 'the platform: bedrock, vertex, …', readPlatform)
    .option('--url <url>', 'the address of a gateway; without it, the client calls the platform')
    .addOption(
      new Option('--auth <whose>', "whose credential a gateway's upstream gets")
        .choices(['client', 'gateway'])
        .default(undefined, 'gateway; on claude-api: client'),
    )
    .addOption(
      new Option('--shell <name>', 'the form of the output')
        .choices([...SHELLS, 'json'])
        .default(undefined, 'sh'),
    )
    .option('--json', 'short for --shell json; its schema is schema/env.json')
    .addHelpText('after', HELP)
    .action((options: EnvOptions) => {
      const { shell, json, auth } = options;
      if (json && shell !== undefined && shell !== 'json')
        throw new CommandError(
          `--json and --shell: choose one; --json means --shell json, not ${shell}`,
        );
      const client = findClient(options.client);
      const platform = options.platform ?? readPlatform(undefined);
      const variables = listVariables(client, platform, {
        url: options.url === undefined ? undefined : readUrl(options.url),
        skipAuth: (auth ?? (platform === 'claude-api' ? 'client' : 'gateway')) === 'gateway',
      });
      if (json || shell === 'json') output.printJson(describeVariables(variables));
      else output.print(formatVariables(variables, shell ?? 'sh'));
    });
}

/** Reads the address of a gateway, without a slash at its end. */
function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new CommandError(
      `--url: ${JSON.stringify(text)} is no address; write it as http://127.0.0.1:8787`,
    );
  return url.href.replace(/\/$/, '');
}
