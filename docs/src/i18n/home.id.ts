/** The Indonesian texts of page one. */
import type { Messages } from './en.ts';

export const homeId: Messages['home'] = {
  lead:
    'Header beta, misalnya `anthropic-beta: mcp-client-2025-11-20`, mengaktifkan fitur Claude ' +
    'API yang masih beta. Tanpa header itu, fiturnya ditolak; jika dikirim ke platform yang ' +
    'tidak mengenalnya, seluruh permintaan bisa gagal.',
  box: {
    title: 'Apakah permintaan Anda berhasil?',
  },
  code: {
    title: 'Atau biarkan kode Anda yang mengurusnya',
    adds: 'Permintaan ini memuat `mcp_servers`, jadi header ini ditambahkan:',
    refuses: (feature, platform) =>
      `Di ${platform} permintaan ditolak sebelum dikirim: ${feature} tidak ada di sana.`,
    more: 'Mulai cepat',
    others: 'Deno, Python, dan klien lain',
  },
  starts: {
    label: 'Mulai dari mana',
    error: 'Mendapat galat?',
    errorText: '“invalid beta flag” dan semua bunyi galat lain, dengan perbaikannya',
    feature: 'Header apa untuk …?',
    featureText: 'Semua fitur: header yang diperlukan sekarang, kalau ada',
    code: 'Serahkan ke kode',
    codeText: 'Node, Deno, gateway, baris perintah',
  },
  news: {
    title: (month) => `Baru pada ${month}`,
    all: (count, month) => `Semua perubahan ${month} (${count})`,
  },
  stageSince: 'Tahap, sejak',
  group: {
    everyday: 'Fitur sehari-hari',
    specialised: 'Khusus',
    administration: 'Administrasi',
    'client-internal': 'Dikirim sendiri oleh klien resmi',
    old: 'Nilai yang sudah diganti atau dihentikan',
  },
  cell: {
    feature: {
      available: 'Ya',
      some: 'Sebagian',
      'no-effect': 'Diabaikan',
      unavailable: 'Tidak',
      unknown: '?',
      disputed: 'Berbeda',
    },
    header: {
      accepted: 'diterima',
      some: 'sebagian',
      ignored: 'diabaikan',
      instead: 'nilai lain',
      rejected: 'ditolak',
      unknown: 'header ?',
      disputed: 'berbeda',
    },
    featureLead: 'Fiturnya',
    headerLead: 'Nilai header-nya',
    sources: 'Sumber dan rincian',
    loading: 'Memuat …',
    failed: 'Catatan tidak dapat dimuat. Halaman betanya memuat semuanya.',
    close: 'Tutup',
    on: (subject, platform) => `${subject} di ${platform}`,
  },
  legend: {
    title: 'Arti kolom dan sel',
    first: 'Kata pertama',
    firstText: 'apakah fiturnya ada di sana?',
    second: 'Kata kedua',
    secondText: 'apakah platform menerima nilai header-nya? Keduanya fakta yang berbeda.',
    open: 'Buka sel untuk melihat syarat, solusi, dan sumbernya.',
    unknown: 'belum ada yang menerbitkan apa pun: bukan “ya” dan bukan “tidak”',
    some: 'dengan model tertentu, dalam bentuk tertentu, atau bagi organisasi yang diberi akses',
    instead: 'ditolak; platform meminta nilai lain',
  },
  filter: {
    on: 'Tersedia di',
    not: 'Tidak tersedia di',
    mine: 'Platform saya',
    mineHint:
      'Hanya kolom ini yang ditampilkan. Pilihan ini disimpan di peramban ini dan tidak dikirim ' +
      'ke mana pun.',
    none: 'semua',
    all: 'semua',
    searchHint: 'berkas, pencarian alat, mcp_servers …',
    sortUse: 'Paling sering dipakai',
  },
  errors: {
    label: 'Saring galat',
    hint: 'Kata dari pesannya, platform, status …',
    none: 'Tidak ada galat di halaman ini dengan kata-kata itu. Tempel seluruh teksnya di pemeriksa.',
  },
  language: {
    offer: 'Halaman ini tersedia dalam bahasa Indonesia.',
    dismiss: 'Tutup',
  },
  footer: {
    fresh: (betas, date) => `${betas} beta · sumber terbaru dibaca pada ${date}`,
  },
};
