/** Tables of names in code, from which the use of a literal is read. */

/** Names are compared in lower case, without hyphens and underscores. */
export const normalizeName = (name: string): string => name.replace(/[-_@]/g, '').toLowerCase();

/** Names of headers, fields and variables whose value is sent as betas. */
const SENT =
  /^(?:x?anthropicbetas?|anthropicbetaheaders?|betas?|betaheaders?|betafeatures|betaflags|anthropicbetaflags|claudebetas?|claudecodebetas?|anthropiccustomheaders|httpanthropicbeta)$/;

/** Names of lists of betas that are known, allowed or removed, and not sent. */
const TABLE =
  /allow|support|known|valid|den(?:y|ied)|blocked|blocklist|deprecat|legacy|obsolete|retired|graduated|removed|removal|strip|drop|ignored|reject|permitted|recogni|exclude|whitelist|blacklist|mapping|enum|oneof|choices|aliases|renames?$|examples?$|description/;

/** Ends of names of what a request is made of, such as `supported_model.headers`. */
const CARRIER =
  /(?:request|req|model|client|provider|config|options?|opts|params?|kwargs|args|settings|body|payload|call|init|context|ctx)s?$/;

/** Functions that compare, search or remove. */
const COMPARISON =
  /^(?:includes?\??|contains?\??|containskey|containsvalue|has|haskey|hasvalue|hasbeta|startswith\??|endswith\??|hasprefix|hassuffix|indexof|lastindexof|equals?|equalsignorecase|equalfold|contentequals|compareto|comparetoignorecase|strcmp|strcasecmp|strncmp|eq|ne|eql\??|isequal|isequalto|isequalstring|identical|inarray|arraysearch|strcontains|strstartswith|strpos|stripos|grepl|match|match\.arg|matches|test|localecompare|delete|deletevalue|discard|remove|removeall|removevalue|without|replace|replaceall|split|case|when|isbeta|member\??|any\??|count|is|not|sub|gsub|strcount|typeof|enum|literal|literals|picklist|oneof)$/;

/** Attributes that give a name to a value of an enum. */
const TYPE =
  /^(?:serialname|serializedname|jsonproperty|jsonpropertyname|jsonstringenummembername|jsonenumvalue|enummember|xmlenum|rename)$/;

/** Functions that print. */
const PRINT =
  /^(?:print|println|printf|puts|echo|log|logf|info|infof|warn|warning|debug|error|errorf|fatal|cat|message|writeline|panic)$/;

/** Functions whose arguments are expected values of a test. */
const ASSERTION =
  /^(?:assert|expect|should|require|verify|xctassert|stopifnot|tobe|toequal|tocontain|tohave|tomatch|tostrictequal|haverequested|inlinedata|datarow|testcase|valuesource|csvsource|parametrize|havebeencalled|calledwith|isequalto|hassize|t\.)/;

/** Functions and names that take paths, tags and addresses. */
const FILE =
  /^(?:open|fopen|file|files|filename|path|paths|pathname|dir|dirname|directory|folder|branch|tag|tags|bucket|image|uiimage|container|getblobcontainerclient|prefix|suffix|slug|url|uri|href|src|route|require|import|include|includestr|readfile|readfilesync|readtostring|writefile|writefilesync|readcsv|readrds|saverds|source|system2?|exec|execsync|mkdir|rmrf|chdir|join|resolve|resource|getresource|getresourceasstream|migration|snapshot|release|version|model|modelid|modelname|basename|describe|it|classname|class|id|key|topic|topics|queue|hostname|host|database|tablename|name|title|label|displayname|filepath|filename|artifact|asset|commit|ref|schema|user|username)$/;

/** Functions that build a list of their arguments. */
const LIST =
  /^(?:of|listof|mutablelistof|arraylistof|setof|mutablesetof|hashsetof|arrayof|aslist|c|list|set|frozenset|hashset|vec!?|array|tuple|immutablelist|immutableset|linkedhashset|sequenceof|new|smallvec!|hashset!|sets|newset|makeset|toset)$/;

/** Functions that change the list of their receiver, or take one beta. */
const ADDS =
  /^(?:push|add|addall|append|insert|unshift|extend|concat|addbetas?|withbetas?|setbetas?|usebetas?|enablebetas?|appendbetas?|pushbeta|mergebetas|formatbetas|betas?|betaheaders?)$/;

/** Tests if a value of this name is sent. `AnthropicBeta` is the type of the SDKs. */
export const isSentName = (name: string): boolean =>
  name !== 'AnthropicBeta' && SENT.test(normalizeName(name));
export const isTableName = (name: string): boolean => TABLE.test(normalizeName(name));
export const isCarrierName = (name: string): boolean => CARRIER.test(normalizeName(name));
export const isComparisonName = (name: string): boolean =>
  COMPARISON.test(normalizeName(name.replace(/[!?]$/, '')));
export const isTypeName = (name: string): boolean => TYPE.test(normalizeName(name));
export const isPrintName = (name: string): boolean =>
  PRINT.test(normalizeName(name.replace(/!$/, '')));
export const isAssertionName = (name: string): boolean => ASSERTION.test(normalizeName(name));
export const isFileName = (name: string): boolean =>
  FILE.test(normalizeName(name.replace(/!$/, '')));

/** Tests if a call builds a list of its arguments. `headers.set(…)` does not. */
export const isListCall = ([name = '', receiver]: readonly string[]): boolean =>
  LIST.test(normalizeName(name)) &&
  (receiver === undefined || receiver === 'new' || !/^(?:set|list|array|c|new)$/i.test(name));

/** Tests if a call builds a set of its arguments, such as `new Set(…)` or `Set.of(…)`. */
export const isSetCall = (callee: readonly string[]): boolean =>
  isListCall(callee) && callee.slice(0, 2).some((name) => /set/i.test(name));
export const isAddName = (name: string): boolean => ADDS.test(normalizeName(name));

/** Tests if a text is the name of the header. */
export const isHeaderName = (text: string): boolean =>
  /^["'`]?anthropic[-_]betas?["'`]?:?$/i.test(text.trim());

const CHANGELOG =
  /^(?:changelog|changes|history|news|releases?|release[-_ ]notes|whatsnew)(?:\b|_)/i;

/** Tests if a file lists past changes. */
export const isChangelog = (path: string): boolean =>
  CHANGELOG.test(baseName(path)) && /(?:^[^.]*|\.(?:md|mdx|markdown|txt|rst|adoc))$/i.test(path);

const TEST_FOLDER =
  /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|__fixtures__|__snapshots__|fixtures?|mocks?|testdata|testthat|cassettes|e2e)\//i;
const TEST_FILE =
  /(?:[._-](?:test|tests|spec|specs|mock|fixture|stories)\.[a-z0-9]+|^test_[^/]*\.py|^conftest\.py|Tests?\.(?:java|kt|cs|php|swift|groovy|scala)|\.snap)$/;

/** Folders of recorded and made-up data. */
const DATA_FOLDER =
  /(?:^|\/)(?:__mocks__|__fixtures__|__snapshots__|fixtures?|mocks?|testdata|cassettes)\//i;

/** Tests if a file is a test or a fixture. Configuration in a folder of tests is in use. */
export const isTestPath = (path: string, isCode: boolean): boolean =>
  isCode ? TEST_FOLDER.test(path) || TEST_FILE.test(baseName(path)) : DATA_FOLDER.test(path);

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
