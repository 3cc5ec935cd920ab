/** Structures → the text of a TypeScript file. One source file from one structure: adding nodes one by one is quadratic. */
import {
  IndentationText,
  Project,
  QuoteKind,
  type SourceFileStructure,
  StructureKind,
} from 'ts-morph';

const HEADER =
  '// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.\n';

const project = new Project({
  useInMemoryFileSystem: true,
  skipLoadingLibFiles: true,
  manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single },
});

/** Prints one file. */
export function printTypeScript(structure: Omit<SourceFileStructure, 'kind'>): string {
  const file = project.createSourceFile(
    'generated.ts',
    { ...structure, kind: StructureKind.SourceFile },
    { overwrite: true },
  );
  return HEADER + file.getFullText();
}

/** An expression among the values of a literal. */
export class Code {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A JSON value as a TypeScript literal, broken over lines where it is wider than `width`. */
export function literal(value: unknown, indent = 0, width = 140): string {
  if (typeof value === 'string') return quote(value);
  if (value instanceof Code) return value.text;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Array.isArray(value)
    ? value.map((item) => literal(item, indent + 1, width))
    : Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => `${propertyName(key)}: ${literal(inner, indent + 1, width)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return open + close;
  const pad = Array.isArray(value) ? '' : ' ';
  const line = `${open}${pad}${entries.join(', ')}${pad}${close}`;
  if (!line.includes('\n') && line.length + indent * 2 <= width) return line;
  const inner = '  '.repeat(indent + 1);
  return `${open}\n${entries.map((entry) => `${inner}${entry},\n`).join('')}${'  '.repeat(indent)}${close}`;
}

/** A string in single quotes. */
export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A union of string literals; `never` for none. Broken over lines when it is long. */
export function union(members: readonly string[]): string {
  if (members.length === 0) return 'never';
  const line = members.map(quote).join(' | ');
  return line.length <= 100 ? line : members.map((member) => `\n  | ${quote(member)}`).join('');
}

/** Text for a JSDoc comment: nothing in it may end the comment. */
export function docText(text: string): string {
  return text.replaceAll('*/', '*\\/').trim();
}

/** `mcp-client`, `mcp_servers` → `mcpClient`, `mcpServers`. */
export function camelCase(name: string): string {
  return name.replace(/[-_.]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function propertyName(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}
