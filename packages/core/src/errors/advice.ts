/** What to do about an error: what happened, why, and the next step. */
import { shownName } from '../request/header.ts';
import { type Found, OAUTH } from './about-header.ts';
import type { AdviceLanguage, BetaErrorKind } from './info.ts';
import { docsOf, featureOf, knownBetas, latestOf } from './lookup.ts';

type Line =
  | BetaErrorKind
  | 'which'
  | 'place'
  | 'leaked'
  | 'arrived'
  | 'token'
  | 'unused'
  | 'idle'
  | 'opens'
  | 'newer'
  | 'one'
  | 'these';

/** `$b` the betas, `$f` the field. */
const TEXTS: Readonly<Record<AdviceLanguage, Readonly<Record<Line, string>>>> = {
  en: {
    unsupported:
      'The platform, the model or your organization does not accept $b. Remove this from the anthropic-beta header',
    opens: ', and from the request what only this opens: $f',
    idle: '. Nothing is lost, because no header is needed for it any more',
    newer: '. The current name is $b',
    unused:
      '$b was sent, but the request has nothing that it is for. Remove it from the anthropic-beta header, or add what it needs',
    'unsupported-unnamed':
      'One value of the anthropic-beta header is not accepted here, and the answer does not say which$b. Remove those that the request does not need; if you need them all, send them one at a time to find it',
    these: ' (sent: $b)',
    missing:
      'The request needs $b, which did not arrive. Send it in the anthropic-beta header, and see that no proxy on the way drops the header',
    which:
      'The request needs a beta that did not arrive, and the answer does not say which. Look up the feature that the request uses, and send its beta in the anthropic-beta header',
    place:
      '$f is only known with $b, which did not arrive. Send it in the anthropic-beta header, or leave the field out',
    arrived:
      '$b was sent and had no effect on $f: a gateway on the way drops the header, or the model does not know the feature. Let the gateway pass anthropic-beta on, or leave the field out',
    leaked:
      '$f was sent as a field, where the API does not know it. Send its values$b in the anthropic-beta header: with the SDK, call client.beta.messages',
    token:
      'A bearer token counts only together with $b, which did not arrive. Send it in the anthropic-beta header, and see that no proxy replaces the header',
    'not-enrolled':
      'Your organization or plan has no access to $b. Ask for access, or remove this from the anthropic-beta header',
    'empty-header':
      'The anthropic-beta header was sent with nothing in it. Leave the header out when there is no beta to send',
    conflict:
      '$b cannot be used together in one request here. Remove one of them from the anthropic-beta header',
    one: 'one of the betas that were sent',
  },
  id: {
    unsupported:
      'Platform, model, atau organisasi Anda tidak menerima $b. Hapus dari header anthropic-beta',
    opens: ', dan hapus dari permintaan apa yang hanya dibuka olehnya: $f',
    idle: '. Tidak ada yang hilang, karena header ini tidak diperlukan lagi',
    newer: '. Nama yang sekarang: $b',
    unused:
      '$b dikirim, tetapi permintaan ini tidak berisi apa pun yang memakainya. Hapus dari header anthropic-beta, atau tambahkan yang diperlukannya',
    'unsupported-unnamed':
      'Salah satu nilai header anthropic-beta tidak diterima di sini, dan jawabannya tidak menyebut yang mana$b. Hapus yang tidak diperlukan permintaan ini; bila semuanya perlu, kirim satu per satu untuk menemukannya',
    these: ' (dikirim: $b)',
    missing:
      'Permintaan ini memerlukan $b, yang tidak sampai. Kirim di header anthropic-beta, dan pastikan tidak ada proxy yang membuang header itu',
    which:
      'Permintaan ini memerlukan beta yang tidak sampai, dan jawabannya tidak menyebut yang mana. Cari fitur yang dipakai permintaan ini, lalu kirim betanya di header anthropic-beta',
    place:
      '$f hanya dikenal dengan $b, yang tidak sampai. Kirim di header anthropic-beta, atau hapus field itu',
    arrived:
      '$b sudah dikirim tetapi tidak berpengaruh pada $f: ada gateway yang membuang header itu, atau model tidak mengenal fiturnya. Buat gateway meneruskan anthropic-beta, atau hapus field itu',
    leaked:
      '$f terkirim sebagai field, padahal API tidak mengenalnya di sana. Kirim nilainya$b di header anthropic-beta: dengan SDK, pakai client.beta.messages',
    token:
      'Token bearer hanya berlaku bersama $b, yang tidak sampai. Kirim di header anthropic-beta, dan pastikan tidak ada proxy yang mengganti header itu',
    'not-enrolled':
      'Organisasi atau paket Anda tidak punya akses ke $b. Minta akses, atau hapus dari header anthropic-beta',
    'empty-header':
      'Header anthropic-beta terkirim tanpa isi. Jangan kirim header itu bila tidak ada beta',
    conflict:
      '$b tidak dapat dipakai bersama dalam satu permintaan di sini. Hapus salah satu dari header anthropic-beta',
    one: 'salah satu beta yang dikirim',
  },
};

