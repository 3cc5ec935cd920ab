/** Checks what a user sees before and after the upgrade to the second release. */
import { isDeepStrictEqual } from 'node:util';
import { SIMULATED } from '@beta-headers/sync/test/simulated.ts';
import { findNotes } from '../changelog.ts';
import { DAYS, type Run } from './run.ts';
import type { User } from './user.ts';

const toConstant = (id: string): string => id.toUpperCase().replaceAll('-', '_');

const USES_NEW = `import { betas, betaMiddleware } from '@beta-headers/node';
import { ${toConstant(SIMULATED.newFeature)} as widgets } from '@beta-headers/constants';
import type { Beta } from '@beta-headers/constants';
const known: Beta = widgets;
betaMiddleware({ always: [...betas('widgets', '${SIMULATED.newDate}'), widgets] });
console.log(known);
`;
/** The name of the builder of the new tool type. */
const BUILDER = SIMULATED.newTool.replace('_', '');
const USES_RETIRED = `import { betas } from '@beta-headers/node';
betas('${SIMULATED.removed}');
`;

export async function checkBeforeUpgrade(run: Run, user: User, first: string): Promise<void> {
  const ended = await user.compile(USES_NEW);
  run.say(
    'the new constant does not compile before the upgrade',
    !ended.ok && ended.output.includes(toConstant(SIMULATED.newFeature)),
    ended.output,
  );
  run.end(
    'the value that will be retired compiles before the upgrade',
    await user.compile(USES_RETIRED),
  );
  const changelog = user.read('@beta-headers/node/CHANGELOG.md');
  run.say(
    `the changelog in the package ends with ${first}`,
    findNotes(changelog, first) !== undefined && !changelog.includes(SIMULATED.newFeature),
    changelog,
  );
}

export async function checkAfterUpgrade(
  run: Run,
  user: User,
  first: string,
  second: string,
): Promise<void> {
  run.end('the new constants compile after the upgrade', await user.compile(USES_NEW));
  const retired = await user.compile(USES_RETIRED);
  run.say(
    'the retired value no longer compiles, and the error says why',
    !retired.ok && /retired/.test(retired.output),
    retired.output,
  );
  const printed = await user.run(
    "import * as all from '@beta-headers/constants'; " +
      `console.log(all.${toConstant(SIMULATED.newFeature)}, ` +
      `all.${toConstant(SIMULATED.newDate)}, all.VERSION)`,
  );
  run.say(
    'the installed package has the new constants',
    printed.trim() === `${SIMULATED.newFeature} ${SIMULATED.newDate} ${second}`,
    printed,
  );
  const built = await user.run(
    `import { ${BUILDER} } from '@beta-headers/node/advisor-tool'; ` +
      `console.log(JSON.stringify(${BUILDER}({ max_uses: 2 })))`,
  );
  const wanted = { type: SIMULATED.newTool, name: 'advisor', max_uses: 2 };
  run.say(
    'the new tool type has a builder, typed with the new SDK',
    isDeepStrictEqual(JSON.parse(built), wanted),
    built,
  );
  checkChangelog(run, user, first, second);
  checkHistory(run, user, first, second);
}

function checkChangelog(run: Run, user: User, first: string, second: string): void {
  const changelog = user.read('@beta-headers/node/CHANGELOG.md');
  const notes = findNotes(changelog, second) ?? '';
  const changed = [
    SIMULATED.newFeature,
    SIMULATED.newDate,
    SIMULATED.removed,
    'computer-use-2025-11-24',
    SIMULATED.changed.from,
    'advisor-tool-2026-03-01',
  ];
  const missing = changed.filter((id) => !notes.includes(id));
  run.say(
    'the changelog in the package has every change, above the earlier release',
    missing.length === 0 && findNotes(changelog, first) !== undefined,
    notes,
  );
}

function checkHistory(run: Run, user: User, first: string, second: string): void {
  const { releases } = JSON.parse(user.read('@beta-headers/manifest/history.json')) as {
    releases: { version: string; date: string; changes: { kind: string; subject: string }[] }[];
  };
  const last = releases.at(-1);
  const has = (kind: string, subject: string): boolean =>
    last?.changes.some((change) => change.kind === kind && change.subject === subject) ?? false;
  const history =
    has('beta-added', SIMULATED.newFeature) &&
    has('beta-added', SIMULATED.newDate) &&
    has('retired', SIMULATED.removed) &&
    has('graduated', 'computer-use-2025-11-24') &&
    has('superseded', 'advisor-tool-2026-03-01');
  const order = releases.slice(-2).map(({ version, date }) => `${version} ${date}`);
  run.say(
    'history.json has both releases and what the second changed',
    // The first release keeps its own day if the tree has no changeset for one.
    history && order[0]?.startsWith(`${first} `) === true && order[1] === `${second} ${DAYS[1]}`,
    order.join('\n'),
  );
}
