/** Tools and messages: what else has to go when some of them do, so that the request stays valid. */
import type { Path } from '../collect/walk.ts';
import { isObject } from '../request/json.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A block of a message. */
interface Block {
  readonly message: number;
  readonly index: number;
  readonly fields: Fields;
}

/** What is taken out of the tools and messages of a request, each with the subject that it is done for. */
export class Conversation {
  readonly #tools: readonly unknown[];
  readonly #messages: readonly unknown[];
  /** By message and index. */
  readonly #blocks = new Map<string, Block>();
  /** By the id of the call: the block that calls, the blocks that answer, and those that were called from inside of it. */
  readonly #byCall = new Map<unknown, Block[]>();
  readonly #removedTools = new Map<number, string>();
  readonly #removedMessages = new Map<number, string>();
  readonly #removedBlocks = new Map<Block, string>();
  readonly #removedInside: { readonly at: Path; readonly cause: string }[] = [];

  constructor(params: Fields) {
    this.#tools = Array.isArray(params.tools) ? params.tools : [];
    this.#messages = Array.isArray(params.messages) ? params.messages : [];
    for (const [message, value] of this.#messages.entries()) {
      const content = isObject(value) ? value.content : undefined;
      if (!Array.isArray(content)) continue;
      for (const [index, fields] of content.entries())
        if (isObject(fields)) this.#addBlock({ message, index, fields });
    }
  }

