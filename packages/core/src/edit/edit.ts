/**
 * Changes to a JSON document, named by place, so that a value and its text can be changed alike.
 */

/** The keys and indexes that lead to a place. */
export type JsonPath = readonly (string | number)[];

/**
 * One change: takes a place out, or puts a value there. Places are those of the document before any
 * change, so the order of several changes does not matter. A change to a place that does not exist
 * does nothing, except that `set` adds a key.
 */
export type JsonEdit =
  | { readonly at: JsonPath; readonly remove: true }
  | { readonly at: JsonPath; readonly set: unknown };

/** Edits as a tree, so that a document is gone through once for all of them. */
export interface EditNode {
  remove: boolean;
  set: { readonly value: unknown } | undefined;
  readonly children: Map<string, EditNode>;
}

/** Builds the tree of a list of edits. */
export function toEditTree(edits: readonly JsonEdit[]): EditNode {
  const root = newNode();
  for (const edit of edits) {
    let node = root;
    for (const key of edit.at) {
      const name = String(key);
      let next = node.children.get(name);
      if (!next) {
        next = newNode();
        node.children.set(name, next);
      }
      node = next;
    }
    if ('set' in edit) node.set = { value: edit.set };
    else node.remove = true;
  }
  return root;
}

/** Tests if an edit inside of a place puts something there, so that the place has to exist. */
export function setsSomething(node: EditNode): boolean {
  return node.set !== undefined || [...node.children.values()].some(setsSomething);
}

function newNode(): EditNode {
  return { remove: false, set: undefined, children: new Map() };
}
