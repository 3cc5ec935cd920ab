/**
 * Structures → the text of a TypeScript file, in at most 100 columns where strings allow it.
 * One source file from one structure: adding nodes one by one is quadratic.
 */
import {
  IndentationText,
  Project,
  QuoteKind,
  type SourceFileStructure,
  StructureKind,
} from 'ts-morph';

const HEADER = `// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run \`npm run generate\`.
`;

/** How many columns a line may have. */
const WIDTH = 100;

const project = new Project({
  useInMemoryFileSystem: true,
  skipLoadingLibFiles: true,
  manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single },
});

/** Marks in a doc comment what comes from an overlay. */
export const OVERLAY_ORIGIN = 'From an overlay, not from the published manifest.';

/** Prints one file. */
export function printTypeScript(structure: Omit<SourceFileStructure, 'kind'>): string {
  const file = project.createSourceFile(
    'generated.ts',
    { ...structure, kind: StructureKind.SourceFile },
    { overwrite: true },
  );
  return HEADER + file.getFullText();
}

/** A call with one object among the values of a literal; without fields, of nothing. */
export class Call {
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  constructor(name: string, fields: Readonly<Record<string, unknown>>) {
    this.name = name;
    this.fields = fields;
  }
}

/**
 * Where a literal is printed: how far in, how wide a line may be, what is before it on its line.
 */
export interface Place {
  readonly indent?: number;
  readonly width?: number;
  readonly before?: number;
}

/** A JSON value as a TypeScript literal, broken over lines where it is wider than allowed. */
export function printLiteral(value: unknown, place: Place = {}): string {
  const { indent = 0, width = WIDTH, before = 0 } = place;
  if (typeof value === 'string') return quote(value);
  if (value instanceof Call) {
    if (Object.keys(value.fields).length === 0) return `${value.name}()`;
    const inside = { indent, width: width - 1, before: before + value.name.length + 1 };
    return `${value.name}(${printLiteral(value.fields, inside)})`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = printEntries(value, { indent: indent + 1, width });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return open + close;
  const pad = Array.isArray(value) ? '' : ' ';
  const line = `${open}${pad}${entries.join(', ')}${pad}${close}`;
  // One column more for what follows, a comma or a semicolon.
  if (!line.includes('\n') && indent * 2 + before + line.length < width) return line;
  const inner = '  '.repeat(indent + 1);
  const lines = entries.map((entry) => `${inner}${entry},\n`).join('');
  return `${open}\n${lines}${'  '.repeat(indent)}${close}`;
}

function printEntries(value: object, place: Place): string[] {
  if (Array.isArray(value)) return value.map((item) => printLiteral(item, place));
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => {
      const name = `${printKey(key)}: `;
      return name + printLiteral(inner, { ...place, before: name.length });
    });
}

/** A string in single quotes. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A union of string literals; `never` for none. A line a member where it is too long for one. */
export function printUnion(members: readonly string[], before = 0): string {
  if (members.length === 0) return 'never';
  const line = members.map(quote).join(' | ');
  if (before + line.length < WIDTH) return line;
  return members.map((member) => `\n  | ${quote(member)}`).join('');
}

/** Names to import or export, in braces. */
export function printNames(names: readonly string[], rest: string): string {
  const line = `{ ${names.join(', ')} }${rest}`;
  if (line.length <= WIDTH - 'export '.length) return line;
  return `{\n${names.map((name) => `  ${name},\n`).join('')}}${rest}`;
}

/** Text for a JSDoc comment: nothing in it may end the comment. */
export function escapeDoc(text: string): string {
  return text.replaceAll('*/', '*\\/').trim();
}

/**
 * Prose for a JSDoc comment, broken into lines. A word that begins with `@` would be read as a tag,
 * so it becomes code; what is code already is not broken.
 */
export function wrapDoc(text: string, indent = 0): string {
  const safe = escapeDoc(text).replaceAll(/(^|\s)(@[\w./-]*\w)/g, '$1`$2`');
  const width = WIDTH - indent - ' * '.length;
  const lines: string[] = [''];
  for (const word of safe.match(/(?:`[^`]*`|\S)+/g) ?? []) {
    const line = lines.at(-1) as string;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** Lines as a JSDoc comment; a single one stays on its line where it fits. */
export function formatDoc(lines: string): string {
  if (!lines.includes('\n') && lines.length <= WIDTH - '/**  */'.length) return `/** ${lines} */`;
  const body = lines.split('\n').map((line) => ` * ${line}`.trimEnd());
  return ['/**', ...body, ' */'].join('\n');
}

/** `mcp-client`, `mcp_servers` → `mcpClient`, `mcpServers`. */
export function toCamelCase(name: string): string {
  return name.replace(/[-_.]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function printKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}
