/** The reasons why a text is no request, in Indonesian. They never quote the text. */
import type { JsonProblem, NoneCode, NoneReading } from './types.ts';

type Text = readonly [why: string, hint: string];

const CODES: Readonly<Record<Exclude<NoneCode, 'json'>, Text>> = {
  empty: ['Teksnya kosong.', 'Berikan permintaan, daftar beta, atau error.'],
  'too-long': ['Teksnya lebih dari 40 juta karakter.', 'Berikan permintaannya saja.'],
  'not-text': ['Nilainya bukan teks.', 'Berikan teks permintaan, daftar, atau error.'],
  'json-other': [
    'JSON ini bukan permintaan ke Claude dan bukan error: tidak ada `messages`, `model`, ' +
      'maupun alamat.',
    'Berikan body permintaan, atau seluruh permintaan dengan `url`, `headers`, dan `body`.',
  ],
  'json-scalar': [
    'JSON ini hanya satu nilai, bukan objek.',
    'Berikan body permintaan, yang berupa objek.',
  ],
  response: ['Ini jawaban API, bukan permintaan.', 'Berikan permintaan yang dikirim.'],
  'har-empty': [
    'HAR ini tidak berisi permintaan ke Claude API.',
    'Rekam lagi saat permintaan dikirim, atau berikan entrinya saja.',
  ],
  html: ['Ini HTML.', 'Berikan permintaannya, atau teks error yang ditampilkan halaman itu.'],
  binary: ['Ini data biner.', 'Berikan teks.'],
  'curl-quote': [
    'Sebuah tanda kutip di perintah ini tidak ditutup.',
    'Tutup tanda kutipnya, atau salin seluruh perintah.',
  ],
  'curl-url': [
    'Perintah ini tidak memuat alamat.',
    'Tambahkan alamatnya, misalnya https://api.anthropic.com/v1/messages.',
  ],
  elsewhere: [
    'Permintaan ini tidak menuju API Claude: alamat, header, maupun body tidak menunjukkannya.',
    'Berikan permintaan dengan alamat API itu, atau dengan path yang dipakai gateway Anda.',
  ],
  model: [
    'Ini nama model, bukan nama beta.',
    'Berikan permintaan dengan model ini, atau beta yang Anda kirim.',
  ],
  'other-model': [
    'Ini permintaan ke model penyedia lain, bukan ke Claude.',
    'Berikan permintaan ke model Claude, atau tambahkan alamatnya jika gateway memakai nama ini ' +
      'untuk Claude.',
  ],
  code: [
    'Tidak ada panggilan API atau beta yang dapat dibaca di kode ini. Yang dibaca adalah panggilan dengan nilai literal.',
    'Berikan baris yang memanggil API, misalnya `client.messages.create(…)`, atau JSON permintaannya.',
  ],
  prose: [
    'Tidak ada permintaan, daftar beta, atau error yang dikenal di teks ini.',
    'Berikan body JSON, perintah cURL, kode yang memanggil API, header, atau error.',
  ],
  unreadable: ['Teks ini tidak bisa dibaca.', 'Berikan permintaannya saja.'],
};

const PROBLEMS: Readonly<Record<JsonProblem, Text>> = {
  value: [
    'sebuah nilai diharapkan di sini',
    'Tulis teks dalam tanda kutip, angka, true, false, atau null.',
  ],
  name: ['nama dalam tanda kutip diharapkan di sini', 'Beri tanda kutip pada namanya.'],
  colon: ['titik dua setelah nama tidak ada', 'Tulis titik dua.'],
  comma: ['koma atau kurung tutup tidak ada', 'Tulis koma di antara dua nilai.'],
  trailing: ['ada koma sebelum kurung tutup', 'Hapus komanya.'],
  end: ['teksnya berakhir terlalu cepat', 'Salin seluruhnya, atau tutup kurungnya.'],
  string: [
    'sebuah teks tidak ditutup, atau berisi ganti baris',
    'Tutup tanda kutipnya; tulis \\n.',
  ],
  escape: ['escape ini tidak ada di JSON', 'Gandakan garis miring terbaliknya.'],
  number: [
    'angka ini tidak ditulis seperti di JSON',
    'Tulis digit tanpa nol di depan dan tanpa spasi.',
  ],
  comment: ['JSON tidak mengenal komentar', 'Hapus komentarnya.'],
  quote: ['JSON hanya mengenal tanda kutip ganda', 'Tulis ".'],
  extra: ['masih ada teks setelah akhir', 'Hapus teks itu, atau tulis satu JSON per baris.'],
};

/** Says in Indonesian why a text is no request, and how to fix it. */
export function describeNoneInIndonesian({ code, problem, at }: NoneReading): Text {
  if (code !== 'json') return CODES[code];
  const [why, hint] = PROBLEMS[problem ?? 'value'];
  return [`JSON-nya rusak di baris ${at?.line ?? 1}, kolom ${at?.column ?? 1}: ${why}.`, hint];
}
