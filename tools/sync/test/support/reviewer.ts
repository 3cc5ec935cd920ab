/**
 * Reviews the pull request of the simulated release like a person: decides each stage, writes the
 * texts, and removes every `review:` mark. It shares no code with the writer of the drafts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { appendTo, removeAt, setKey, type YamlPath } from '../../src/write/edit.ts';
import { SIMULATED } from './simulated.ts';

/** The day of all decisions. */
const DAY = '2026-12-01';

/** The simulated release, as sources.yaml lists it. */
const SOURCE = `sdk-${SIMULATED.version}`;

/** The beta whose tool type the release accepts without it. */
const GRADUATED = 'computer-use-2025-11-24';

interface Entry {
  readonly id: string;
  readonly requires?: readonly unknown[];
  readonly review?: readonly string[];
}

/** The reviewer's decisions by beta: path below the beta → value. */
const DECISIONS: Readonly<
  Record<string, readonly [path: YamlPath, value: unknown, before?: string][]>
> = {
  [SIMULATED.newDate]: [
    [
      ['summary', 'en'],
      'The second version of the advisor: the tool `advisor_20261201` limits its own uses ' +
        'with `max_uses`. It takes the place of `advisor_20260301`.',
    ],
    [
      ['summary', 'id'],
      'Versi kedua alat penasihat: alat `advisor_20261201` membatasi pemakaiannya sendiri ' +
        'dengan `max_uses`. Versi ini menggantikan `advisor_20260301`.',
    ],
  ],
  'advisor-tool-2026-03-01': [
    [['stage'], 'superseded'],
    [['supersededBy'], SIMULATED.newDate, 'released'],
  ],
  [SIMULATED.newFeature]: [
    [['stage'], 'preview'],
    [
      ['summary', 'en'],
      'Widgets that an organization keeps on the server, made and read with `/v1/widgets`. ' +
        'The organization needs access.',
    ],
    [
      ['summary', 'id'],
      'Widget yang disimpan organisasi di server, dibuat dan dibaca melalui `/v1/widgets`. ' +
        'Organisasi itu memerlukan akses.',
    ],
  ],
  [GRADUATED]: [
    [['stage'], 'graduated'],
    [
      ['graduated'],
      { date: DAY, evidence: [{ source: SOURCE, at: 'ToolComputerUse20251124' }] },
      'requires',
    ],
  ],
  [SIMULATED.removed]: [
    [['stage'], 'retired'],
    [
      ['retired'],
      {
        date: DAY,
        evidence: [
          {
            source: SOURCE,
            at: 'AnthropicBeta',
            says: 'The union no longer has the value.',
          },
        ],
      },
      'acceptance',
    ],
  ],
};

/** Betas whose rules no longer require the header; the feature still uses the fields. */
const USES_ONLY: ReadonlySet<string> = new Set([GRADUATED]);

/** Methods that send a beta that their endpoint does not need. */
const LEFT_OVERS: Readonly<Record<string, readonly string[]>> = {
  [SIMULATED.changed.to]: [SIMULATED.changed.endpoint],
};

/**
 * Edits outside of the manifest: examples and tests that use the graduated type, and an example of
 * the new tool type.
 */
const EDITS: readonly [file: string, from: string, to: string][] = [
  // The graduated beta has no rule any more, so its example is found by its id.
  [
    'docs/src/lib/example-values.ts',
    "  'tools[].type=computer_20251124': { tools: [{ type: 'computer_20251124', ...SCREEN }] },",
    `  'tools[].type=${SIMULATED.newTool}': {
    tools: [{ type: '${SIMULATED.newTool}', name: 'advisor' }],
  },`,
  ],
  [
    'docs/src/lib/example-values.ts',
    "  'context-1m-2025-08-07': [HELLO],",
    `  '${GRADUATED}': [{ fields: { tools: [{ type: 'computer_20251124', ...SCREEN }] } }],
  'context-1m-2025-08-07': [HELLO],`,
  ],
  ['tools/interop/src/matrix/official.ts', 'computer_20251124', 'computer_20250124'],
  ['tools/interop/src/matrix/official.ts', GRADUATED, 'computer-use-2025-01-24'],
  ['tools/interop/test/traps.test.ts', 'computer_20251124', 'computer_20250124'],
  ['tools/interop/test/traps.test.ts', GRADUATED, 'computer-use-2025-01-24'],
];

/** The texts of the new feature. */
const FEATURE_TEXTS: readonly [path: YamlPath, value: unknown][] = [
  [['title', 'id'], 'Widget'],
  [['summary', 'en'], 'Keeps widgets on the server. The organization needs access.'],
  [['summary', 'id'], 'Menyimpan widget di server. Organisasi itu memerlukan akses.'],
];

const hello = {
  model: 'claude-opus-5-5',
  max_tokens: 64,
  messages: [{ role: 'user', content: 'Hello' }],
};
const computer = {
  type: 'computer_20251124',
  name: 'computer',
  display_width_px: 800,
  display_height_px: 600,
};

/** The newest models have the toolset instead. */
const withComputer = { ...hello, model: 'claude-opus-5', tools: [computer] };

