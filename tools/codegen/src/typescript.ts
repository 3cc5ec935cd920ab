/**
 * Prints TypeScript files with lines of at most 100 columns where strings allow it.
 * A file is created from one structure, because adding nodes one by one takes quadratic time.
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

/** The maximum length of a line. */
const WIDTH = 100;

const project = new Project({
  useInMemoryFileSystem: true,
  skipLoadingLibFiles: true,
  manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single },
});

/** Marks in a doc comment what comes from an overlay. */
export const OVERLAY_ORIGIN = 'From an overlay, not from the published manifest.';

/** Prints a file, with a blank line before each documented statement. */
export function printTypeScript(structure: Omit<SourceFileStructure, 'kind'>): string {
  const file = project.createSourceFile(
    'generated.ts',
    { ...structure, kind: StructureKind.SourceFile },
    { overwrite: true },
  );
  return HEADER + file.getFullText().replaceAll(/(?<!\n)\n(?=\/\*\*)/g, '\n\n');
}

/** A call among the values of a literal, with one object as its argument or with none. */
export class Call {
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  constructor(name: string, fields: Readonly<Record<string, unknown>>) {
    this.name = name;
    this.fields = fields;
  }
}

/** The position of a literal: its indent, the maximum width, and the text before it on its line. */
export interface Place {
  readonly indent?: number;
  readonly width?: number;
  readonly before?: number;
}

/** Prints a JSON value as a TypeScript literal, on several lines if it is too wide for one. */
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
  // A comma or a semicolon follows.
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

/** Prints a string in single quotes. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Prints a union of string literals, or `never`. If it is too wide, each member gets a line. */
export function printUnion(members: readonly string[], place: Place = {}): string {
  if (members.length === 0) return 'never';
  const { indent = 0, width = WIDTH, before = 0 } = place;
  const line = members.map(quote).join(' | ');
  if (before + line.length < width) return line;
  const margin = '  '.repeat(indent + 1);
  return members.map((member) => `\n${margin}| ${quote(member)}`).join('');
}

/** Prints names to import or export, in braces. */
export function printNames(names: readonly string[], rest: string): string {
  const line = `{ ${names.join(', ')} }${rest}`;
  if (line.length <= WIDTH - 'export '.length) return line;
  return `{\n${names.map((name) => `  ${name},\n`).join('')}}${rest}`;
}

/** Escapes text for a JSDoc comment, so that it cannot end the comment. */
export function escapeDoc(text: string): string {
  return text.replaceAll('*/', '*\\/').trim();
}

/**
 * Wraps prose for a JSDoc comment. Words that start with `@` become code, because they would be
 * read as tags. Existing code is not broken over lines.
 */
export function wrapDoc(text: string, indent = 0): string {
  const parts = escapeDoc(text).split(/(`[^`]*`)/);
  const safe = parts
    .map((part, i) => (i % 2 === 0 ? part.replaceAll(/(^|[\s{(])(@[\w./-]*\w)/g, '$1`$2`') : part))
    .join('');
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

/** Formats lines as a JSDoc comment, on one line if possible. */
export function formatDoc(lines: string): string {
  if (!lines.includes('\n') && lines.length <= WIDTH - '/**  */'.length) return `/** ${lines} */`;
  const body = lines.split('\n').map((line) => ` * ${line}`.trimEnd());
  return ['/**', ...body, ' */'].join('\n');
}

/** Converts `mcp-client` and `mcp_servers` to `mcpClient` and `mcpServers`. */
export function toCamelCase(name: string): string {
  return name.replace(/[-_.]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Prints the key of a property, in quotes if it needs them. */
export function printKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}
