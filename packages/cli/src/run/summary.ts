/** Sums up what a gateway changed, for one message after a client has ended. */
import type { Change, GatewayEvent } from '@beta-headers/gateway';
import { type Colors, escapeControls } from '../output.ts';
import { explainChange, explainFailure } from './reasons.ts';

/** Counts the changes of a run. */
export interface Summary {
  /** Counts the changes of one request. */
  readonly add: (event: GatewayEvent) => void;
  /** Writes the message; undefined if no request was changed, refused or failed. */
  readonly format: (colors: Colors) => string | undefined;
}

/** Options of {@link createSummary}. */
export interface SummaryOptions {
  /** True if the gateway only reports and changes nothing. */
  readonly isDryRun: boolean;
}

interface Line {
  readonly change: Change;
  count: number;
}

interface Failure {
  readonly count: number;
  /** The last message of it, with the fix. */
  readonly detail: string | undefined;
}

const SITE = 'https://beta-headers.github.io/beta-headers';

/** The largest number of lines. A client that invents names could fill the terminal otherwise. */
const MAX_LINES = 40;

const MARKS: Readonly<Record<Change['action'], string>> = {
  added: '+',
  missing: '?',
  dropped: '-',
  stripped: '-',
  substituted: '~',
  refused: '!',
  ignored: '·',
};

/** Creates an empty summary. */
export function createSummary({ isDryRun }: SummaryOptions): Summary {
  const lines = new Map<string, Line>();
  const failures = new Map<string, Failure>();
  let requests = 0;
  let changed = 0;
  return {
    add: ({ kind, changes, error, detail }) => {
      if (kind === 'probe') return;
      requests += 1;
      const loud = changes.filter((change) => isLoud(change, changes));
      if (loud.length > 0) changed += 1;
      for (const change of loud) count(lines, change);
      const failure = error === undefined ? undefined : explainFailure(error);
      if (failure !== undefined)
        failures.set(failure, { detail, count: (failures.get(failure)?.count ?? 0) + 1 });
    },
    format: (colors) => {
      if (lines.size === 0 && failures.size === 0) return undefined;
      const shown = [...lines.values()].sort((a, b) => b.count - a.count).slice(0, MAX_LINES);
      const hidden = lines.size - shown.length;
      return [
        `beta-headers: ${formatCounts(requests, changed, isDryRun)}`,
        ...shown.map((line) => formatLine(line, isDryRun, colors)),
        ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
        ...[...failures].map(([text, failure]) => formatFailure(text, failure, colors)),
      ].join('\n');
    },
  };
}

/** Leaves out what is no change of the request, and the second half of a replacement. */
const isLoud = ({ action, beta }: Change, changes: readonly Change[]): boolean =>
  action !== 'ignored' &&
  !(
    (action === 'added' || action === 'missing') &&
    changes.some(({ sends }) => sends !== undefined && sends === beta)
  );

function count(lines: Map<string, Line>, change: Change): void {
  const { action, reason, beta, feature, sends } = change;
  const key = JSON.stringify([action, reason, beta, feature, sends]);
  const line = lines.get(key);
  if (line) line.count += 1;
  // A client can send any number of names, so their number is bounded.
  else if (lines.size < MAX_LINES * 25) lines.set(key, { change, count: 1 });
}

function formatCounts(requests: number, changed: number, isDryRun: boolean): string {
  const total = `${requests} request${requests === 1 ? '' : 's'}`;
  return isDryRun
    ? `${total}, ${changed} of them would change (dry run: nothing was changed)`
    : `${total}, ${changed} of them changed`;
}

function formatLine({ change, count: times }: Line, isDryRun: boolean, colors: Colors): string {
  const { action, beta, feature } = change;
  const mark = action === 'refused' ? colors.red(MARKS[action]) : colors.yellow(MARKS[action]);
  const subject = escapeControls(beta ?? feature ?? 'the request');
  const explained = escapeControls(explainChange(change, isDryRun));
  const link = findLink(change);
  const text = `  ${mark} ${colors.bold(subject)}: ${explained}${repeat(times)}`;
  return link === undefined ? text : `${text}\n    ${colors.dim(link)}`;
}

function formatFailure(text: string, { detail, count: times }: Failure, colors: Colors): string {
  const line = `  ${colors.red('!')} ${text}${repeat(times)}`;
  return detail === undefined ? line : `${line}\n    ${escapeControls(detail)}`;
}

const repeat = (times: number): string => (times > 1 ? ` (${times} times)` : '');

/** Only what the manifest knows has a page. */
function findLink({ feature, reason, beta }: Change): string | undefined {
  if (feature !== undefined) return `${SITE}/features/${encodeURIComponent(feature)}/`;
  const isKnown = beta !== undefined && reason !== 'unknown-beta' && /^[\w.-]+$/.test(beta);
  return isKnown && reason !== 'malformed' ? `${SITE}/betas/${beta}/` : undefined;
}