/** A sentence or two that a person can act on. It names betas and fields, and quotes nothing else of the error. */
export function adviceFor(found: Found, sent: readonly string[], language: AdviceLanguage): string {
  const texts = TEXTS[language] ?? TEXTS.en;
  const fill = (line: Line, names: string, field = ''): string =>
    texts[line].replace('$f', () => field).replace('$b', () => names);
  const list = (betas: readonly string[]): string => betas.map(shownName).join(', ');
  const { kind, betas, field } = found;
  const line = lineOf(found, sent);
  if (line === 'unsupported-unnamed')
    return `${fill(line, sent.length > 0 ? fill('these', list(sent)) : '')}.`;
  if (line === 'leaked')
    return `${fill(line, betas.length > 0 ? ` (${list(betas)})` : '', field)}.`;
  const tail: string[] = [];
  if (line === 'unsupported' || kind === 'not-enrolled') {
    const known = betas.flatMap((id) => knownBetas.get(id) ?? []);
    const opens = known.flatMap((beta) =>
      beta.requires.flatMap(({ at, is, in: values }) =>
        at ? [[at, ...(values ?? [is ?? []]).flat()].join(' ')] : [],
      ),
    );
    const newer = betas.flatMap((id) => currentName(id) ?? []);
    const idle =
      known.length > 0 &&
      known.every((beta) => beta.stage === 'graduated' || beta.stage === 'retired');
    if (opens.length > 0 && !idle)
      tail.push(fill('opens', '', [...new Set(opens)].slice(0, 3).join(', ')));
    if (kind === 'unsupported' && idle) tail.push(texts.idle);
    else if (kind === 'unsupported' && newer.length > 0) tail.push(fill('newer', list(newer)));
  }
  return `${fill(line, betas.length > 0 ? list(betas) : texts.one, field)}${tail.join('')}.`;
}

function lineOf({ kind, betas, field, unused, leaked }: Found, sent: readonly string[]): Line {
  if (unused) return 'unused';
  if (kind !== 'missing') return kind;
  if (leaked) return 'leaked';
  if (field) return betas.some((beta) => sent.includes(beta)) ? 'arrived' : 'place';
  return betas[0] === OAUTH ? 'token' : betas.length > 0 ? 'missing' : 'which';
}

/** What an older or misdated name is called now. */
function currentName(id: string): string | undefined {
  const beta = knownBetas.get(id);
  const name = beta ? beta.supersededBy : latestOf(featureOf(id) ?? '');
  return name === id ? undefined : name;
}

/** The page about what was found. */
export function docsFor({ betas }: Found): string | undefined {
  for (const beta of betas) {
    const docs = docsOf(beta);
    if (docs) return docs;
  }
  return undefined;
}
