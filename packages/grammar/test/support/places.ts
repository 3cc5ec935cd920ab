/** A naive reader of rule paths, written from the documentation. */

/** A place in a body. */
export interface Place {
  readonly at: readonly (string | number)[];
  readonly value: unknown;
}

/** Finds every place that a path reaches. */
export function findPlaces(path: readonly string[], body: unknown): Place[] {
  let places: Place[] = [{ at: [], value: body }];
  for (const step of path) {
    if (step === '**') places = places.flatMap(nested);
    else if (step === '[]') places = places.flatMap(elements);
    else places = places.flatMap((place) => member(place, step));
  }
  return places;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isThere = ({ value }: Place): boolean => value !== undefined && value !== null;

function member({ at, value }: Place, name: string): Place[] {
  return isObject(value) ? [{ at: [...at, name], value: value[name] }].filter(isThere) : [];
}

function elements({ at, value }: Place): Place[] {
  return Array.isArray(value)
    ? value.map((item, i) => ({ at: [...at, i], value: item })).filter(isThere)
    : [];
}

function nested(place: Place): Place[] {
  const inside = ['content', 'source']
    .flatMap((name) => member(place, name))
    .flatMap((one) => (Array.isArray(one.value) ? elements(one) : one))
    .filter(({ value }) => isObject(value));
  return [place, ...inside.flatMap(nested)];
}
