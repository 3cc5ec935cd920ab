/** `beta-headers list`: lists betas, features, platforms or models. */
import type { Platform } from '@beta-headers/core';
import { STAGES, type Stage } from '@beta-headers/grammar';
import { catalog } from '@beta-headers/manifest/data';
import { Argument, type Command } from 'commander';
import { type Filters, KINDS, type Kind, listEntries } from '../catalog/list-entries.ts';
import { hintAtAge, readToday } from '../data-age.ts';
import { CommandError } from '../exit-code.ts';
import { createNameError, readChoice, readDay } from '../options.ts';
import { readPlatform } from '../platform.ts';
import type { ListOutput } from '../schema/list.ts';
import { formatTable } from '../table.ts';
import type { Context } from './command.ts';

interface ListOptions extends Filters {
  readonly platform?: Platform;
  readonly stage?: Stage;
  readonly feature?: string;
  readonly today?: string;
  readonly json?: boolean;
}

const HELP = `
Stages: ${STAGES.join(', ')}
--platform keeps what the platform accepts or has, at least for some models or endpoints.

Exit codes: 0 also if the list is empty; 2 for wrong arguments

Examples:
  $ beta-headers list
  $ beta-headers list --stage graduated
  $ beta-headers list features --platform bedrock
  $ beta-headers list models --json`;

/** Adds the arguments, options and the action of `list`. */
export function defineCommand(command: Command, context: Context): void {
  command
    .addArgument(
      new Argument('[kind]', `what to list (choices: ${KINDS.join(', ')})`)
        .argParser(readKind)
        .default('betas'),
    )
    .option('--platform <name>', 'only what this platform accepts or has', readPlatform)
    .option('--stage <stage>', 'only betas of this stage, or features that have one', readStage)
    .option('--feature <name>', 'only this feature', readFeature)
    .option('--today <day>', 'the day that counts, as 2026-11-30; default: today', readDay)
    .option('--json', 'print JSON; its schema is schema/list.json')
    .addHelpText('after', HELP)
    .action((kind: Kind, options: ListOptions) => {
      checkFilters(kind, options);
      const { today = readToday(context), json, platform } = options;
      const list = listEntries(kind, options, today);
      const { output } = context;
      if (json) return output.printJson(list);
      const text = formatList(list, platform);
      if (text !== '') output.print(text);
      hintAtAge(context);
    });
}

function checkFilters(kind: Kind, filters: ListOptions): void {
  if (kind === 'betas' || kind === 'features') return;
  const wrong = (['platform', 'stage', 'feature'] as const).find((name) => filters[name]);
  if (wrong)
    throw new CommandError(
      `--${wrong} does not apply to ${kind}; use it with betas or features, or leave it out`,
    );
}

function formatList(
  { betas, features, platforms, models }: ListOutput,
  platform: Platform | undefined,
): string {
  if (betas)
    return formatTable(
      betas.map(({ id, stage, title, acceptance }) => [
        id,
        stage,
        ...(platform ? [acceptance[platform] ?? 'unknown'] : []),
        title,
      ]),
    );
  if (features)
    return formatTable(
      features.map(({ name, audience, title, availability }) => [
        name,
        audience,
        ...(platform ? [availability[platform] ?? 'unknown'] : []),
        title,
      ]),
    );
  if (platforms) return formatTable(platforms.map(({ id, wire, title }) => [id, wire, title]));
  return formatTable(
    (models ?? []).map(({ id, title, retires, retired }) => [
      id,
      title,
      retired ? `retired ${retired}` : retires ? `retires ${retires}` : '',
    ]),
  );
}

/** Reads what to list. */
const readKind = (value: string): Kind => readChoice('list', value, KINDS, 'Lists');

/** Reads the name of a stage. */
const readStage = (value: string): Stage => readChoice('stage', value, STAGES, 'Stages');

/** Reads the name of a feature. */
function readFeature(value: string): string {
  const names = catalog.features.map(({ name }) => name);
  if (names.includes(value)) return value;
  throw createNameError('feature', value, names, 'Features: `beta-headers list features`');
}
