/**
 * The manifest's history tells of a change in one of a few fixed English sentences with names in it (`packages/manifest/src/diff/changes.ts`). Here they
 * are in Indonesian. What is none of them has no translation, and stays English: nothing is guessed.
 */
import { id } from '../i18n/id.ts';
import { type Platform, platformTitle } from './catalog.ts';

type Sentence = readonly [
  pattern: RegExp,
  tell: (first: string, second: string, third: string) => string | undefined,
];

const platforms = (list: string): string =>
  list
    .split(', ')
    .map((name) => platformTitle(name as Platform))
    .join(', ');
const date = (text: string): string => (text === 'no date' ? 'tanpa tanggal' : text);
const EVENTS: Readonly<Record<string, string>> = {
  released: 'berfungsi sejak',
  graduated: 'tersedia untuk umum sejak',
  retired: 'dihentikan',
};

const SENTENCES: readonly Sentence[] = [
  [/^(?:(?:feature|platform|model) \S+ )?is gone$/, () => 'dihapus'],
  [/^new (?:platform|model) (\S+)$/, (name) => `baru: ${name}`],
  [/^moved from (\S+) to (\S+)$/, (from, to) => `dipindahkan dari ${from} ke ${to}`],
  [
    /^is superseded by nothing \(was: (\S+)\)$/,
    (was) => `tidak lagi digantikan (tadinya oleh ${was})`,
  ],
  [
    /^is superseded \(was ([\w-]+)\)$/,
    (stage) =>
      `digantikan (tadinya ${(id.stage as Readonly<Record<string, string>>)[stage] ?? stage})`,
  ],
  [
    /^(released|graduated|retired): (no date|\S+) → (no date|\S+)$/,
    (event, was, is) => `${EVENTS[event]}: ${date(was)} → ${date(is)}`,
  ],
  [
    /^(released|graduated|retired|models): other evidence or note$/,
    (event) => `${EVENTS[event] ?? 'model'}: dengan sumber atau catatan lain`,
  ],
  [
    /^(\d+) sources \(were (\d+)\), or other ones$/,
    (is, was) => (is === was ? `${is} sumber, sebagian berganti` : `${is} sumber (tadinya ${was})`),
  ],
  [/^(`\w+`) changed$/, (field) => `${field} berubah`],
  [/^the note of a rule changed$/, () => 'catatan sebuah aturan berubah'],
  [/^models: (.+) → (.+)$/, (was, is) => `model: ${models(was)} → ${models(is)}`],
  [
    /^(?:model \S+: )?(?:facts|texts) or evidence changed$/,
    () => 'fakta, kalimat, atau sumbernya berubah',
  ],
  [
    /^betas go into the (header|body) \(was: (header|body)\)$/,
    (is, was) => `beta dikirim di ${is} (tadinya ${was})`,
  ],
  [
    /^on (\S+): still (.+), with other evidence, confidence or note$/,
    (platform, claim) =>
      told(
        claimText(claim),
        (text) =>
          `${platforms(platform)}: tetap ${text}, dengan sumber, tingkat keyakinan, atau catatan lain`,
      ),
  ],
  [
    /^in the SDK: (.+) → (.+)$/,
    (was, is) =>
      told(sdkText(was), (before) => told(sdkText(is), (after) => `di SDK: ${before} → ${after}`)),
  ],
  [/^now opens (.+)$/, (rule) => told(ruleText(rule), (text) => `kini membuka ${text}`)],
  [
    /^no longer opens (.+)$/,
    (rule) => told(ruleText(rule), (text) => `tidak lagi membuka ${text}`),
  ],
  [
    /^opens (.+) \(was: (.+)\)$/,
    (is, was) =>
      told(ruleText(is), (now) =>
        told(ruleText(was), (before) => `membuka ${now} (tadinya: ${before})`),
      ),
  ],
];

/** The sentence in Indonesian, or nothing. */
export function inIndonesian(sentence: string): string | undefined {
  for (const [pattern, tell] of SENTENCES) {
    const found = pattern.exec(sentence);
    const text = found && tell(found[1] ?? '', found[2] ?? '', found[3] ?? '');
    if (text) return text;
  }
  return undefined;
}

/** With the parts told, the whole; nothing where one of them could not be. */
const told = (
  part: string | undefined,
  whole: (part: string) => string | undefined,
): string | undefined => (part === undefined ? undefined : whole(part));

const models = (list: string): string => (list === 'any' ? 'semua' : list);

function claimText(claim: string): string | undefined {
  const plain = { accepted: 'diterima', rejected: 'tidak diterima', unknown: 'tidak diketahui' }[
    claim
  ];
  if (plain) return plain;
  const [, kind, rest] = /^(renamed to|accepted with) (.+)$/.exec(claim) ?? [];
  return kind && (kind === 'renamed to' ? `bernama ${rest}` : `diterima dengan ${rest}`);
}

function sdkText(text: string): string | undefined {
  if (text === 'not there') return 'tidak ada';
  const found =
    /^(?:since (?<since>[\d.]+))?(?:(?:^|, )deprecated in (?<deprecated>[\d.]+))?(?:(?:^|, )sent to (?<sent>.+))?$/.exec(
      text,
    )?.groups;
  if (!found) return undefined;
  const { since, deprecated, sent } = found;
  return [
    since && `sejak ${since}`,
    deprecated && `ditandai usang di ${deprecated}`,
    sent && `dikirim ke ${sent}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const LIST = String.raw`[\w.-]+(?:, [\w.-]+)*`;
const ENDPOINTS = String.raw`[A-Z*]+ \/\S*(?:, [A-Z*]+ \/\S*)*`;
/** `tools[].type (is x) at POST /v1/messages on vertex with claude-x up to anthropic-version 2026-01-01 by choice of a, b`, or parts of it. */
const RULE = new RegExp(
  String.raw`^(?:(?<at>\S+) \((?<test>[^()]+)\))?(?:(?:^| at )(?<endpoints>${ENDPOINTS}))?(?: on (?<on>${LIST}))?(?: with (?<using>${LIST}))?(?: up to anthropic-version (?<version>\S+))?(?: by choice of (?<choice>${LIST}))?$`,
);

function ruleText(text: string): string | undefined {
  const found = RULE.exec(text)?.groups;
  const { at, test, endpoints, on, using, version, choice } = found ?? {};
  if (!at && !endpoints) return undefined;
  const t = id.rule;
  const tested = at && testText(test as string);
  if (at && !tested) return undefined;
  return [
    at && `${at} (${tested})`,
    endpoints && (at ? `pada ${endpoints}` : endpoints),
    on && `${t.platforms} ${platforms(on)}`,
    using && `${t.models} ${using}`,
    version && t.apiVersion(version),
    choice && `sebagai pilihan dari ${choice}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function testText(test: string): string | undefined {
  const t = id.rule;
  if (test === 'not empty') return t.nonEmpty;
  if (test === 'present') return t.present;
  const [, kind, values] = /^(is|in|above) (.+)$/.exec(test) ?? [];
  return kind && `${{ is: t.is, in: t.oneOf, above: t.above }[kind]} ${values}`;
}
