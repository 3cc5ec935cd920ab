/** The command line of sync. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isCalendarDate } from '@beta-headers/grammar';

const USAGE = `usage: npm run sync -- [--sdk VERSION | --tarball FILE] [--check [--today DAY]]
                              [--json] [--report FILE] [--allow-dirty]
       npm run sync -- --review | --surface | --platforms | --client NAME[@VERSION]
       npm run sync -- --docs PLACE... [--report FILE] | --languages PLACE... [--check]`;

/** The options of a run. */
export interface Options {
  readonly root: string;
  readonly sdk?: string | undefined;
  readonly tarball?: string | undefined;
  readonly report?: string | undefined;
  readonly check: boolean;
  readonly today?: string | undefined;
  readonly json: boolean;
  readonly review: boolean;
  readonly surface: boolean;
  readonly platforms: boolean;
  readonly client: readonly string[];
  readonly docs: readonly string[];
  readonly languages: readonly string[];
  readonly 'allow-dirty': boolean;
}

/** Reads the command line; prints the usage and returns undefined if it is wrong. */
export function readOptions(): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        sdk: { type: 'string' },
        tarball: { type: 'string' },
        report: { type: 'string' },
        check: { type: 'boolean', default: false },
        today: { type: 'string' },
        json: { type: 'boolean', default: false },
        review: { type: 'boolean', default: false },
        surface: { type: 'boolean', default: false },
        platforms: { type: 'boolean', default: false },
        client: { type: 'string', multiple: true, default: [] },
        docs: { type: 'string', multiple: true, default: [] },
        languages: { type: 'string', multiple: true, default: [] },
        'allow-dirty': { type: 'boolean', default: false },
        root: { type: 'string', default: fileURLToPath(new URL('../../..', import.meta.url)) },
      },
    });
    if (values.sdk !== undefined && !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(values.sdk))
      throw new Error(`--sdk ${values.sdk}: write a released version, such as 1.13.0`);
    if (values.today !== undefined && !isCalendarDate(values.today))
      throw new Error(`--today ${values.today}: write a day as YYYY-MM-DD`);
    if (values.surface && values.check)
      throw new Error('--surface writes, and --check does not: leave one out');
    return { ...values, ...readPlaces(values, positionals) };
  } catch (error) {
    // Removes Node's advice about arguments that begin with a hyphen; sync has none.
    const [message] = (error as Error).message.split('. To specify');
    console.error(`${message}\n${USAGE}`);
    return undefined;
  }
}

/** Accepts `--docs a.md b.md`, into which a shell expands `--docs *.md`. */
function readPlaces(
  { docs, languages }: Pick<Options, 'docs' | 'languages'>,
  further: readonly string[],
): Pick<Options, 'docs' | 'languages'> {
  if (docs.length > 0 && languages.length > 0)
    throw new Error('--docs and --languages read other sources: give one of them');
  if (docs.length > 0) return { docs: [...docs, ...further], languages };
  if (languages.length > 0) return { docs, languages: [...languages, ...further] };
  if (further.length > 0) throw new Error(`Unexpected argument '${further[0]}'`);
  return { docs, languages };
}
