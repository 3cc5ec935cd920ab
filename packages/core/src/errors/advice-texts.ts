/**
 * The texts of advice in both languages. `$b` is the betas, `$f` the place in the body, `$p` the
 * platform, `$h` the place where it reads betas; `{it|them}` is for one beta or several.
 */
import type { ErrorAdvice } from '@beta-headers/grammar';
import type { AdviceLanguage, BetaErrorKind } from './info.ts';
import type { Where } from './where.ts';

/** The name of a sentence, or of a part that follows one. */
export type Line =
  | BetaErrorKind
  | ErrorAdvice
  | 'which'
  | 'one-conflict'
  | 'two-conflict'
  | 'place'
  | 'above'
  | 'value'
  | 'arrived'
  | 'unavailable'
  | 'headerless'
  | 'unconfirmed'
  | 'graduated'
  | 'refusedHere'
  | 'refusedPlace'
  | 'gone'
  | 'idle'
  | 'opens'
  | 'newer'
  | 'unlisted'
  | 'instead'
  | 'one'
  | 'these';

/** The place where a platform reads betas. */
export const PLACEMENTS: Readonly<
  Record<AdviceLanguage, Readonly<Record<Where['betas'], string>>>
> = {
  en: {
    header: 'the anthropic-beta header',
    body: 'the anthropic_beta list of the body',
    converse: 'additionalModelRequestFields.anthropic_beta',
    either: 'the anthropic-beta header (with InvokeModel: the anthropic_beta list of the body)',
  },
  id: {
    header: 'header anthropic-beta',
    body: 'daftar anthropic_beta di body',
    converse: 'additionalModelRequestFields.anthropic_beta',
    either: 'header anthropic-beta (dengan InvokeModel: daftar anthropic_beta di body)',
  },
};

