/** Guesses the language of code, which decides on the forms of texts, maps and names. */

/** A language whose literals differ from those of JavaScript and Python. */
export type OtherLanguage = 'go' | 'csharp' | 'java' | 'kotlin' | 'ruby' | 'php' | 'rust' | 'swift';

/** `code` is JavaScript, Python and anything that no other dialect fits. */
export type Dialect = 'code' | 'powershell' | OtherLanguage;

/** The part of a text from which its language is guessed. */
const MAX_HEAD = 100_000;

/** Marks of JavaScript and Python that no other language has. */
const PLAIN =
  /^[ \t]{0,40}(?:from [\w.]{1,100} import |import [\w{*][^;\n]{0,200} from ["']|import (?:requests|httpx|json|os|anthropic|boto3)\b|(?:export )?(?:const|let) [\w${[][^\n]{0,200}(?:require\(|await |new [A-Z]))|\basync def |\bawait fetch\(/m;

/** Marks of the other languages. The first that matches decides. */
const MARKS: readonly (readonly [OtherLanguage, RegExp])[] = [
  [
    'php',
    /<\?php|\$[a-z_]\w{0,60}\s{0,4}(?:->|= \[|= new )|\bcurl_(?:init|setopt)\w{0,10}\(|\bjson_encode\(|\barray\(\s{0,20}['"]/i,
  ],
  [
    'go',
    /\bmap\[string\]|\[\]byte\(|^package \w+\s*$|\bhttp\.(?:NewRequest\w{0,20}|Post|Method\w+)\b|\bhttp\.Header\b|\banthropic\.(?:New|Beta|Message|Model|F\()|\boption\.With[A-Z]|\bcontext\.(?:TODO|Background)\(|^func [\w(]/m,
  ],
  [
    'rust',
    /\bjson!\s?[({[]|\br#+"|::builder\(|\breqwest::|^use \w+(?:::\w+)+|\blet mut \w|\bHeaderMap::|\bHeaderValue::|\.await\?|\bfn \w+\(/m,
  ],
  [
    'swift',
    /\bURLRequest\(|forHTTPHeaderField|\bJSONSerialization\b|\bURL\(string:|\bAF\.request\(|\bas \[String: Any\]|^import Foundation/m,
  ],
  [
    'csharp',
    /^using [\w.]+;|\bHttpRequestMessage\b|\bStringContent\(|\b(?:PostAsJson|Post|Send|Get|InvokeModel|Converse)Async\(|\bJsonContent\.|\bRestRequest\b|\bnew Anthropic\w{0,20}Client\(|\bAnthropicClient \w+ = new|\bnew\(\) ?\{|\bnew \w+ ?\{ ?[A-Z]\w* = |\bMessageCreateParams \w+ = new|\bDefaultRequestHeaders\b|\bnew HttpClient\(|\bnew\[\] ?\{/m,
  ],
  [
    'kotlin',
    /^[ \t]{0,40}(?:private |const |override |suspend ){0,3}(?:val|fun) \w|\bval \(|\.httpPost\(|\bmapOf\(|\.toRequestBody\(|\bsetBody\(|\bbuildJsonObject\b|"""\.trim/m,
  ],
  [
    'java',
    /\bHttpRequest\.newBuilder\(|\bnew Request\.Builder\(|\b(?:Map|List)\.of\(|^import (?:java|okhttp3|com|org)\.|\bpublic (?:static|class) |\bString \w{1,60} =|\.builder\(\)|\bBodyPublishers\.|\bHttpURLConnection\b|\bRequestBody\.create\(|\bnew Http(?:Post|Headers)\(|\bbodyValue\(|\.(?:messages|beta)\(\)\./m,
  ],
  [
    'ruby',
    /\bNet::HTTP|^require ["']|\bFaraday\b|\bHTTParty\b|\bRestClient\b|\bExcon\b|\bTyphoeus\b|\.to_json\b|\bJSON\.generate\(|\bAnthropic::|\bAws::|\bdo \|\w+\||^end\s*$|["'] => |: ?:["'\w]|<<[~-]["']?[A-Z]|%[wi][[(]|\bHTTP\.(?:headers|auth|post)\(/m,
  ],
];

/** Guesses the dialect of a text. */
export function guessDialect(text: string): Dialect {
  const head = text.slice(0, MAX_HEAD);
  if (PLAIN.test(head)) return 'code';
  return MARKS.find(([, mark]) => mark.test(head))?.[0] ?? 'code';
}
