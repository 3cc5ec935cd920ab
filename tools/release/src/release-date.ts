import { isCalendarDate } from '@beta-headers/manifest';
import { runOrThrow } from '../../toolchain/lib/command.ts';

/**
 * Chooses the day of a release: the given one, else RELEASE_DATE, else the day of the commit. The
 * clock is not used, so a second run has the same result.
 */
export async function chooseReleaseDate(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string> {
  const [where, date] =
    given !== undefined
      ? ['--date', given]
      : env['RELEASE_DATE']
        ? ['RELEASE_DATE', env['RELEASE_DATE']]
        : ['', await readCommitDate()];
  if (!isCalendarDate(date))
    throw new Error(`${where} ${date}: not a day of the calendar. Write it as 2026-12-31.`);
  return date;
}

async function readCommitDate(): Promise<string> {
  return (await runOrThrow('git', ['log', '-1', '--format=%cs'])).trim();
}
