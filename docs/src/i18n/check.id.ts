/** The Indonesian texts of the checker: data without functions. The page fills in `{words}`. */
import type { checkEn } from './check.en.ts';

export const checkId: typeof checkEn = {
  title: 'Periksa permintaan',
  lead:
    'Tempelkan permintaan, lalu lihat untuk tiap platform: apakah berhasil di sana, apa yang ' +
    'membuatnya berhasil, dan mengapa. Atau susun header, atau tanyakan arti galat.',
  privacy: 'Semuanya berjalan di halaman ini. Apa pun yang Anda tempel tidak keluar dari peramban.',
  noScript:
    'Pemeriksa ini berjalan di peramban dan memerlukan JavaScript. Tanpa itu, katalog ' +
    'menjelaskan kapan tiap beta diperlukan, dan halaman galat menjelaskan arti tiap pesan.',
  request: {
    heading: 'Permintaan',
    label: 'JSON atau cURL',
    hint: 'Body JSON, {"method", "path", "headers", "body"}, atau perintah cURL.',
    endpoint: 'Endpoint',
    endpointHint: 'Untuk body saja. Jika kosong: POST /v1/messages.',
    sent: 'Beta yang sudah Anda kirim',
    sentHint: 'Untuk body saja: nilai anthropic-beta.',
    example: 'Coba contoh',
    clear: 'Kosongkan',
    share: 'Salin tautannya',
    shared:
      'Tautan tersalin. Isinya adalah yang Anda tempel, tanpa kunci dan token, di belakang ' +
      'tanda #; bagian itu tidak dikirim peramban kepada siapa pun.',
    shareFailed: 'Tautannya ada di bilah alamat: gagal menyalin.',
    shareLong:
      'Ini terlalu panjang untuk sebuah tautan. Pendekkan permintaan atau teks galatnya hingga ' +
      'kurang dari {most} karakter.',
    long:
      'Teks sebesar {size} MB diperiksa, tetapi tidak ditampilkan seluruhnya. Berikut bagian ' +
      'awalnya:',
    replace: 'Tempel yang lain',
  },
  result: {
    heading: 'Berhasilkah di sana?',
    waiting: 'Jawabannya muncul di sini begitu ada permintaan.',
    working: 'Memeriksa …',
    slow:
      'Pemeriksaan berlangsung lebih dari {seconds} detik, lalu dihentikan. Coba teks yang ' +
      'lebih pendek.',
    failed:
      'Pemeriksa ini sendiri yang gagal. Muat ulang halaman ini; jika terjadi lagi, laporkan.',
    caption: 'Berhasil tidaknya permintaan di tiap platform, dan alasannya',
    read: 'Dibaca sebagai {method} {path}.',
    addressed: 'Alamatnya milik {platform}.',
    summary: 'Di {all} platform:',
    platform: 'Platform',
    verdict: 'Hasil',
    why: 'Alasan',
    header: 'Header:',
    inBody: 'Di body:',
    nothing: 'tanpa beta',
    undecided: 'Tidak ada fitur yang memerlukan beta, dan tidak ada beta yang dikirim.',
    place: 'baris {line}, kolom {column}',
    more: '{count} lainnya tidak ditampilkan.',
  },
  verdict: {
    works: 'Berhasil',
    changed: 'Berhasil setelah diubah',
    refused: 'Tidak bisa di sini',
    unverified: 'Belum ada yang tahu',
    none: 'Bukan permintaan',
  },
  corrected: {
    heading: 'Permintaan yang sudah diperbaiki',
    platform: 'Untuk platform',
    language: 'Bahasa',
    copy: 'Salin kodenya',
    refused:
      'Permintaan ini tidak bisa dibuat berhasil di {platform}: {names} tidak dapat dipakai di ' +
      'sana begitu saja, dan menghapusnya tidak membantu.',
    refusedWhole:
      'Permintaan ini tidak bisa dibuat berhasil di {platform}; alasannya ada di tabel.',
    stripped: 'Tanpa {names}, karena tidak tersedia di {platform}.',
    tooLong:
      'Permintaan ini terlalu panjang untuk ditulis sebagai kode. Kirim beta ini bersamanya: ' +
      '{names}.',
    tooLongNone:
      'Permintaan ini terlalu panjang untuk ditulis sebagai kode. Tidak ada beta yang diperlukan.',
    converse:
      'Converse punya bentuk body sendiri, yang tidak ditulis halaman ini. Inilah yang harus ' +
      'ada di dalamnya:',
    copied: 'Tersalin',
    copyFailed: 'Gagal menyalin',
    waiting: 'Permintaan yang sudah diperbaiki muncul di sini begitu ada permintaan.',
  },
  header: {
    heading: 'Susun header',
    lead: 'Dari nama beta, atau nama fitur: nama fitur berarti beta bawaannya.',
    label: 'Beta atau fitur',
    add: 'Tambahkan',
    remove: 'Hapus {name}',
    unknown: '{name} bukan beta dan bukan fitur yang dikenal manifes.',
    near: 'Maksud Anda {near}?',
    badName: 'Nama hanya berisi huruf, angka, dan tanda hubung: {name}',
    copy: 'Salin header ini',
    list: 'Nama di dalam header',
    empty:
      'Tidak ada yang perlu dikirim: jangan sertakan header-nya. Header kosong menimbulkan ' +
      'galat di beberapa platform.',
    means: '{name} berarti {beta}',
  },
  error: {
    heading: 'Apa arti galat ini?',
    label: 'Pesan galat, baris log, atau JSON',
    hint: 'Apa adanya, juga jika sudah dibungkus oleh gateway.',
    waiting: 'Penjelasannya muncul di sini.',
    unrelated:
      'Sejauh yang dapat dilihat halaman ini, galat ini bukan tentang beta. Header ' +
      'anthropic-beta tidak akan memperbaikinya.',
    about: 'Tentang',
    suspects: 'Mungkin tentang',
    together: 'Dibaca bersama permintaan di atas.',
    more: 'Selengkapnya tentang jenis galat ini',
    docs: 'Dokumentasi resmi',
  },
  problem: {
    at: 'Baris {line}, kolom {column}: {problem}',
    value: 'di sini seharusnya ada nilai',
    name: 'di sini seharusnya ada nama dalam tanda kutip ganda',
    colon: 'di sini seharusnya ada titik dua',
    comma: 'di sini seharusnya ada koma',
    trailing: 'ada koma berlebih sebelum ini',
    end: 'teksnya berakhir terlalu dini: masih ada kurung yang terbuka',
    string: 'teks yang dimulai di sini tidak ditutup tanda kutip di barisnya',
    escape: 'escape ini tidak dikenal JSON',
    number: 'angka ini tidak ditulis menurut aturan JSON',
    symbol: 'ini tidak boleh ada di JSON; teks dan nama ditulis dalam tanda kutip ganda',
    comment: 'JSON tidak mengenal komentar',
    extra: 'ada sesuatu setelah akhir JSON',
    depth: 'JSON ini bersarang terlalu dalam untuk dibaca',
    html: 'ini HTML, bukan permintaan; mungkin halaman galat dari sebuah proxy',
    neither: 'ini bukan JSON dan bukan perintah cURL',
    'not-object': 'body permintaan adalah objek: dimulai dengan {',
    'body-text': 'body-nya berupa teks yang bukan JSON',
    endpoint: 'Tulis endpoint sebagai metode dan path: POST /v1/messages.',
    path: 'path dimulai dengan /, alamat lengkap dengan https://',
    'too-long':
      'Ini lebih panjang dari 40 MB. Tidak ada platform yang menerima permintaan seperti itu.',
    'curl-quote': 'tanda kutip yang dimulai di sini tidak ditutup',
    'curl-url': 'perintah ini tidak memuat alamat',
    'curl-file': 'body-nya ada di berkas atau berasal dari perintah lain; tempelkan isinya di sini',
    'curl-form': 'formulir dan berkas unggahan tidak dapat diperiksa; tempelkan body JSON-nya',
  },
  kind: {
    unsupported: 'Beta tidak diterima',
    'unsupported-unnamed': 'Beta tidak diterima, dan responsnya tidak menyebut yang mana',
    missing: 'Permintaan memerlukan beta yang tidak sampai',
    'not-enrolled': 'Organisasi Anda belum boleh memakai beta itu',
    'empty-header': 'Header-nya kosong',
    conflict: 'Dua beta yang tidak dapat dipakai bersama',
    limited: 'Batas untuk beta itu tercapai',
  },
};
