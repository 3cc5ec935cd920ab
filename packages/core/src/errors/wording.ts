/** What the sentences of errors say of betas, read for their meaning. Every gap is bounded: no expression here is more than linear. */

/** A validator that complains of a place in the body, browsers that complain of the header as such, and what is a matter of money. */
export const ELSE: RegExp =
  /inputs (?:are )?not permitted|extraneous key|\baccess-control-|\bpreflight\b|\bextra usage\b/i;

/** The header by its name, also by one that it never had; and what stands for the betas of a sentence. */
const HEADER = String.raw`\banthropic[-_ ](?:[^\W_]{1,40}[-_ ]){0,3}beta\b|<beta>`;
/** The header in words. Followed by another noun they mean something else: `invalid beta flag configuration`. */
const WORDS = String.raw`(?<!-)\bbeta[- ](?:header|flag|feature)s?\b(?:\(s\))?(?=$|[^\w\s-]| (?:[^a-z]|(?:is|are|was|at|in|on|for|with|when|values?|names?|not|error|by|from|and|or|has|no|to)\b))`;
/** `betas` is a parameter of the official clients; a name in quotes may be one that nobody knows. */
const NAMED = String.raw`\bbetas\b(?= (?:are|is|not)\b)|['"\`][\w.*-]+['"\`] beta\b`;
const SUBJECT = `(?:${HEADER}|${WORDS}|${NAMED})`;
const NEAR = '[^:：(,;{}|]{0,80}?';
/** What a log line says of the header, a colon or a bracket separates from what it says of the error. */
const THEN = '[^:：,;{}|=\\]]{0,80}?';
/** Gateways answer in the language of their makers: zh, ja, ko, ru, id, de, es and pt, fr, it. */
const ABROAD =
  '不支持|不被支持|不允许|无效|未知|意外|サポートされ|無効|予期しない|지원(?:하지|되지)|유효하지|예상치 못한|не поддерж|недопустим|неизвест|неожидан|tidak (?:di|valid|sah|terduga)|nicht (?:unter|erlaubt|zul|akzept|bekannt)|ungültig|unbekannt|unerwartet|n[oã]o? (?:admit|soport|suport|compat|válid|permit|recono)|inválid|desconoc|inesperad|pas (?:pris|support|accept|autoris|valid|recon)|invalide|inconnu|inattendu|non (?:support|valid|amm)|imprevist|không (?:mong đợi|hợp lệ|được hỗ trợ)|beklenmeyen|geçersiz|desteklenm|غير (?:متوقع|مدعوم|صالح)';
const NEEDED_ABROAD =
  '缺少|需要|必须|必須|必要|필요|требует|memerlukan|diperlukan|wajib|fehlt|erforderlich|benötigt|requier|falta|manque|requis|nécess';
const NO = String.raw`(?:(?:\bun|\bnot (?:currently |yet |a )?|\bno longer |n't )(?:support|allow|accept|permit|recogni[sz]|valid|available|enabled|known|have access)|\b(?:invalid|unexpected|extraneous|illegal|malformed|reject|incompatible|retired|removed|expired|deprecated|blocked|forbidden|denied|disallowed|refused|does(?: not|n't) exist|(?:cannot|can't|may not|must not) be used|not found|not (?:in|on) (?:the|its|our) (?:allow|list)|no such|no (?:endpoints?|providers?) (?:available |found )?that support)|must be (?:a )?valid|${ABROAD})`;
/** Something is not accepted. */
export const REFUSES: RegExp = new RegExp(`${SUBJECT}${THEN}${NO}|${NO}${NEAR}${SUBJECT}`, 'i');
/** The sentence speaks of the header, or of a beta. */
export const SPEAKS: RegExp = new RegExp(SUBJECT, 'i');
const NEEDS = String.raw`(?:\b(?:missing|requir(?:es?|ed|ing)|needs?|expect(?:s|ed)|must (?:include|send|set|specify|provide|pass|use|add|opt in)|unless|only (?:\w+ )?(?:with|when|if)|(?<!again )(?<!retry )without|(?:stripp|dropp)(?:ed|ing|s) the)\b|${NEEDED_ABROAD})`;
/** Something is needed, or missing. */
export const WANTS: RegExp = new RegExp(
  `${NEEDS}${NEAR}${SUBJECT}|${SUBJECT}${THEN}\\b(?:(?:is|are|was|be) (?:required|missing|needed)|(?:not|be) (?:set|sent|provided|present|included|specified)|missing)\\b`,
  'i',
);
const ADD_ABROAD =
  '添加|加上|追加|추가|hinzu|añad|agreg|ajout|adicion|tambahkan|добав|thêm|ekle|أضف';
