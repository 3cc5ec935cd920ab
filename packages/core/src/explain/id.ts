import { because, type Texts } from './texts.ts';

/** What a claim is about, by what tells it apart from the other claims about its subject. */
const PLACES = {
  platform: 'di platform ini',
  model: 'untuk model ini di platform ini',
  form: 'dalam bentuk ini di platform ini',
  endpoint: 'di endpoint ini pada platform ini',
} as const;

/** Indonesian. */
export const id: Texts = {
  verdict: {
    works: 'berhasil apa adanya',
    'works-changed': 'berhasil setelah diubah',
    refused: 'akan ditolak',
    unverified: 'belum ada yang tahu pasti apakah ini berhasil',
  },
  from: {
    option: 'dari opsi',
    host: 'dari host',
    path: 'dari path',
    assumed: 'dianggap demikian: tidak ada yang menunjukkan platformnya',
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
    caller: because('sudah ada di permintaan'),
    always: because('diminta oleh opsi `always`'),
    needed: ({ action }) =>
      action === 'missing' || action === 'refused'
        ? 'diperlukan oleh permintaan, tetapi tidak ada'
        : 'diperlukan oleh permintaan',
    instead: ({ sends, replaces }) => {
      if (sends) return `platform ini meminta ${sends} sebagai gantinya`;
      return replaces
        ? `platform ini memintanya sebagai ganti ${replaces}`
        : 'hasilnya sama dengan yang dihapus dari body';
    },
    graduated: because('header ini tidak berpengaruh di sini: fiturnya tidak lagi memerlukannya'),
    retired: because('nilai ini tidak berpengaruh lagi'),
    superseded: because('masih berfungsi; sudah ada tanggal yang lebih baru untuk fitur ini'),
    'legacy-shape': because(
      'memilih bentuk respons lama di sini, dan tanpanya respons akan berubah',
    ),
    'callers-shape': ({ action, conflictsWith }) =>
      action === 'refused'
        ? `diperlukan oleh permintaan, tetapi ${conflictsWith} memilih versi endpoint yang lain`
        : `bentuk respons sudah dipilih oleh ${conflictsWith}`,
    rejected: ({ action, level }) => {
      if (action !== 'sent' && action !== 'added') return 'platform ini tidak menerimanya';
      return level === 'debug'
        ? 'platform yang dianggap itu tidak menerimanya'
        : 'platform ini tidak menerimanya, tetapi kebijakan tetap mengirimnya';
    },
    'rejected-before': because('tercatat pernah ditolak di sini'),
    'unknown-beta': ({ fix, sends }) =>
      `beta ini tidak dikenal${fix === 'did-you-mean' ? `; maksud Anda ${sends}?` : ''}`,
    'unknown-acceptance': because('belum diketahui apakah platform ini menerimanya'),
    spelling: ({ sends }) => `penulisannya ${sends}`,
    malformed: because('nilai ini tidak dapat dikirim di header'),
    'too-many': because('hanya 200 beta pertama dari sebuah permintaan yang diperiksa'),
    conflict: ({ conflictsWith, at }) =>
      `${at ? 'diperlukan oleh permintaan, tetapi ' : ''}ditolak bila dikirim bersama ${conflictsWith}`,
    unavailable: ({ action, sends, until, dependsOn }) => {
      const place = PLACES[dependsOn ?? 'platform'];
      const ended = until ? ` sejak akhir ${until}` : '';
      const instead = action === 'substituted' ? `; ${sends} memberi hasil yang sama` : '';
      return `tidak tersedia ${place}${ended}${instead}`;
    },
    'no-effect': ({ dependsOn }) => `diterima ${PLACES[dependsOn ?? 'platform']}, tetapi diabaikan`,
    'unknown-availability': ({ confidence }) =>
      confidence === 'disputed'
        ? 'sumber-sumber tidak sepakat apakah fitur ini ada di sini'
        : 'belum diketahui apakah fitur ini ada di sini',
    constraint: ({ action }) =>
      action === 'ignored'
        ? 'tidak berpengaruh bila digabung dengan bagian lain permintaan'
        : 'ditolak API bila digabung dengan bagian lain permintaan',
    'unknown-field': because('tidak dikenal oleh SDK maupun manifes'),
    'unread-body': because('body tidak dapat dibaca, jadi hanya header yang direncanakan'),
    'endpoint-unavailable': ({ action }) =>
      action === 'refused'
        ? 'endpoint ini tidak ada di platform ini'
        : 'belum diketahui apakah endpoint ini ada di sini',
    'model-retired': ({ action, until }) =>
      action === 'refused'
        ? `modelnya berakhir pada ${until}`
        : `modelnya berakhir pada ${until} di platform yang dijalankan Anthropic; platform ini punya jadwal sendiri`,
    'platform-mismatch': ({ sends }) => `host-nya milik ${sends}, bukan platform ini`,
    'unknown-platform': because('opsi `platform` bukan nama platform'),
  },
};
