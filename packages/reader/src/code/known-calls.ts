/** Calls that make a map or a list, or change the form of a value and not the value. */
import type { Entry, Node } from '../literals/literal-node.ts';

type Call = Node & { readonly kind: 'call' };

/** Calls that return their argument in another form. */
const TRANSPARENT =
  /^(?:JSON\.(?:stringify|generate|dump)|(?:json|orjson|ujson)\.(?:dumps|encode)|dumps|json_encode|jsonEncode|dict|Headers|bytes|str|String|Buffer\.from|UTF8\.GetBytes|(?:System\.Text\.)?Encoding\.UTF8\.GetBytes|\[[\w.]+\]::UTF8\.GetBytes|encode|(?:new)?TextEncoder\(\)\.encode|URL|URI|Uri|URI\.(?:create|parse)|Uri\.parse|url\.Parse|Object\.freeze|deepcopy|json\.Marshal|json\.MarshalIndent|bytes\.NewBuffer|bytes\.NewBufferString|bytes\.NewReader|strings\.NewReader|io\.NopCloser|Json?Serializer\.Serialize|JsonSerializer\.SerializeToUtf8Bytes|JsonConvert\.SerializeObject|MemoryStream|StringContent|JsonContent\.Create|ByteArrayContent|(?:HttpRequest\.)?BodyPublishers\.of(?:String|ByteArray)|StringEntity|JSONObject|(?:\w+\.)?writeValueAs(?:String|Bytes)|(?:\w+\.)?toJson(?:String)?|(?:new )?Gson\(\)\.toJson|SdkBytes\.from(?:Utf8String|ByteArray)|serde_json\.to_(?:string|vec|value)|HashMap|LinkedHashMap|ArrayList|aws\.(?:String|Int32|Float32|Bool)|HeaderValue\.from_static)$/;
const MAP = /^(?:Map\.of|ImmutableMap\.of)$/;
const PAIRS = /^(?:(?:mutable|hash|linked|sorted)?[mM]apOf|Map\.ofEntries|dict|hash)$/;
const LIST =
  /^(?:(?:List|Set|ImmutableList|ImmutableSet|Arrays)\.(?:of|asList)|(?:mutable)?[lL]istOf|arrayListOf|setOf|arrayOf|Collections\.singletonList|Lists\.newArrayList)$/;
const PUT = /^(?:put|add|set|accumulate)$/;

/** Returns the value that a call makes; `undefined` if it is not known. */
export function readKnownCall(node: Call): Node | undefined {
  const { start, end, name, args, named, chain = [] } = node;
  if (chain.length > 0) return readPuts(node);
  if (PAIRS.test(name) && (named.length > 0 || args.length === 0 || name === 'Map.ofEntries'))
    return { kind: 'object', start, end, entries: [...named, ...args.flatMap(readEntry)] };
  if (MAP.test(name)) return readAlternating(node);
  if (LIST.test(name)) return { kind: 'list', start, end, items: args };
  if (!TRANSPARENT.test(name)) return undefined;
  if (args[0]) return args[0];
  return /^(?:dict|Headers)$/.test(name)
    ? { kind: 'object', start, end, entries: named }
    : undefined;
}

/** Reads `Map.of("a", 1, "b", 2)`. */
function readAlternating({ start, end, args }: Call): Node | undefined {
  const entries: Entry[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [key, value] = args.slice(i, i + 2);
    if (key?.kind !== 'text' || !value) return undefined;
    entries.push({ key: key.piece.text, start: key.start, value });
  }
  return { kind: 'object', start, end, entries };
}

/** Reads `Map.entry("a", 1)`; anything else makes the map open. */
function readEntry(node: Node): Entry[] {
  const [key, value] = node.kind === 'call' && /entry$/.test(node.name) ? node.args : [];
  return key?.kind === 'text' && value
    ? [{ key: key.piece.text, start: key.start, value }]
    : [{ key: undefined, start: node.start, value: node }];
}

/** Reads `new JSONObject().put("a", 1).put("b", 2)`, and lists that are made in this way. */
function readPuts({ start, end, name, chain = [] }: Call): Node | undefined {
  if (!/^(?:org\.json\.)?(?:JSON(?:Object|Array)|JsonObject|JsonArray|JObject|JArray)$/.test(name))
    return undefined;
  const isList = /Array$/.test(name);
  const entries: Entry[] = [];
  for (const { name: method, args, start: at } of chain) {
    const [key, value] = args;
    if (!PUT.test(method)) return undefined;
    if (isList && key) entries.push({ key: '', start: at, value: key });
    else if (key?.kind === 'text' && value)
      entries.push({ key: key.piece.text, start: key.start, value });
    else return undefined;
  }
  return isList
    ? { kind: 'list', start, end, items: entries.map(({ value }) => value) }
    : { kind: 'object', start, end, entries };
}
