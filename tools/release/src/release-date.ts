import { isCalendarDate } from '@beta-headers/manifest';
import { mustRun } from '../../toolchain/lib/command.ts';

/** The day of a release: as given, else RELEASE_DATE, else the day of the commit that is released. Never the clock: a second run says the same. */
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
  return (await mustRun('git', ['log', '-1', '--format=%cs'])).trim();
}