/** The cases to add to the corpus: requests for the new betas and for those that moved. */
const CASES: readonly [
  id: string,
  url: string,
  header: string | undefined,
  body: object,
  betas: readonly string[],
  action: string | undefined,
][] = [
  [
    'sim-new-tool',
    '/v1/messages',
    undefined,
    { ...hello, tools: [{ type: SIMULATED.newTool, name: 'advisor' }] },
    [SIMULATED.newDate],
    'added',
  ],
  ['sim-new-endpoint', '/v1/widgets', undefined, { name: 'a' }, [SIMULATED.newFeature], 'added'],
  ['sim-graduated', '/v1/messages', undefined, withComputer, [], undefined],
  ['sim-graduated-sent', '/v1/messages', GRADUATED, withComputer, [GRADUATED], 'sent'],
  ['sim-retired-sent', '/v1/messages', SIMULATED.removed, hello, [SIMULATED.removed], 'sent'],
];

/**
 * Updates the conformance corpus: the graduated beta is no longer required, and is never missing.
 * The site shows errors of the corpus by name; a removed one is replaced by another of its kind.
 */
function reviewCorpus(root: string): void {
  const folder = join(root, 'packages/manifest/conformance');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl'))) {
    const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
    const errors = name === 'errors.jsonl';
    const isOld = (line: string): boolean =>
      errors ? isMissing(line) : line.includes(GRADUATED) || line.includes(SIMULATED.graduated);
    const added = name === 'rules.jsonl' ? CASES.map(caseLine) : [];
    writeFileSync(
      join(folder, name),
      `${[...lines.filter((line) => !isOld(line)), ...added].join('\n')}\n`,
    );
    if (!errors) continue;
    const shapes = readFileSync(join(root, SHAPES), 'utf8');
    for (const quoted of lines
      .filter(isOld)
      .map((line) => `'${readId(line)}'`)
      .filter((id) => shapes.includes(id)))
      replaceIn(join(root, SHAPES), quoted, `'${readId(lines.find(isAnother) ?? '')}'`);
  }
}

/** The file of the site that names them. */
const SHAPES = 'docs/src/lib/error-shapes.ts';

const readId = (line: string): string => (JSON.parse(line) as { id: string }).id;
const isAnother = (line: string): boolean => line.includes('"id":"missing-c1-') && !isMissing(line);

function replaceIn(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from))
    throw new Error(`the reviewer puts something else for ${from} in ${file}, and it is not there`);
  writeFileSync(file, text.replaceAll(from, to));
}

const isMissing = (line: string): boolean =>
  line.includes(GRADUATED) && line.includes('"kind":"missing"');

function caseLine([id, url, header, body, betas, action]: (typeof CASES)[number]): string {
  const request = {
    method: 'POST',
    url,
    ...(header !== undefined && { headers: { 'anthropic-beta': header } }),
    body,
  };
  const decisions = action === undefined ? [] : betas.map((beta) => ({ beta, action }));
  const { model = null } = body as { model?: string };
  return JSON.stringify({
    id,
    platform: 'claude-api',
    model,
    request,
    expect: { verdict: 'works', betas, ...(decisions.length > 0 && { decisions }) },
    source: `npm:@anthropic-ai/sdk@${SIMULATED.version}`,
  });
}

/** Reviews the manifest, the corpus and the examples in `root`. @returns the settled marks */
export function review(root: string): string[] {
  const settled = reviewManifest(root);
  reviewCorpus(root);
  for (const [file, from, to] of EDITS) replaceIn(join(root, file), from, to);
  return settled;
}

/**
 * Reviews the manifest alone.
 * @throws {Error} if a beta that the reviewer decides about is missing
 */
export function reviewManifest(root: string): string[] {
  const folder = join(root, 'packages/manifest/features');
  const undecided = new Set(Object.keys(DECISIONS));
  const settled: string[] = [];
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const before = readFileSync(file, 'utf8');
    const { betas } = parse(before, { schema: 'core' }) as { betas: Entry[] };
    let text = before;
    for (const [i, beta] of betas.entries()) {
      text = reviewBeta(text, i, beta);
      undecided.delete(beta.id);
      settled.push(...(beta.review ?? []).map((mark) => `${beta.id}: ${mark}`));
    }
    if (name === 'widgets.yaml')
      for (const [path, value] of FEATURE_TEXTS) text = setKey(text, path, value);
    if (text !== before) writeFileSync(file, text);
  }
  if (undecided.size > 0)
    throw new Error(
      `the reviewer has decided about ${[...undecided].join(', ')}, which the manifest ` +
        'does not have',
    );
  noteReading(join(root, 'packages/manifest/sources.yaml'));
  return settled;
}

function reviewBeta(before: string, index: number, beta: Entry): string {
  const at = ['betas', index];
  let text = before;
  for (const [path, value, key] of DECISIONS[beta.id] ?? [])
    text = setKey(text, [...at, ...path], value, key);
  text = appendTo(text, [...at, 'sdk', 'sends'], LEFT_OVERS[beta.id] ?? [], 'requires');
  if (USES_ONLY.has(beta.id)) {
    text = appendTo(text, ['uses'], beta.requires ?? [], 'availability');
    for (const _ of beta.requires ?? []) text = removeAt(text, [...at, 'requires'], 0);
  }
  for (const _ of beta.review ?? []) text = removeAt(text, [...at, 'review'], 0);
  return text;
}

/** A date needs a source that was read on that day or later. */
function noteReading(file: string): void {
  const text = readFileSync(file, 'utf8');
  const { sources } = parse(text, { schema: 'core' }) as { sources: { id: string }[] };
  const index = sources.findIndex(({ id }) => id === SOURCE);
  writeFileSync(file, setKey(text, ['sources', index, 'checked'], DAY));
}

/** The line that a person adds to the changeset: a change of stage that sync cannot find. */
export const REVIEWER_ENTRY: string = [
  'superseded: `advisor-tool-2026-03-01`',
  `by \`${SIMULATED.newDate}\``,
].join(' ');