  #addBlock(block: Block): void {
    this.#blocks.set(keyOf(block.message, block.index), block);
    for (const call of [callOf(block.fields), callerOf(block.fields)]) {
      if (call === undefined) continue;
      const known = this.#byCall.get(call);
      if (known) known.push(block);
      else this.#byCall.set(call, [block]);
    }
  }

  /** Takes out a tool, a message, a block or something inside of a block; false for any other place. */
  remove(at: Path, cause: string): boolean {
    const [list, index, content, block] = at;
    if (typeof index !== 'number') return false;
    if (list === 'tools' && at.length === 2) this.#removedTools.set(index, cause);
    else if (list === 'messages' && at.length === 2) this.#removedMessages.set(index, cause);
    else if (list === 'messages' && content === 'content' && at.length === 4) {
      const found = this.#blocks.get(keyOf(index, block));
      if (!found) return false;
      this.#removedBlocks.set(found, cause);
    } else return false;
    return true;
  }

  /** Takes out what has lost its meaning: calls of tools that are gone, one half of a pair, messages without content. */
  complete(): void {
    const gone = this.#goneTools();
    for (const block of this.#blocks.values()) {
      const tool = toolOf(block.fields);
      const cause = tool === undefined ? undefined : gone.get(tool);
      if (cause !== undefined) this.#removeBlock(block, cause);
      this.#removeReferences(block, gone);
    }
    this.#completePairs();
    this.#completeMessages();
  }

  #removeBlock(block: Block, cause: string): void {
    if (!this.#removedBlocks.has(block)) this.#removedBlocks.set(block, cause);
  }

  /** The names of tools that were taken out and that no other tool has. */
  #goneTools(): Map<string, string> {
    const gone = new Map<string, string>();
    for (const [index, cause] of this.#removedTools) {
      const name = nameOf(this.#tools[index]);
      if (name !== undefined) gone.set(name, cause);
    }
    for (const [{ fields }, cause] of this.#removedBlocks) {
      const tool = isObject(fields.tool) ? fields.tool : {};
      const name = nameOf(tool.definition);
      if (fields.type === 'tool_addition' && name !== undefined) gone.set(name, cause);
    }
    for (const [index, tool] of this.#tools.entries()) {
      const name = nameOf(tool);
      if (name !== undefined && !this.#removedTools.has(index)) gone.delete(name);
    }
    return gone;
  }

  /** Results of a tool search name the tools that they found. */
  #removeReferences({ message, index, fields }: Block, gone: ReadonlyMap<string, string>): void {
    if (gone.size === 0) return;
    const start: Path = ['messages', message, 'content', index, 'content'];
    const content = isObject(fields.content) ? fields.content.tool_references : fields.content;
    const at = isObject(fields.content) ? [...start, 'tool_references'] : start;
    if (!Array.isArray(content)) return;
    for (const [i, item] of content.entries()) {
      const name = isObject(item) && item.type === 'tool_reference' ? item.tool_name : undefined;
      const cause = gone.get(String(name));
      if (cause !== undefined) this.#removedInside.push({ at: [...at, i], cause });
    }
  }

  /** A call and its answer go together, and what was called from inside of a call goes with it. */
  #completePairs(): void {
    const open = [...this.#removedBlocks];
    for (const [block, cause] of open) {
      const call = callOf(block.fields);
      for (const other of (call === undefined ? undefined : this.#byCall.get(call)) ?? []) {
        if (this.#removedBlocks.has(other)) continue;
        this.#removedBlocks.set(other, cause);
        open.push([other, cause]);
      }
    }
  }

  /** A message without content, or with nothing but thoughts about what is gone, goes. */
  #completeMessages(): void {
    const removed = new Map<number, string>();
    for (const [{ message }, cause] of this.#removedBlocks) removed.set(message, cause);
    const left = new Set<number>();
    for (const block of this.#blocks.values())
      if (!this.#removedBlocks.has(block) && !isThought(block.fields)) left.add(block.message);
    for (const [message, cause] of removed)
      if (!left.has(message) && !this.#removedMessages.has(message))
        this.#removedMessages.set(message, cause);
  }

  /** Tests if what is left is a conversation: it begins and ends as it did, with a message of the user. */
  isValid(): boolean {
    const left = this.#messages.filter((_, i) => !this.#removedMessages.has(i));
    if (this.#messages.length === 0 || left.length === this.#messages.length) return true;
    const isUser = (message: unknown): boolean => isObject(message) && message.role === 'user';
    const stays = (before: unknown, after: unknown): boolean => !isUser(before) || isUser(after);
    return (
      left.length > 0 &&
      stays(this.#messages[0], left[0]) &&
      stays(this.#messages.at(-1), left.at(-1))
    );
  }

  /** Why `tool_choice` cannot stay: it names a tool that is gone, or there are none left. */
  choiceCause(choice: unknown): string | undefined {
    const [first] = this.#removedTools.values();
    if (first === undefined || !isObject(choice)) return undefined;
    if (this.#removedTools.size === this.#tools.length) return first;
    return choice.type === 'tool' ? this.#goneTools().get(String(choice.name)) : undefined;
  }

  /** Every place that was taken out, and why. What is in something that is taken out is not listed. */
  *removals(): Iterable<{ readonly at: Path; readonly cause: string }> {
    for (const [index, cause] of this.#removedTools) yield { at: ['tools', index], cause };
    for (const [index, cause] of this.#removedMessages) yield { at: ['messages', index], cause };
    for (const [{ message, index }, cause] of this.#removedBlocks)
      if (!this.#removedMessages.has(message))
        yield { at: ['messages', message, 'content', index], cause };
    for (const removal of this.#removedInside) if (!this.isGone(removal.at)) yield removal;
  }

  /** Tests if a place is in something that was taken out. */
  isGone(at: Path): boolean {
    const [list, index, , block] = at;
    if (list === 'tools') return this.#removedTools.has(index as number);
    if (list !== 'messages') return false;
    if (this.#removedMessages.has(index as number)) return true;
    const found = this.#blocks.get(keyOf(index as number, block));
    return found !== undefined && this.#removedBlocks.has(found);
  }
}

const keyOf = (message: number, index: unknown): string => `${message} ${String(index)}`;

/** The name by which history and `tool_choice` refer to a tool. */
function nameOf(tool: unknown): string | undefined {
  if (!isObject(tool)) return undefined;
  const name = tool.name ?? tool.mcp_server_name;
  return typeof name === 'string' ? name : undefined;
}

/** The id that joins a call to its answer. */
function callOf({ type, id, tool_use_id: answered }: Fields): unknown {
  if (typeof type !== 'string') return undefined;
  if (type.endsWith('tool_use')) return id;
  return type.endsWith('tool_result') ? answered : undefined;
}

/** The id of the call from inside of which a tool was called. */
function callerOf({ caller }: Fields): unknown {
  return isObject(caller) ? caller.tool_id : undefined;
}

/** The tool that a block calls. The container's own commands belong to the tool that has the container. */
function toolOf({ type, name, server_name: server }: Fields): string | undefined {
  if (type === 'mcp_tool_use') return typeof server === 'string' ? server : undefined;
  if (typeof name !== 'string') return undefined;
  if (type === 'server_tool_use' && name.endsWith('_code_execution')) return 'code_execution';
  return type === 'tool_use' || type === 'server_tool_use' ? name : undefined;
}

const isThought = ({ type }: Fields): boolean =>
  type === 'thinking' || type === 'redacted_thinking';
