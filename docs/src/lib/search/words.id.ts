/** Indonesian words of the search. */
import type { SearchWords } from './engine.ts';
import { listSynonyms, wordsEn } from './words.en.ts';

export const wordsId: SearchWords = {
  stop: [
    ...(
      'ada adalah agar akan aku anda apa apakah atau bagaimana bagi bahwa belum bisa buat cara dalam ' +
      'dan dari dengan di harus ini itu jika juga kalau kami kapan karena ke kenapa kita lagi ' +
      'mana mengapa menggunakan oleh pada pakai memakai masih perlu saat saja saya sebagai sebuah ' +
      'sudah supaya tanpa tentang tidak untuk yang'
    ).split(' '),
    ...wordsEn.stop,
  ],
  topic: [...wordsEn.topic, 'nilai'],
  synonyms: {
    ...wordsEn.synonyms,
    mulai: 'mulai cepat',
    memulai: 'mulai cepat',
    pasang: 'mulai cepat npm',
    instal: 'mulai cepat npm',
    'pencarian alat': 'tool search',
    'alat pencarian': 'tool search',
    beberapa: 'beberapa beta',
    banyak: 'beberapa',
    'lebih dari satu': 'beberapa',
    gabung: 'beberapa beta',
    menggabungkan: 'beberapa beta',
    perubahan: 'berubah',
    'catatan rilis': 'berubah',
    'lini masa': 'berubah',
    usang: 'berubah usang',
    unggah: 'berkas files',
    mengunggah: 'berkas files',
    file: 'berkas files',
    dokumen: 'berkas pdf',
    'konteks panjang': 'konteks 1 juta',
    'sejuta token': 'konteks 1 juta',
    '1 juta': 'konteks 1 juta',
    tembolok: 'caching prompt',
    cache: 'caching prompt',
    galat: 'galat',
    kesalahan: 'galat',
    error: 'galat',
    gerbang: 'gateway',
    proksi: 'gateway',
    peramban: 'computer use',
    'header lama': 'beta lama',
    hapus: 'tersedia umum',
    pemikiran: 'thinking',
    berpikir: 'thinking',
    cepat: 'mode cepat',
    'jalankan kode': 'eksekusi kode',
    'menjalankan kode': 'eksekusi kode',
    gambar: 'berkas',
    tahap: 'siklus hidup',
    'kode python': 'python',
    kutipan: 'citations',
    keterampilan: 'skills',
    'variabel lingkungan': 'variabel lingkungan claude code',
    ...listSynonyms('pensiun, kedaluwarsa', 'dihentikan siklus hidup'),
    ...listSynonyms('masih perlu, tidak perlu, perlu lagi', 'tersedia umum siklus hidup'),
    ...listSynonyms('ditolak, tidak dikenal', 'invalid beta flag'),
    pratinjau: 'pratinjau siklus hidup',
    ...listSynonyms('umpan, kalender, berlangganan, langganan, rss, ics, feed', 'berubah'),
    ...listSynonyms('go, golang, java, kotlin, rust, php, ruby, csharp, net', 'bahasa lain'),
    ...listSynonyms('webp, png, jpeg, jpg, gif', 'gambar'),
  },
};