export const TEXTS: Readonly<Record<AdviceLanguage, Readonly<Record<Line, string>>>> = {
  en: {
    unsupported:
      'The platform, the model or your organization does not accept $b. Remove {it|them} from $h',
    opens: ', and remove the parts of the request that need {it|them}: $f',
    idle: '. Nothing is lost, because {it needs|they need} no header any more',
    newer: '. The current {name is|names are} $b',
    unlisted: '. No beta of that name is known: check the spelling',
    instead:
      '. On $p, each of its features has its own value: of $b, send those that the request uses',
    gone: '. The feature is not available on $p',
    unused:
      '$b was sent, but the request does not use it. Remove it from $h, or add the part that the message requires',
    'unsupported-unnamed':
      'A value in $h is not accepted here, and the response does not say which$b. Remove the values that the request does not need. If you need them all, send them one at a time to find the one that is rejected',
    these: ' (sent: $b)',
    missing:
      'The request needs $b, which did not arrive. Send {it|them} in $h, and check that no proxy or gateway drops {it|them}',
    which:
      'The request needs a beta that did not arrive, and the response does not say which. Look up the feature that the request uses, and send its beta in $h',
    place:
      '$f is only accepted with $b, which did not arrive. Send {it|them} in $h, or leave the field out',
    above:
      '$f is above the limit of the model without $b, which did not arrive. Send {it|them} in $h, or use a lower value',
    value:
      '$f accepts this value only with $b, which did not arrive. Send {it|them} in $h, or use another value',
    arrived:
      '$b was sent but had no effect on $f. Check that no gateway drops {it|them} and that the model has the feature, or leave the field out',
    leaked:
      '$f was sent as a field of the body, which the API does not accept. Send its values$b in $h: with the SDK, call client.beta.messages',
    token:
      'A bearer token is only accepted together with $b, which did not arrive. Send it in $h, and check that no proxy replaces the header',
    method:
      'This method of the SDK does not accept $f, so nothing was sent. Call a method of client.beta.messages instead; if it does not accept the field either, update the SDK',
    renamed:
      '$f is deprecated, and the message names its replacement. Use that field, which needs no header',
    policy:
      'A policy of your organization on Google Cloud does not allow $f for this model. Ask the administrator of the policy to allow it, or leave out the part that uses it',
    all: 'The server that answered accepts no betas at all. Send the request without the anthropic-beta header and the parts that need it, or send it to the Claude API',
    unavailable:
      '$f is not available on $p, and no header changes that. Leave it out, or send the request to a platform that has it',
    headerless:
      '$f needs no beta on $p, but the server that answered does not know it. Check the model and any gateway between you and the platform, or leave the field out',
    unconfirmed:
      'The server that answered does not know $f, and no source confirms that $p has it. Leave it out, or send the request to a platform that has it',
    graduated:
      '$f needs no header on the Claude API any more, but the server that answered does not know it. A gateway or another platform may still require $b; otherwise leave the field out',
    refusedHere:
      'The response requires $b, which has no use on $p. Leave out the part that needs it, or send the request to a platform that has the feature',
    refusedPlace:
      '$f belongs to $b, which has no use on $p. Leave the field out, or send the request to a platform that has the feature',
    'not-enrolled':
      'Your organization or plan has no access to $b. Ask for access, or remove {it|them} from $h',
    'empty-header': 'No beta was in $h. Leave it out if there is no beta to send',
    conflict:
      '$b cannot be used together in one request here. Remove those that the request does not need from $h',
    'one-conflict':
      '$b cannot be used together with another value that was sent. Remove one of the two from $h',
    'two-conflict':
      'Some of the values in $h cannot be used together in one request here. Remove those that the request does not need',
    limited:
      'The feature that $b enables has its own limit here, and the request exceeds it. Remove {it|them} from $h',
    one: 'one of the betas that were sent',
  },
  id: {
    unsupported: '$b tidak diterima oleh platform, model, atau organisasi Anda. Hapus dari $h',
    opens: ', dan hapus dari permintaan bagian yang memerlukannya: $f',
    idle: '. Tidak ada yang hilang, karena header ini tidak diperlukan lagi',
    newer: '. Nama yang sekarang: $b',
    unlisted: '. Tidak ada beta yang dikenal dengan nama itu: periksa ejaannya',
    instead:
      '. Di $p, setiap fiturnya punya nilai sendiri: dari $b, kirim yang dipakai permintaan ini',
    gone: '. Fitur ini tidak tersedia di $p',
    unused:
      '$b dikirim, tetapi permintaan ini tidak memakainya. Hapus dari $h, atau tambahkan bagian yang diminta pesan itu',
    'unsupported-unnamed':
      'Salah satu nilai di $h tidak diterima di sini, dan responsnya tidak menyebut yang mana$b. Hapus nilai yang tidak diperlukan permintaan ini. Jika semuanya diperlukan, kirim satu per satu untuk menemukan nilai yang ditolak',
    these: ' (dikirim: $b)',
    missing:
      'Permintaan ini memerlukan $b, yang tidak sampai. Kirim di $h, dan pastikan tidak ada proxy atau gateway yang membuangnya',
    which:
      'Permintaan ini memerlukan beta yang tidak sampai, dan responsnya tidak menyebut yang mana. Cari fitur yang dipakai permintaan ini, lalu kirim betanya di $h',
    place: '$f hanya diterima bersama $b, yang tidak sampai. Kirim di $h, atau hapus field itu',
    above:
      '$f melampaui batas model tanpa $b, yang tidak sampai. Kirim di $h, atau kurangi nilainya',
    value:
      '$f menerima nilai ini hanya dengan $b, yang tidak sampai. Kirim di $h, atau gunakan nilai lain',
    arrived:
      '$b sudah dikirim tetapi tidak berpengaruh pada $f. Pastikan tidak ada gateway yang membuangnya dan bahwa model mendukung fiturnya, atau hapus field itu',
    leaked:
      '$f terkirim sebagai field di body, padahal API tidak menerimanya di sana. Kirim nilainya$b di $h: dengan SDK, gunakan client.beta.messages',
    token:
      'Token bearer hanya berlaku bersama $b, yang tidak sampai. Kirim di $h, dan pastikan tidak ada proxy yang mengganti header itu',
    method:
      'Metode SDK ini tidak menerima $f, jadi tidak ada yang terkirim. Panggil metode client.beta.messages; jika metode itu juga tidak menerimanya, perbarui SDK',
    renamed:
      '$f sudah usang, dan pesan itu menyebut penggantinya. Gunakan field pengganti itu, yang tidak memerlukan header',
    policy:
      'Kebijakan organisasi Anda di Google Cloud tidak mengizinkan $f untuk model ini. Minta administrator kebijakan itu untuk mengizinkannya, atau hapus bagian yang memakainya',
    all: 'Server yang menjawab tidak menerima beta sama sekali. Kirim permintaan tanpa header anthropic-beta dan tanpa bagian yang memerlukannya, atau kirim ke Claude API',
    unavailable:
      '$f tidak tersedia di $p, dan tidak ada header yang mengubahnya. Hapus bagian itu, atau kirim permintaan ke platform yang memilikinya',
    headerless:
      '$f tidak memerlukan beta di $p, dan server yang menjawab tidak mengenalnya. Periksa model dan gateway di antara Anda dan platform itu, atau hapus field itu',
    unconfirmed:
      'Server yang menjawab tidak mengenal $f, dan tidak ada sumber yang memastikan $p memilikinya. Hapus bagian itu, atau kirim permintaan ke platform yang memilikinya',
    graduated:
      '$f tidak lagi memerlukan header di Claude API, dan server yang menjawab tidak mengenalnya. Gateway atau platform lain mungkin masih memerlukan $b; jika tidak, hapus field itu',
    refusedHere:
      'Respons itu meminta $b, yang tidak berguna di $p. Hapus bagian yang memerlukannya, atau kirim permintaan ke platform yang memiliki fiturnya',
    refusedPlace:
      '$f merupakan bagian dari $b, yang tidak berguna di $p. Hapus field itu, atau kirim permintaan ke platform yang memiliki fiturnya',
    'not-enrolled':
      'Organisasi atau paket Anda tidak punya akses ke $b. Minta akses, atau hapus dari $h',
    'empty-header': 'Tidak ada beta di $h. Jangan sertakan jika tidak ada beta yang perlu dikirim',
    conflict:
      '$b tidak dapat dipakai bersama dalam satu permintaan di sini. Hapus yang tidak diperlukan permintaan ini dari $h',
    'one-conflict':
      '$b tidak dapat dipakai bersama nilai lain yang dikirim. Hapus salah satunya dari $h',
    'two-conflict':
      'Beberapa nilai di $h tidak dapat dipakai bersama dalam satu permintaan di sini. Hapus yang tidak diperlukan permintaan ini',
    limited:
      'Fitur yang diaktifkan $b punya batas sendiri di sini, dan permintaan ini melampauinya. Hapus dari $h',
    one: 'salah satu beta yang dikirim',
  },
};
