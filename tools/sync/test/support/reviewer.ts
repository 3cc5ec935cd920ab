/**
 * Plays the person who reviews the pull request of the simulated release: decides each stage, writes the texts, and takes every `review:` mark out.
 * It edits the feature files as a person would, and knows nothing of how sync wrote them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { removeAt, setKey, type YamlPath } from '../../src/write/edit.ts';
import { SIMULATED } from './simulated.ts';

/** The day on which all of it is decided. */
const DAY = '2026-12-07';

interface Entry {
  readonly id: string;
  readonly opens?: readonly unknown[];
  readonly review?: readonly string[];
}

/** What the reviewer writes, by feature file and beta: path below the beta → value. */
const DECISIONS: Readonly<Record<string, readonly [path: YamlPath, value: unknown, before?: string][]>> = {
  [SIMULATED.newDate]: [
    [['summary', 'en'], 'The second version of the advisor: the tool `advisor_20261201` limits its own uses with `max_uses`.'],
    [['summary', 'id'], 'Versi kedua alat penasihat: alat `advisor_20261201` membatasi pemakaiannya sendiri dengan `max_uses`.'],
  ],
  'advisor-tool-2026-03-01': [
    [['stage'], 'superseded'],
    [['supersededBy'], SIMULATED.newDate, 'released'],
  ],
  [SIMULATED.newFeature]: [
    [['stage'], 'preview'],
    [['summary', 'en'], 'Widgets that an organization keeps on the server, made and read with `/v1/widgets`.'],
    [['summary', 'id'], 'Widget yang disimpan organisasi di server, dibuat dan dibaca melalui `/v1/widgets`.'],
  ],
  'computer-use-2025-11-24': [
    [['stage'], 'graduated'],
    [['graduated'], { date: DAY, evidence: [{ sdk: SIMULATED.version, symbol: 'ToolComputerUse20251124' }] }, 'opens'],
  ],
  [SIMULATED.removed]: [
    [['stage'], 'retired'],
    [['retired'], { date: DAY, evidence: [{ sdk: SIMULATED.version, symbol: 'AnthropicBeta', says: 'The union no longer has the value.' }] }, 'platforms'],
  ],
};

/** The rules of a beta that graduates ask for the header no more. */
const WITHOUT_RULES: ReadonlySet<string> = new Set(['computer-use-2025-11-24']);

/** The texts of the feature that is new. */
const FEATURE_TEXTS: readonly [path: YamlPath, value: unknown][] = [
  [['title', 'id'], 'Widget'],
  [['summary', 'en'], 'Keeps widgets on the server.'],
  [['summary', 'id'], 'Menyimpan widget di server.'],
];

/** Reviews the manifest in `root`. Gives back the review marks that were settled; throws where a beta that it decides about is not there. */
export function review(root: string): string[] {
  const folder = join(root, 'packages/manifest/features');
  const undecided = new Set(Object.keys(DECISIONS));
  const settled: string[] = [];
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const before = readFileSync(file, 'utf8');
    let text = before;
    const { betas } = parse(before, { schema: 'core' }) as { betas: Entry[] };
    for (const [i, beta] of betas.entries()) {
      for (const [path, value, key] of DECISIONS[beta.id] ?? []) text = setKey(text, ['betas', i, ...path], value, key);
      undecided.delete(beta.id);
      if (WITHOUT_RULES.has(beta.id)) for (const _ of beta.opens ?? []) text = removeAt(text, ['betas', i, 'opens'], 0);
      for (const mark of beta.review ?? []) {
        settled.push(`${beta.id}: ${mark}`);
        text = removeAt(text, ['betas', i, 'review'], 0);
      }
    }
    if (name === 'widgets.yaml') for (const [path, value] of FEATURE_TEXTS) text = setKey(text, path, value);
    if (text !== before) writeFileSync(file, text);
  }
  if (undecided.size > 0) throw new Error(`the reviewer has decided about ${[...undecided].join(', ')}, which the manifest does not have`);
  return settled;
}

/** What a person adds to the changeset: the stage that the reviewer moved and sync could not know of. */
export const REVIEWER_ENTRY: string = `superseded: \`advisor-tool-2026-03-01\` by \`${SIMULATED.newDate}\``;
