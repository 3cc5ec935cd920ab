/** What advice says, in both languages. `$b` the betas, `$f` the place in the body, `$p` the platform. */
import type { AdviceLanguage, BetaErrorKind } from './info.ts';

/** A sentence, or a part that follows one. */
export type Line =
  | BetaErrorKind
  | 'which'
  | 'place'
  | 'leaked'
  | 'arrived'
  | 'token'
  | 'unused'
  | 'method'
  | 'renamed'
  | 'policy'
  | 'all'
  | 'unavailable'
  | 'headerless'
  | 'graduated'
  | 'refusedHere'
  | 'gone'
  | 'idle'
  | 'opens'
  | 'newer'
  | 'instead'
  | 'one'
  | 'these';

export const TEXTS: Readonly<Record<AdviceLanguage, Readonly<Record<Line, string>>>> = {
  en: {
    unsupported:
      'The platform, the model or your organization does not accept $b. Remove this from the anthropic-beta header',
    opens: ', and from the request what needs it: $f',
    idle: '. Nothing is lost, because no header is needed for it any more',
    newer: '. The current name is $b',
    instead: '. On $p, what it turns on has values of its own: send what the request uses of $b',
    gone: '. The feature is not available on $p',
    unused:
      '$b was sent, but the request lacks what goes with it. Remove it from the anthropic-beta header, or add what the message asks for',
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
      '$b was sent and had no effect on $f. See that no gateway on the way drops the header and that the model has the feature, or leave the field out',
    leaked:
      '$f was sent as a field, where the API does not know it. Send its values$b in the anthropic-beta header: with the SDK, call client.beta.messages',
    token:
      'A bearer token counts only together with $b, which did not arrive. Send it in the anthropic-beta header, and see that no proxy replaces the header',
    method:
      'This method of the SDK does not take $f, so nothing was sent. Call client.beta.messages, whose methods take it; if they do not know it either, update the SDK',
    renamed:
      '$f is deprecated, and the message names the field that replaces it. Use that one, which needs no header',
    policy:
      'A policy of your organization on Google Cloud does not allow $f for this model. Ask whoever administers the policy to allow it, or leave out what uses it',
    all: 'What answered takes no betas at all. Send the request without the anthropic-beta header and without what needs it, or send it to the Claude API',
    unavailable:
      '$f is not available on $p, and no header changes that. Leave it out, or send the request to a platform that has it',
    headerless:
      '$f needs no beta on $p, and what answered does not know it. Check the model and whatever is between you and the platform, or leave the field out',
    graduated:
      '$f needs no header on the Claude API any more, and what answered does not know it. A gateway, or another platform, may still want $b; else leave the field out',
    refusedHere:
      'The answer asks for $b, which is of no use on $p. Leave out what needs it, or send the request to a platform that has the feature',
    'not-enrolled':
      'Your organization or plan has no access to $b. Ask for access, or remove this from the anthropic-beta header',
    'empty-header':
      'The anthropic-beta header was sent with nothing in it. Leave the header out when there is no beta to send',
    conflict:
      '$b cannot be used together in one request here. Remove one of them from the anthropic-beta header',
    limited:
      'What $b turns on has a limit of its own here, and the request is over it. Remove this from the anthropic-beta header',
    one: 'one of the betas that were sent',
  },
  id: {
    unsupported:
      'Platform, model, atau organisasi Anda tidak menerima $b. Hapus dari header anthropic-beta',
    opens: ', dan hapus dari permintaan apa yang memerlukannya: $f',
    idle: '. Tidak ada yang hilang, karena header ini tidak diperlukan lagi',
    newer: '. Nama yang sekarang: $b',
    instead:
      '. Di $p, yang diaktifkannya punya nilai sendiri: kirim yang dipakai permintaan ini dari $b',
    gone: '. Fitur ini tidak tersedia di $p',
    unused:
      '$b dikirim, tetapi permintaan ini tidak berisi pasangannya. Hapus dari header anthropic-beta, atau tambahkan yang diminta pesan itu',
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
      '$b sudah dikirim tetapi tidak berpengaruh pada $f. Pastikan tidak ada gateway yang membuang header itu dan model mendukung fiturnya, atau hapus field itu',
    leaked:
      '$f terkirim sebagai field, padahal API tidak mengenalnya di sana. Kirim nilainya$b di header anthropic-beta: dengan SDK, pakai client.beta.messages',
    token:
      'Token bearer hanya berlaku bersama $b, yang tidak sampai. Kirim di header anthropic-beta, dan pastikan tidak ada proxy yang mengganti header itu',
    method:
      'Metode SDK ini tidak menerima $f, jadi tidak ada yang terkirim. Panggil metode client.beta.messages, yang menerimanya; bila metode itu pun tidak mengenalnya, perbarui SDK',
    renamed:
      '$f sudah usang, dan pesan itu menyebut field penggantinya. Pakai field itu, yang tidak memerlukan header',
    policy:
      'Kebijakan organisasi Anda di Google Cloud tidak mengizinkan $f untuk model ini. Minta administrator kebijakan itu untuk mengizinkannya, atau hapus yang memakainya',
    all: 'Yang menjawab tidak menerima beta sama sekali. Kirim permintaan tanpa header anthropic-beta dan tanpa yang memerlukannya, atau kirim ke Claude API',
    unavailable:
      '$f tidak tersedia di $p, dan tidak ada header yang mengubahnya. Hapus, atau kirim permintaan ke platform yang memilikinya',
    headerless:
      '$f tidak memerlukan beta di $p, dan yang menjawab tidak mengenalnya. Periksa model dan semua yang ada di antara Anda dan platform itu, atau hapus field itu',
    graduated:
      '$f tidak lagi memerlukan header di Claude API, dan yang menjawab tidak mengenalnya. Gateway atau platform lain mungkin masih meminta $b; bila tidak, hapus field itu',
    refusedHere:
      'Jawaban itu meminta $b, yang tidak berguna di $p. Hapus yang memerlukannya, atau kirim permintaan ke platform yang memiliki fiturnya',
    'not-enrolled':
      'Organisasi atau paket Anda tidak punya akses ke $b. Minta akses, atau hapus dari header anthropic-beta',
    'empty-header':
      'Header anthropic-beta terkirim tanpa isi. Jangan kirim header itu bila tidak ada beta',
    conflict:
      '$b tidak dapat dipakai bersama dalam satu permintaan di sini. Hapus salah satu dari header anthropic-beta',
    limited:
      'Yang diaktifkan $b punya batas sendiri di sini, dan permintaan ini melampauinya. Hapus dari header anthropic-beta',
    one: 'salah satu beta yang dikirim',
  },
};
