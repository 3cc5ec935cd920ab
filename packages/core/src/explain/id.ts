import { PLATFORMS } from '@beta-headers/constants';
import type { Decision } from '../types.ts';
import { type Texts, toPhrase } from './texts.ts';

/** The scope of a claim, by the condition that it depends on. */
const PLACES = {
  platform: 'di platform ini',
  model: 'untuk model ini di platform ini',
  form: 'dalam bentuk ini di platform ini',
  'form-and-model': 'dalam bentuk ini untuk model ini di platform ini',
  endpoint: 'di endpoint ini pada platform ini',
} as const;

/** Adds that the policy refuses what is not verified. */
const addPolicy = ({ action }: Decision): string =>
  action === 'refused' ? ', dan kebijakan menolaknya' : '';

/** The Indonesian texts. */
export const id: Texts = {
  verdict: {
    works: 'berhasil apa adanya',
    'works-changed': 'berhasil setelah diubah',
    refused: 'akan ditolak',
    'refused-observed': 'akan ditolak jika tidak diubah; perbaikannya:',
    unverified: 'belum diketahui apakah ini akan berhasil',
  },
  from: {
    option: 'dari opsi',
    host: 'dari host',
    path: 'dari path',
    assumed: 'perkiraan, karena permintaan tidak menunjukkan platformnya; atur opsi `platform`',
  },
  none: '(tidak ada)',
  inBody: '(di body)',
  request: 'permintaan',
  confidence: { low: 'keyakinan rendah', disputed: 'sumber tidak sepakat' },
  more: (count) => `dan ${count} lagi`,
  actions: {
    sent: 'dikirim',
    added: 'ditambahkan',
    missing: 'tidak ada',
    dropped: 'tidak dikirim',
    stripped: 'dihapus dari body',
    substituted: 'dihapus dari body',
    refused: 'ditolak',
    ignored: 'dikirim, tanpa pengaruh',
  },
  reasons: {
    caller: toPhrase('sudah ada di permintaan'),
    always: toPhrase('tercantum di opsi `always`'),
    needed: ({ action }) =>
      action === 'refused'
        ? 'diperlukan oleh permintaan, tetapi kebijakan tidak menambahkannya'
        : `${action === 'missing' ? 'padahal ' : ''}diperlukan oleh permintaan`,
    instead: ({ sends, replaces }) => {
      if (sends) return `platform ini meminta ${sends} sebagai gantinya`;
      return replaces
        ? `platform ini memintanya sebagai ganti ${replaces}`
        : 'hasilnya sama dengan bagian yang dihapus dari body';
    },
    graduated: toPhrase(
      'tidak diperlukan lagi: di mana pun fiturnya ada, fitur itu berfungsi tanpa nilai ini',
    ),
    retired: toPhrase('nilai ini sudah dihentikan dan tidak lagi mengaktifkan apa pun'),
    superseded: toPhrase('masih berfungsi; sudah ada tanggal yang lebih baru untuk fitur ini'),
    'legacy-shape': toPhrase(
      'memilih bentuk respons lama di sini, dan tanpanya respons akan berubah',
    ),
    'callers-shape': ({ action, conflictsWith }) =>
      action === 'refused'
        ? `diperlukan oleh permintaan, tetapi ${conflictsWith} memilih versi endpoint yang lain`
        : `bentuk respons sudah dipilih oleh ${conflictsWith}`,
    rejected: ({ action, level }) => {
      if (action !== 'sent' && action !== 'added') return 'platform ini tidak menerimanya';
      return level === 'debug'
        ? 'platform yang diperkirakan tidak menerimanya'
        : 'platform ini tidak menerimanya, tetapi nilai ini tetap dikirim';
    },
    'rejected-before': toPhrase('pernah ditolak di sini'),
    'unknown-beta': (decision) => {
      const { fix, sends } = decision;
      const hint = fix === 'did-you-mean' ? `; maksud Anda ${sends}?` : '';
      return `beta ini tidak dikenal${addPolicy(decision)}${hint}`;
    },
    'unknown-acceptance': (decision) =>
      `belum diketahui apakah platform ini menerimanya${addPolicy(decision)}`,
    spelling: ({ sends }) => `penulisan yang benar: ${sends}`,
    malformed: ({ at }) =>
      at
        ? '`anthropic_beta` harus berupa daftar nama beta'
        : 'nilai ini tidak dapat dikirim di header: nama beta hanya berisi huruf, angka, dan tanda hubung',
    'empty-header': toPhrase('header ini, atau bagian di antara komanya, kosong'),
    misplaced: toPhrase(
      'beta tidak boleh ada di sini; kirim di header, atau di `anthropic_beta` untuk Bedrock',
    ),
    'too-many': toPhrase('hanya 200 beta pertama dari sebuah permintaan yang diperiksa'),
    conflict: ({ conflictsWith, at }) => {
      const need = at ? 'diperlukan oleh permintaan, tetapi ' : '';
      return `${need}ditolak jika dikirim bersama ${conflictsWith}`;
    },
    unavailable: ({ action, sends, until, dependsOn }) => {
      const place = PLACES[dependsOn ?? 'platform'];
      const ended = until ? ` sejak akhir ${until}` : '';
      const instead = action === 'substituted' ? `; ${sends} memberi hasil yang sama` : '';
      return `tidak tersedia ${place}${ended}${instead}`;
    },
    'no-effect': ({ dependsOn }) => `diterima ${PLACES[dependsOn ?? 'platform']}, tetapi diabaikan`,
    'unknown-availability': (decision) => {
      const place = decision.dependsOn ? PLACES[decision.dependsOn] : 'di sini';
      return decision.confidence === 'disputed'
        ? `sumber-sumber tidak sepakat apakah fitur ini ada ${place}${addPolicy(decision)}`
        : `belum diketahui apakah fitur ini ada ${place}${addPolicy(decision)}`;
    },
    constraint: (decision) => {
      const { action, dependsOn, confidence } = decision;
      if (confidence === 'unknown')
        return `belum diketahui apakah API menerima nilai ini untuk model ini${addPolicy(decision)}`;
      if (action === 'ignored')
        return 'tidak berpengaruh jika digabung dengan bagian lain permintaan';
      if (dependsOn === 'model') return 'API tidak menerima nilai ini untuk model ini';
      return dependsOn === 'endpoint'
        ? 'API tidak menerima nilai ini pada endpoint ini'
        : 'API tidak menerima nilai atau kombinasi ini';
    },
    'unknown-field': (decision) =>
      `tidak dikenal oleh SDK resmi maupun manifes${addPolicy(decision)}`,
    'unread-body': ({ at }) =>
      at
        ? 'model harus berupa string'
        : 'body tidak dapat dibaca, jadi hanya header yang direncanakan',
    'endpoint-unavailable': ({ action }) =>
      action === 'refused'
        ? 'endpoint ini tidak ada di platform ini'
        : 'belum diketahui apakah endpoint ini ada di sini',
    'model-retired': ({ action, until }) =>
      action === 'refused'
        ? `model ini dipensiunkan pada ${until}; gunakan model yang masih tersedia`
        : `Anthropic memensiunkan model ini pada ${until}; platform ini punya jadwal sendiri`,
    'platform-mismatch': ({ sends }) =>
      `host-nya milik ${sends}, sedangkan opsi \`platform\` menyebut platform lain; perbaiki salah satunya`,
    'unknown-platform': toPhrase(`opsi \`platform\` harus salah satu dari ${PLATFORMS.join(', ')}`),
  },
};