/** What to send. */
export const OFFERS: RegExp = new RegExp(
  `(?:^\\W*|[:,] |\\bplease |\\bshould |\\bto )(?:include|add|set|pass|provide|specify|send|use|enable)\\b${NEAR}${SUBJECT}|${ADD_ABROAD}`,
  'i',
);
/** A beta that was sent needs something beside it. */
export const NEEDS_ELSE: RegExp =
  /<beta>(?: beta)?(?: header| feature)? (?:requires|needs|(?:can|must|may) only be used with|must be used with|only works with)\b/;
/** Two things that do not go together. */
export const CLASH: RegExp =
  /\b(?:cannot|can't|may not|must not) (?:both )?be (?:combined\b|(?:used|sent|set|specified) (?:together|with|alongside|at the same time))|\bmutually exclusive\b|\bsending both\b|\b(?:do not|don't|never|cannot|can't|may not|must not) (?:combine|mix|(?:include|contain|send|use|set) both)\b|不能同时|同時に(?:使|指定|含)|동시에|nicht (?:zusammen|gleichzeitig|kombin)|juntos|combinar|ne peuvent pas|одновременно|bersamaan|digabung|\bincompatible with\b|\bconflicts? with\b|\bnot both\b|\bonly one of\b/i;
/** There was nothing in the header. */
const BLANK = '(?:\\b(?:empty|blank|leer|vacío|vazio|vide|kosong)\\b|为空|空です|비어|(?<!до)пуст)';
export const EMPTY: RegExp = new RegExp(`${SUBJECT}${THEN}${BLANK}|${BLANK}${NEAR}${SUBJECT}`, 'i');
const WITHHELD = String.raw`(?:\bnot (?:yet |currently )?(?:been )?(?:available|enabled|enrolled|entitled|permitted|allowed|authori[sz]ed|granted|opted|eligible)\b|\bdisabled\b|n[o']t have (?:access|permission)|\bno access|\b(?:allow|wait)list|\brequest access\b|\bentitle|\bapproved\b|\binvit)`;
/** Something is withheld, whatever it is. */
export const WITHHOLDS_ANYTHING: RegExp = new RegExp(WITHHELD, 'i');
/** Somebody may not use it. */
export const WITHHOLDS: RegExp = new RegExp(
  `(?:${SUBJECT}|\\bbeta\\b)${THEN}${WITHHELD}|${WITHHELD}${NEAR}${SUBJECT}`,
  'i',
);
/** Who. */
export const WHOSE: RegExp =
  /organi[sz]ation|account|subscription|workspace|project|tenant|api key|\b(?:you|your|plan|tier)\b|research preview/i;
/** For somebody; not for a thing that everybody has. */
export const FOR: RegExp =
  /\b(?:for|to|in|on|with) (?:this|your) (?!model|platform|endpoint|region|api|request|deployment|anthropic|beta|header|value)\w/i;
/** The model is what cannot be used. */
export const ABOUT_MODEL: RegExp = /\bmodels?\b/i;
/** `The Automations beta`: what begins with a capital, and is none of the words that begin a sentence, is a name; where it is no feature, it is somebody else's. */
export const OTHER_PRODUCT: RegExp =
  /\b(?!(?:The|This|That|A|An|Any|Your|Our|No|In|For|Anthropic|Claude|API|Invalid|Missing|Unsupported|Unknown|Error|Required|Beta)\b)[A-Z][a-z]\w+ (?:(?:closed|open|private|public) )?[Bb]eta\b/;
