/** The Indonesian texts of the files for agents. */
import type { agentsEn } from './agents.en.ts';

export const agentsId: typeof agentsEn = {
  how:
    'Setiap halaman juga tersedia sebagai Markdown: ganti / terakhir pada alamatnya dengan .md ' +
    '(/ menjadi /index.md). Yang tidak diketahui tidak pernah ditampilkan sebagai diterima.',
  placement: 'Tempat nilainya',
  header: (field) => `header ${field}, dipisahkan koma`,
  body: (field) => `field ${field} di body, berupa daftar; header tidak dibaca`,
  fields:
    'Header apa untuk suatu field, jenis alat, atau endpoint? Satu berkas kecil untuk semua ' +
    'platform.',
  pages: 'Halaman',
  features: 'Fitur dan yang diperlukannya',
  more: 'Untuk organisasi dan klien resmi',
  data: 'Data',
  short: {
    yes: 'kirim nilainya',
    no: 'tidak perlu header lagi',
    depends: 'bergantung pada platform',
    form: 'bergantung pada bentuk permintaan',
    superseded: 'sudah digantikan nilai lain',
    client: 'dikirim klien resmi',
    unknown: 'tidak ada yang tahu',
  },
  checkCli:
    'Halaman ini berjalan di peramban. Mesin yang sama menjawab di terminal, untuk teks apa pun: ' +
    'body, perintah cURL, kode, HAR, daftar nilai, atau galat.',
  checkMcp:
    'Untuk agen tersedia server MCP dengan tiga alat yang hanya membaca dan bekerja tanpa jaringan:',
  checkTools:
    '`explain_request` menjawab apakah suatu permintaan berfungsi di platformnya dan apa yang ' +
    'membuatnya berfungsi, `find_beta` menemukan nilai untuk suatu fitur atau field, `scan_text` ' +
    'menemukan nilai lama di dalam kode.',
  checkCode: 'Di TypeScript hal yang sama berupa fungsi tanpa jaringan:',
  install: 'Pasang',
  need: 'Apakah diperlukan?',
  all: 'Semuanya',
  guides: 'Panduan',
  reference: 'Ekspor',
};
