/** Edits of a JSON document, by place, that apply to a value and to its text alike. */

/** The keys and indexes that lead to a place. */
export type JsonPath = readonly (string | number)[];

/**
 * One edit: removes a place, or sets its value. Places are those of the document before any edit,
 * so the order of several edits does not matter. An edit of a place that does not exist has no
 * effect, except that `set` adds a key.
 */
export type JsonEdit =
  | { readonly at: JsonPath; readonly remove: true }
  | { readonly at: JsonPath; readonly set: unknown };

/** A tree of edits, so that a document is traversed once for all of them. */
export interface EditNode {
  remove: boolean;
  set: { readonly value: unknown } | undefined;
  readonly children: Map<string, EditNode>;
}

/** Builds a tree from a list of edits. */
export function toEditTree(edits: readonly JsonEdit[]): EditNode {
  const root = createNode();
  for (const edit of edits) {
    let node = root;
    for (const key of edit.at) {
      const name = String(key);
      let next = node.children.get(name);
      if (!next) {
        next = createNode();
        node.children.set(name, next);
      }
      node = next;
    }
    if ('set' in edit) node.set = { value: edit.set };
    else node.remove = true;
  }
  return root;
}

/** Tests if an edit at or below a place sets a value, so that the place has to exist. */
export function setsSomething(node: EditNode): boolean {
  return node.set !== undefined || [...node.children.values()].some(setsSomething);
}

function createNode(): EditNode {
  return { remove: false, set: undefined, children: new Map() };
}
