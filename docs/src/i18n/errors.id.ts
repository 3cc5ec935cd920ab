/** The Indonesian texts of the page of errors. */
import type { errorsEn } from './errors.en.ts';

export const errorsId: typeof errorsEn = {
  title: 'Galat tentang beta',
  lead:
    'Semua pesan tentang beta yang dikenal, menurut jenisnya: apa artinya dan apa yang perlu ' +
    'dilakukan. Susunan katanya berubah dan gateway membungkusnya, jadi bacalah jenisnya, ' +
    'bukan teksnya; `classifyBetaError` melakukannya di kode Anda.',
  ask: 'Tempelkan galat Anda di pemeriksa',
  kinds: 'Jenis',
  message: 'Pesan',
  seenOn: 'Terlihat di',
  status: 'Status',
  advice: 'Yang perlu dilakukan',
  about: 'Tentang',
  source: 'Sumber',
  asOf:
    'Jenis dan saran di bawah ini adalah hasil `classifyBetaError` atas contoh-contohnya, ' +
    'dihitung saat halaman ini dibuat.',
  recorded: 'Direkam',
  reconstructed: 'Disusun ulang dari uraian',
  kind: {
    unsupported:
      'Header menyebut nilai yang tidak diterima oleh platform, model, atau organisasi Anda. ' +
      'Claude API memberi respons yang sama untuk nama yang tidak ada dan untuk nama yang ' +
      'tidak boleh Anda pakai.',
    'unsupported-unnamed':
      'Sama, tetapi responsnya tidak menyebut namanya. Bedrock memutuskan per model; semua ' +
      'nilai yang Anda kirim patut dicurigai.',
    missing:
      'Sebuah field, alat, atau endpoint hanya dikenal bersama suatu beta. Entah tidak ada ' +
      'yang mengirim betanya, atau sesuatu di perjalanan menghapusnya.',
    'not-enrolled': 'Nilainya ada, tetapi organisasi Anda belum diberi akses.',
    'empty-header':
      'Header-nya ada, tetapi kosong. Sebagian klien mengirimnya kosong jika daftar betanya ' +
      'kosong.',
    conflict: 'Endpoint ini menolak dua beta jika dikirim bersama.',
    limited:
      'Betanya sudah sampai, dan batas khusus untuknya tercapai. Header tidak mengubahnya: ' +
      'tunggu, atau minta batas yang lebih tinggi.',
  },
  rows: (count: number) => `Semua teks galat yang dikenal manifes (${count})`,
  notBeta: 'Yang mirip, tetapi bukan tentang beta',
  notBetaLead:
    'Pesan-pesan ini menyebut beta atau field yang dikenal, tetapi mengubah header tidak ' +
    'memperbaikinya. `classifyBetaError` mengembalikan `undefined`.',
  shape: {
    'unexpected-value': {
      title: 'Unexpected value(s) … for the `anthropic-beta` header',
      note: 'Susunan kata Claude API yang sekarang.',
    },
    'unexpected-value-older': {
      title: 'Unexpected value(s) …, susunan kata lama',
      note: 'Kalimat yang sama dengan alamat dokumentasi lama. Masih ditemui lewat gateway.',
    },
    'unexpected-values': {
      title: 'Beberapa nilai sekaligus',
      note: 'Tiap nilai diapit backtick dan dipisahkan koma.',
    },
    'unsupported-header': {
      title: 'Unsupported beta header: …',
      note: 'Dari dokumentasi lama; jarang terlihat di lalu lintas nyata.',
    },
    'vertex-value': {
      title: 'Di Vertex AI',
      note:
        'Teksnya sama seperti di Claude API. ID permintaannya diawali `req_vrtx_`. ' +
        'count_tokens menolak lebih banyak nilai daripada messages.',
    },
    'copilot-header': {
      title: 'unsupported beta header(s): …',
      note:
        'Dari gateway GitHub Copilot. Lapisan kedua di belakangnya masih bisa mengembalikan ' +
        '`invalid beta flag`.',
    },
    'converse-feature': {
      title: 'The … beta feature is not currently supported on Converse',
      note: 'Bedrock menyebut fiturnya, bukan betanya. Pakai InvokeModel sebagai gantinya.',
    },
    'wrapped-value': {
      title: 'Dibungkus gateway',
      note:
        'LiteLLM, OpenRouter, dan lainnya menaruh respons itu sebagai teks di dalam respons ' +
        'mereka sendiri, kadang dua kali.',
    },
    'invalid-flag': {
      title: 'invalid beta flag',
      note: 'Respons Bedrock, nilai mana pun yang dimaksud.',
    },
    'invalid-flag-exception': {
      title: 'ValidationException: invalid beta flag',
      note: 'Sama, sebagaimana dilempar SDK AWS.',
    },
    'invalid-flag-wrapped': {
      title: 'The model returned the following errors: invalid beta flag',
      note: 'Sama, dari model di balik InvokeModel.',
    },
    'invalid-flag-databricks': {
      title: 'Di Databricks',
      note: 'Endpoint native-nya meneruskan respons platform di belakangnya.',
    },
    'no-betas': {
      title: 'Gateway yang tidak menerima beta',
      note:
        'Gateway di depan model buatan pihak lain menerjemahkan permintaan, dan menolak semua ' +
        'beta.',
    },
    'input-tag-tool': {
      title: 'tools.…: Input tag … does not match any of the expected tags',
      note:
        'Jenis alat yang hanya ada dengan suatu beta. Daftarnya menunjukkan apa yang tersedia ' +
        'tanpa beta itu.',
    },
    'input-tag-block': {
      title: 'messages.…: Input tag … found',
      note:
        'Blok konten dari jawaban sebelumnya. Siapa pun yang mengirimnya kembali harus tetap ' +
        'mengirim beta asalnya.',
    },
    'input-tag-file': {
      title: "Input tag 'file' found using 'type'",
      note:
        'Berkas sebagai sumber, dari masa sebelum Files API tersedia umum. Sekarang tidak ' +
        'perlu header: cari endpoint lama atau gateway yang belum mengenalnya.',
    },
    'extra-field': {
      title: '…: Extra inputs are not permitted',
      note:
        'Field di tingkat teratas body yang hanya ada dengan suatu beta. Salah ketik biasa ' +
        'memberi pesan yang sama, dan itu tidak menyangkut beta.',
    },
    'extra-tool-field': {
      title: 'tools.….custom.…: Extra inputs are not permitted',
      note: 'Field di dalam sebuah alat. Path-nya menyebut varian yang dikira API untuk alat itu.',
    },
    'extra-field-bedrock': {
      title: 'Extra inputs are not permitted, di Bedrock',
      note: 'Khas jika gateway menghapus beta dari permintaan tetapi membiarkan field-nya.',
    },
    'named-block': {
      title: '`tool_addition` blocks require anthropic-beta: …',
      note:
        'Blok percakapan yang menyebut header-nya sendiri. Mungkin ada yang membuang header ' +
        'itu di perjalanan.',
    },
    'api-in-beta': {
      title: 'this API is in beta: add … to the `anthropic-beta` header',
      note: 'Dari endpoint agen dan memory store, juga jika yang dikirim nilai lain.',
    },
    'renamed-field': {
      title: 'output_format: This field is deprecated.',
      note: 'Nama parameter ini berubah sejak output terstruktur tersedia umum.',
    },
    'sdk-method': {
      title: 'Messages.create() got an unexpected keyword argument …',
      note:
        'SDK menolak pemanggilan itu sebelum apa pun terkirim: parameternya milik ' +
        '`client.beta.messages`. TypeScript menyatakan bahwa parameter itu tidak ada dalam ' +
        'tipenya.',
    },
    'leaked-betas': {
      title: 'betas: Extra inputs are not permitted',
      note:
        'Parameter `betas` dari klien resmi sampai ke body: diberikan ke namespace tanpa beta, ' +
        'atau ke sebuah item batch.',
    },
    'hidden-endpoint': {
      title: '404 dari endpoint admin',
      note:
        'Sebagian endpoint memberi respons seolah-olah tidak ada jika header-nya tidak dikirim ' +
        'atau organisasinya tidak punya akses.',
    },
    'not-enrolled-code': {
      title: 'error_code: organization_not_enrolled_in_beta',
      note: 'Baca kodenya, bukan pesannya: susunan katanya tidak tetap.',
    },
    'not-enrolled-subscription': {
      title: 'The long context beta is not yet available for this subscription.',
      note: 'Langganan tanpa akses. Kini fiturnya tersedia umum dan tidak memerlukan header.',
    },
    'google-policy': {
      title: 'Organization Policy constraint … violated',
      note:
        'Di Google Cloud, kebijakan organisasi menentukan fitur model mitra yang boleh ' +
        'dipakai; sebagian dilarang secara bawaan. Tidak ada header yang mengubahnya.',
    },
    'not-enrolled-preview': {
      title: 'Fast mode is currently available in research preview …',
      note: 'Dari minggu-minggu pertama pratinjaunya.',
    },
    'empty-value': {
      title: 'Unexpected value(s) `` for the `anthropic-beta` header',
      note:
        'Dua backtick tanpa apa pun di antaranya. Penyebabnya daftar beta yang kosong, atau ' +
        'koma di akhir.',
    },
    'conflict-pair': {
      title: 'Dua beta yang tidak dapat dipakai bersama',
      note:
        'Susunan kata persisnya belum direkam. Klien resmi menambahkan betanya sendiri pada ' +
        'memory store: jangan kirim beta yang lain itu di sana.',
    },
    'tool-of-model': {
      title: '… does not support tool types: …',
      note:
        'Model ini tidak memiliki versi alat tersebut, apa pun header-nya. Pesannya ' +
        'dilanjutkan dengan versi yang dimilikinya.',
    },
    'typo-field': {
      title: 'Field yang tidak dikenal beta mana pun',
      note: 'Salah ketik pada nama field.',
    },
    'rate-limit': {
      title: 'Batas laju yang menyebut beta',
      note: 'Tunggu, atau minta batas yang lebih tinggi.',
    },
    'value-of-field': {
      title: 'Nilai yang salah di field yang dikenal',
      note: 'Field-nya dikenal, jadi betanya sudah sampai.',
    },
    'compaction-place': {
      title: 'Blok compaction di tempat yang salah',
      note: 'Header-nya ada; blok itu harus menjadi yang pertama di pesannya.',
    },
    'thread-unsupported': {
      title: 'thread_unsupported_request',
      note: 'Betanya sudah sampai; permintaan memakai field yang tidak didukung thread.',
    },
  },
};
