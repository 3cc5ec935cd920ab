/** Follows rule paths, such as `messages[].content[].**.type`, in a parsed JSON body. */

/** One place in a body that a path reaches. */
export interface Hit {
  readonly value: unknown;
  /** The place that holds it; `undefined` for the body itself. */
  readonly parent: Hit | undefined;
  /** Its name or index there; the empty string for the body itself. */
  readonly name: string | number;
  /** The number of names and indexes that lead there. */
  readonly depth: number;
  /**
   * The object that holds the last name of the path, for an element of a list the object that
   * holds the list; `undefined` for the body itself.
   */
  readonly holder: unknown;
  /**
   * The names and indexes. Computed on first access, because a list for each place of a deeply
   * nested body would exhaust the memory.
   */
  readonly path: readonly (string | number)[];
}

/** Finds every place that `at` reaches in `body`, in the order of the document. */
export function walk(body: unknown, at: string): Hit[] {
  let reached: Hit[] = [
    { path: [], depth: 0, value: body, parent: undefined, name: '', holder: undefined },
  ];
  for (const segment of at.split('.')) {
    if (segment === '**') reached = reached.flatMap(collectNested);
    else if (segment.endsWith('[]'))
      reached = reached
        .flatMap((hit) => readMember(hit, segment.slice(0, -2)))
        .flatMap(readElements);
    else reached = reached.flatMap((hit) => readMember(hit, segment));
  }
  return reached;
}

class Below implements Hit {
  readonly value: unknown;
  readonly depth: number;
  readonly parent: Hit;
  readonly name: string | number;

  constructor(parent: Hit, name: string | number, value: unknown) {
    this.parent = parent;
    this.name = name;
    this.value = value;
    this.depth = parent.depth + 1;
  }

  get holder(): unknown {
    return typeof this.name === 'number' ? this.parent.holder : this.parent.value;
  }

  get path(): readonly (string | number)[] {
    const names: (string | number)[] = [];
    let hit: Hit = this;
    for (; hit instanceof Below; hit = hit.parent) names.push(hit.name);
    return names.reverse();
  }
}

function readMember(hit: Hit, name: string): Hit[] {
  return isObject(hit.value) && Object.hasOwn(hit.value, name)
    ? [new Below(hit, name, hit.value[name])]
    : [];
}

function readElements(hit: Hit): Hit[] {
  return Array.isArray(hit.value) ? hit.value.map((element, i) => new Below(hit, i, element)) : [];
}

/** Finds the value itself and everything that is nested in it through `content` and `source`. */
function collectNested(start: Hit): Hit[] {
  const found: Hit[] = [];
  const open = [start];
  // Uses a list instead of recursion, because a body may be nested deeper than the stack.
  for (let hit = open.pop(); hit; hit = open.pop()) {
    found.push(hit);
    const inner = Array.isArray(hit.value)
      ? readElements(hit)
      : [...readMember(hit, 'content'), ...readMember(hit, 'source')];
    for (const next of inner.reverse()) open.push(next);
  }
  return found;
}

type Scalar = string | number | boolean;

/** The test of a condition. Without a test, any value except null passes. */
export interface Test {
  readonly is?: Scalar | undefined;
  readonly in?: readonly Scalar[] | undefined;
  readonly nonEmpty?: true | undefined;
  readonly above?: number | undefined;
  /** Siblings of the value, each with exactly this value. */
  readonly where?: Readonly<Record<string, Scalar>> | undefined;
}

/** Tests a place; null and undefined never pass. */
export function passes({ value, holder }: Pick<Hit, 'value' | 'holder'>, test: Test): boolean {
  return passesValue(value, test) && hasSiblings(holder, test.where ?? {});
}

function passesValue(value: unknown, test: Test): boolean {
  if (value === undefined || value === null) return false;
  if (test.is !== undefined) return value === test.is;
  if (test.in !== undefined) return (test.in as readonly unknown[]).includes(value);
  if (test.above !== undefined) return typeof value === 'number' && value > test.above;
  if (!test.nonEmpty) return true;
  if (typeof value === 'string' || Array.isArray(value)) return value.length > 0;
  return isObject(value) && Object.keys(value).length > 0;
}

function hasSiblings(holder: unknown, where: Readonly<Record<string, Scalar>>): boolean {
  return Object.entries(where).every(
    ([name, wanted]) => isObject(holder) && Object.hasOwn(holder, name) && holder[name] === wanted,
  );
}

/** Tests if a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
