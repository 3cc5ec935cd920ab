/** The Indonesian texts of the checker. */
import type { checkEn } from './check.en.ts';

export const checkId: typeof checkEn = {
  title: 'Periksa permintaan',
  lead:
    'Tempelkan permintaan, daftar beta, atau galat, lalu lihat untuk setiap platform apakah ' +
    'berhasil, apa yang membuatnya berhasil, dan alasannya.',
  privacy: 'Semuanya berjalan di halaman ini. Yang Anda tempel tidak pernah keluar dari peramban.',
  noScript:
    'Pemeriksa ini berjalan di peramban dan memerlukan JavaScript. Tanpa itu, katalog menjelaskan ' +
    'apa yang memerlukan setiap beta, dan halaman galat menjelaskan arti setiap pesan.',
  takes: {
    heading: 'Yang bisa diperiksa',
    items: [
      'Permintaan: body JSON dalam bentuk platform mana pun, perintah cURL, HTTPie, atau ' +
        'PowerShell, HTTP mentah, HAR, baris-baris batch.',
      'Kode yang memanggil API. Kode dibaca, tidak pernah dijalankan.',
      'Daftar beta: header, daftar biasa, `ANTHROPIC_BETAS`.',
      'Galat seperti yang Anda terima, atau log debug dengan header dan galat.',
    ],
    limits:
      'Bagian yang tidak ada di teks, misalnya body di berkas lain atau variabel, disebut di ' +
      'jawaban, yang lalu hanya berlaku untuk bagian lainnya.',
  },
  box: {
    label: 'Tempelkan header, galat, atau permintaan',
    hint: 'JSON, cURL, kode, daftar beta, teks galat, log, HAR.',
    try: 'Coba:',
    examples: { list: 'daftar beta', error: 'galat', request: 'permintaan' },
    clear: 'Kosongkan',
    long: 'Teks sebesar {size} MB diperiksa tetapi tidak ditampilkan seluruhnya. Ini awalnya:',
    replace: 'Tempel yang lain',
    file: 'Berkas ini lebih dari {most} MB. Tempelkan permintaannya saja.',
  },
  answer: {
    region: 'Jawaban',
    waiting: 'Jawabannya muncul di sini.',
    working: 'Memeriksa …',
    slow: 'Pemeriksaan lebih dari {seconds} detik, jadi dihentikan. Tempelkan permintaannya saja.',
    failed: 'Pemeriksa tidak bisa dimuat. Periksa koneksi Anda, lalu muat ulang halaman ini.',
    none: 'Bukan permintaan',
    works: 'Berhasil',
    changed: 'Berhasil setelah diubah',
    refused: 'Tidak di sini',
    unverified: 'Belum ada yang tahu',
    depends: 'Tergantung platform',
    error: 'Sebuah galat',
    notBetas: 'Bukan tentang beta',
    sum: {
      works: 'Di {platform}, permintaan ini berhasil apa adanya.',
      changed: 'Di {platform}, permintaan ini berhasil setelah diubah seperti di bawah.',
      refused: '{platform} menolaknya.',
      unverified: 'Belum diketahui apakah ini berhasil di {platform}: tidak ada sumbernya.',
    },
    listSum: {
      works: '{platform} menerima daftar ini apa adanya.',
      changed: '{platform} menerima daftar ini setelah diubah seperti di bawah.',
      refused: '{platform} menolak daftar ini.',
      unverified: 'Belum diketahui apakah {platform} menerima seluruh daftar ini.',
    },
    open: {
      refused:
        '{platform} kemungkinan besar menjawab 400: nilai yang tidak dikenalnya akan ditolak.',
      disputed: 'Sumber-sumber berbeda pendapat tentang apakah ini berhasil di {platform}.',
      gaps: 'Teks ini tidak memuat cukup banyak isi permintaan untuk memastikan apakah ini berhasil di {platform}.',
    },
    unknownModel:
      'Katalog tidak memiliki model {model}. Periksa namanya; jika ini model yang lebih baru, ' +
      'jawabannya berlaku sejauh model itu memiliki yang dipakai permintaan.',
    needs: {
      entitlement: 'Organisasi Anda harus diberi akses terlebih dahulu.',
      'org-policy': 'Kebijakan organisasi Anda harus mengizinkannya.',
    },
    partial: 'sejauh yang terlihat di teks',
    all: 'di semua platform',
    dependsSum: 'Teks ini tidak menunjukkan platformnya. Pilih platform Anda:',
    listNote:
      'Ini hanya tentang nilainya: teks ini tidak memuat permintaan, jadi tidak bisa dipastikan ' +
      'apakah fitur yang dipakai permintaan itu ada di sana.',
    openai:
      'Body-nya berbentuk OpenAI dan diterjemahkan oleh gateway: hanya header yang diperiksa.',
    doubt: { low: 'keyakinan rendah', disputed: 'sumber tidak sepakat' },
    read: '{method} {path}, baris {line}',
    readList: { one: 'Daftar berisi satu nilai', other: 'Daftar berisi {count} nilai' },
    platform: 'Platform',
    choose: 'Pilih platform',
    from: {
      host: 'terlihat dari host',
      path: 'terlihat dari path',
      client: 'terlihat dari klien',
      body: 'terlihat dari bentuk body',
      model: 'terlihat dari nama model',
      id: 'terlihat dari sebuah id di teks',
      mine: 'platform Anda',
    },
    gaps: 'Tidak ada di teks:',
    gapsNote: 'Jawaban ini hanya berlaku untuk bagian lainnya.',
    why: {
      variable: 'variabel',
      file: 'di berkas lain',
      stdin: 'keluaran perintah lain',
      form: 'formulir dengan berkas',
      missing: 'tidak ada',
    },
    reasons: 'Alasannya',
    undecided: 'Tidak ada fitur yang memerlukan beta, dan tidak ada beta yang dikirim.',
    place: 'baris {line}, kolom {column}',
    more: { one: 'Satu lagi tidak ditampilkan.', other: '{count} lagi tidak ditampilkan.' },
    meant: 'Maksud Anda {name}?',
    refusedUnknown: '{platform} diketahui menjawab nilai yang tidak dikenalnya dengan 400.',
    openMarker: 'Penanda klien. Belum diketahui apakah {platform} menerimanya.',
    markers: 'di luar penanda klien',
    instead: 'Jika permintaan memakai {feature}, {platform} menghendaki {name} untuk itu.',
    absent: '{platform} tidak memiliki {feature}, dengan atau tanpa nilai ini.',
    send: 'Kirim header ini',
    sendBody: 'Kirim ini di body',
    sendNothing: 'Jangan kirim header `anthropic-beta`.',
    code: 'Permintaan yang sudah diperbaiki sebagai kode',
    language: 'Bahasa',
    codeReplaced: 'Teks, nama, dan rahasia dari permintaan Anda tidak disertakan: isi kembali.',
    without: {
      refused:
        'Tidak ada yang membuat permintaan ini berhasil di {platform}: {names} tidak bisa dihapus.',
      refusedWhole:
        'Tidak ada yang membuat permintaan ini berhasil di {platform}; alasannya ada di atas.',
      'too-long': 'Permintaan ini terlalu panjang untuk ditulis sebagai kode.',
      partial: 'Teks ini tidak memuat seluruh permintaan, jadi kodenya tidak bisa ditulis.',
      form: 'Permintaan ini tidak memiliki bentuk kode untuk {platform}.',
      openai: 'Kode tidak ditulis untuk permintaan berbentuk OpenAI.',
    },
    stripped: 'Tanpa {names}, karena tidak ada di {platform}.',
    copy: 'Salin',
    copied: 'Tersalin',
    copyFailed: 'Gagal menyalin',
    platforms: 'Semua platform',
    caption: 'Jawaban untuk setiap platform, dan yang harus diubah di sana',
    verdict: 'Jawaban',
    changes: 'Yang harus diubah',
    noChange: 'tidak ada yang diubah',
    others: {
      one: 'Satu permintaan menuju tempat lain.',
      other: '{count} permintaan menuju tempat lain.',
    },
    requests: { one: 'Satu permintaan', other: '{count} permintaan' },
    requestsLeft: {
      one: 'Satu permintaan lagi tidak ditampilkan.',
      other: '{count} permintaan lagi tidak ditampilkan.',
    },
    neededOn: 'Hanya platform ini yang memerlukan nilai itu:',
    absentOn: 'Platform ini tidak memiliki fiturnya, dengan atau tanpa nilai itu:',
    accepts: 'Yang diterima {platform}',
    about: 'Tentang',
    suspects: 'Mungkin tentang',
    unrelated:
      'Sejauh yang bisa dipastikan, galat ini bukan tentang beta. Mengubah header anthropic-beta ' +
      'tidak akan memperbaikinya.',
    moreErrors: 'Selengkapnya tentang jenis galat ini',
    docs: 'Dokumentasi resmi',
    named: 'Nilai yang disebut galat ini',
    sent: 'Nilai yang dikirim',
    share: 'Salin tautan ke sini',
    shared: {
      request:
        'Tautan tersalin. Isinya metode, path, beta, dan body tanpa teks, nama, dan rahasianya.',
      betas: 'Tautan tersalin. Isinya daftar beta.',
      error: 'Tautan tersalin. Isinya jenis galat dan beta, bukan teksnya.',
    },
    replaced: { one: 'Satu nilai diganti.', other: '{count} nilai diganti.' },
    isPart: 'Sisa teksnya tidak disertakan.',
    shareFailed: 'Tautannya ada di bilah alamat: gagal menyalin.',
    emptyLink: 'Tautan ini tidak memuat apa pun yang bisa diperiksa. Tempelkan permintaannya.',
    shareWithout: {
      'too-long': 'Ini terlalu panjang untuk tautan. Ringkas permintaannya.',
      'no-request': 'Hanya permintaan, daftar, atau galat yang bisa dijadikan tautan.',
      'error-text': 'Teks galat ini mungkin memuat rahasia, jadi tautan tidak dibuat.',
    },
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
