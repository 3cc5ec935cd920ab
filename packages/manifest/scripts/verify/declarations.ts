/**
 * Parses the subset of TypeScript that generated type declarations use: interfaces, aliases,
 * unions, lists, maps, literals.
 */

export type Type =
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'map'; readonly of: Type }
  | { readonly kind: 'union'; readonly arms: readonly Type[] }
  | { readonly kind: 'object'; readonly props: ReadonlyMap<string, Type>; readonly name?: string }
  | { readonly kind: 'name'; readonly name: string };

export interface Declarations {
  readonly types: ReadonlyMap<string, Type>;
  /** The base interfaces of each interface. */
  readonly bases: ReadonlyMap<string, readonly string[]>;
}

/** Reads the exported types of a file. A name in a namespace becomes `Outer.Inner`. */
export function readDeclarations(text: string): Declarations {
  const types = new Map<string, Type>();
  const bases = new Map<string, readonly string[]>();
  const tokens = tokenize(text);
  const scope: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] === '}' && scope.length > 0) scope.pop();
    if (
      tokens[i] !== 'export' ||
      !['interface', 'type', 'namespace'].includes(tokens[i + 1] ?? '')
    ) {
      // Classes and functions are skipped. `export declare namespace` only repeats other types.
      if (tokens[i] === '{') i = findClosingBrace(tokens, i);
      continue;
    }
    const name = [...scope, tokens[i + 2]].join('.');
    if (tokens[i + 1] === 'namespace') {
      scope.push(tokens[i + 2] as string);
      i += 3;
    } else if (tokens[i + 1] === 'interface') {
      const open = tokens.indexOf('{', i);
      const end = findClosingBrace(tokens, open);
      bases.set(
        name,
        tokens.slice(i + 3, open).filter((token) => /^\w/.test(token) && token !== 'extends'),
      );
      types.set(name, { ...new Reader(tokens, open, scope).object(), name });
      i = end;
    } else if (tokens[i + 3] === '=') {
      // This parser cannot read hand-written helper types of the client. The types of params are
      // generated.
      try {
        types.set(name, new Reader(tokens, i + 4, scope).type());
      } catch (error) {
        types.set(name, { kind: 'name', name: `${name}: ${(error as Error).message}` });
      }
    }
  }
  return { types, bases };
}

const STRING = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"/;
const NAME = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/;
const TOKEN = new RegExp(`${STRING.source}|${NAME.source}|\\d+|=>|[^\\s]`, 'g');

function tokenize(text: string): string[] {
  const plain = text.replaceAll(/\/\*[\s\S]*?\*\//g, ' ').replaceAll(/^\s*\/\/.*$/gm, ' ');
  return plain.match(TOKEN) ?? [];
}

/** Finds the brace that closes the one at `open`. */
function findClosingBrace(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i] === '{') depth++;
    else if (tokens[i] === '}' && --depth === 0) return i;
  }
  return tokens.length;
}

class Reader {
  at: number;
  readonly tokens: readonly string[];
  readonly scope: readonly string[];

  constructor(tokens: readonly string[], at: number, scope: readonly string[]) {
    this.tokens = tokens;
    this.at = at;
    this.scope = [...scope];
  }

  type(): Type {
    const arms: Type[] = [];
    do {
      if (this.peek() === '|' || this.peek() === '&') this.at++;
      arms.push(this.suffixed());
    } while (this.peek() === '|' || this.peek() === '&');
    return arms.length === 1 ? (arms[0] as Type) : { kind: 'union', arms };
  }

  object(): Extract<Type, { kind: 'object' | 'map' }> & { kind: 'object' } {
    const props = new Map<string, Type>();
    this.expect('{');
    while (this.peek() !== '}') {
      if (this.peek() === 'readonly') this.at++;
      const key = this.next();
      if (key === '[') {
        // { [key: string]: V }
        while (this.next() !== ']');
        this.expect(':');
        props.set('[]', this.type());
      } else {
        if (this.peek() === '?') this.at++;
        this.expect(':');
        props.set(key.replaceAll(/^['"]|['"]$/g, ''), this.type());
      }
      if (this.peek() === ';' || this.peek() === ',') this.at++;
    }
    this.expect('}');
    return { kind: 'object', props };
  }

  private suffixed(): Type {
    let type = this.simple();
    while (this.peek() === '[') {
      this.at++;
      if (this.peek() === ']') type = { kind: 'list', of: type };
      else
        type = { kind: 'name', name: `${type.kind === 'name' ? type.name : ''}[${this.next()}]` };
      this.expect(']');
    }
    return type;
  }

  private simple(): Type {
    const token = this.peek();
    if (token === '{') {
      const object = this.object();
      const values = object.props.get('[]');
      return values ? { kind: 'map', of: values } : object;
    }
    this.at++;
    if (token === 'readonly' || token === 'keyof' || token === 'typeof') return this.suffixed();
    if (token === '(') {
      const inner = this.type();
      this.expect(')');
      return inner;
    }
    if (/^['"]/.test(token)) return { kind: 'literal', value: token.slice(1, -1) };
    if (this.peek() !== '<') return { kind: 'name', name: token };
    this.at++;
    const inner = this.type();
    while (this.peek() === ',') {
      this.at++;
      this.type();
    }
    this.expect('>');
    return token === 'Array' || token === 'ReadonlyArray'
      ? { kind: 'list', of: inner }
      : { kind: 'name', name: token };
  }

  private peek(): string {
    return this.tokens[this.at] ?? '';
  }

  private next(): string {
    return this.tokens[this.at++] ?? '';
  }

  private expect(token: string): void {
    const found = this.next();
    if (found !== token)
      throw new Error(
        `expected ${token}, found ${found} in: ` +
          this.tokens.slice(this.at - 8, this.at + 4).join(' '),
      );
  }
}
