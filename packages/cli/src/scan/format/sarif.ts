/** The report as SARIF 2.1.0, within the limits of GitHub code scanning. */
import { createHash } from 'node:crypto';
import type { Level } from '../types.ts';
import { DOCS, type Report, type Reported, RULES } from './report.ts';

/** The number of results that GitHub accepts in a run. */
const MAX_RESULTS = 25_000;

const LEVELS = { error: 'error', warn: 'warning', info: 'note' } as const;
const ORDER: readonly Level[] = ['error', 'warn', 'info'];

/** Formats the report. If there are too many results, the least important are left out. */
export function toSarif({ version, findings }: Report): unknown {
  const chosen = ORDER.flatMap((level) => findings.filter((one) => one.level === level)).slice(
    0,
    MAX_RESULTS,
  );
  const createFingerprint = createFingerprints();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'beta-headers',
            version,
            semanticVersion: version,
            informationUri: DOCS,
            rules: RULES.map(({ kind, level, summary }) => ({
              id: kind,
              name: toPascalCase(kind),
              shortDescription: { text: summary },
              helpUri: `${DOCS}#${kind}`,
              defaultConfiguration: { level: LEVELS[level] },
              properties: { tags: ['anthropic-beta'] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The scanned folder.' } } },
        results: chosen.map((finding) => toResult(finding, createFingerprint(finding))),
      },
    ],
  };
}

const toPascalCase = (kind: string): string =>
  kind.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

function toResult(finding: Reported, fingerprint: string): unknown {
  const { kind, level, message, path, line, column, endColumn } = finding;
  return {
    ruleId: kind,
    ruleIndex: RULES.findIndex((rule) => rule.kind === kind),
    level: LEVELS[level],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: toLocation(path),
          region: { startLine: line, startColumn: column, endLine: line, endColumn },
        },
      },
    ],
    partialFingerprints: { 'betaHeaders/v1': fingerprint },
  };
}

/** A path outside of the folder is an address of its own. */
function toLocation(path: string): unknown {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** Fingerprints stay if lines are added above: they are made of the line's text, and a count. */
function createFingerprints(): (finding: Reported) => string {
  const counts = new Map<string, number>();
  return ({ kind, beta, path, lineText }) => {
    const content = [kind, beta, path, lineText.trim()].join('\0');
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 32);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  };
}
