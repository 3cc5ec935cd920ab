/** Checks the values of a file against the schema. */
import type { ConfigProblem } from './config-error.ts';
import { toKey } from './expand.ts';
import type { ConfigFileData, PartialConfig, UpstreamData } from './file-types.ts';
import { ConfigFile, SECTIONS, UpstreamFile } from './schema.ts';
import { type ProblemContext, readAt, toConfigProblems } from './schema-problems.ts';
import type { Path } from './yaml-document.ts';

/** Checks the values, and fills in the defaults. The data has the parts without a problem. */
export function parseValues(context: ProblemContext): {
  readonly data: PartialConfig;
  readonly problems: readonly ConfigProblem[];
} {
  const parse = (value: unknown) => ConfigFile.safeParse(value, { reportInput: true });
  const first = parse(context.value);
  if (first.success) return { data: first.data, problems: [] };
  // A variable is a text, also where the schema wants a number.
  let value = context.value;
  for (const issue of first.error.issues) {
    if (issue.code !== 'invalid_type') continue;
    const isExpanded = context.expansions.has(toKey(issue.path));
    const converted = convertText(readAt(value, issue.path), issue.expected, isExpanded);
    if (converted !== undefined) value = setAt(value, issue.path, converted);
  }
  const result = parse(value);
  if (result.success) return { data: result.data, problems: [] };
  const problems = toConfigProblems(result.error.issues, ConfigFile, { ...context, value });
  return { data: readValidParts(value), problems };
}

/** Reads the parts of a file that match the schema, so that they are checked further. */
function readValidParts(value: unknown): PartialConfig {
  const fields = Object(value) as Readonly<Record<string, unknown>>;
  const sections = Object.entries(SECTIONS).map(([key, schema]) => {
    const found = schema.safeParse(fields[key]);
    return [key, found.success ? found.data : schema.safeParse(undefined).data];
  });
  const { upstreams } = fields;
  const list = Array.isArray(upstreams) ? upstreams : [];
  const parsed = list.map((item): UpstreamData | undefined => UpstreamFile.safeParse(item).data);
  return { ...(Object.fromEntries(sections) as ConfigFileData), upstreams: parsed };
}

const FLAGS: Readonly<Record<string, boolean>> = { on: true, off: false, true: true, false: false };

function convertText(input: unknown, wanted: string, isExpanded: boolean): unknown {
  if (typeof input !== 'string') return undefined;
  // YAML reads `on` and `off` as texts.
  if (wanted === 'boolean' && (isExpanded || input === 'on' || input === 'off'))
    return FLAGS[input.trim().toLowerCase()];
  const isNumber = wanted === 'number' || wanted === 'int';
  return isNumber && isExpanded && /^\d{1,15}$/.test(input.trim()) ? Number(input) : undefined;
}

function setAt(value: unknown, [key, ...rest]: Path, item: unknown): unknown {
  if (key === undefined) return item;
  const inner = setAt(readAt(value, [key]), rest, item);
  if (Array.isArray(value)) return value.map((old, i) => (i === key ? inner : old));
  return { ...Object(value), [key]: inner };
}
