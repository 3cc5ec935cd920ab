/** Indonesian texts of the pages about platforms, models and Claude Code. */
import type { placesEn } from './places.en.ts';

export const placesId: typeof placesEn = {
  platforms: {
    which: 'Yang mana milik Anda?',
    inCode: 'Di kode Anda',
    address: 'Host dan path',
    path: 'Path',
    betas: 'Beta ditaruh di',
    wireShort: {
      header: 'header `anthropic-beta`',
      body: 'body, `anthropic_beta`',
      converse: 'body, `additionalModelRequestFields.anthropic_beta`',
    },
    operations: {
      body: '`InvokeModel` dari AWS SDK',
      converse: '`Converse` dari AWS SDK',
    },
    word: {
      'claude-api': 'Alamat milik Anthropic sendiri',
      'claude-on-aws': 'Claude API, lewat akun AWS',
      'claude-on-google-cloud': 'Claude API, lewat project Google Cloud',
      bedrock: 'AWS, lewat InvokeModel',
      'bedrock-converse': 'AWS, lewat Converse',
      'bedrock-mantle': 'AWS, dengan Messages seperti di Claude API',
      vertex: 'Google, lewat rawPredict',
      foundry: 'Azure, pada deployment yang di-host Anthropic',
      'foundry-azure': 'Azure, pada deployment yang di-host Azure',
    } as Record<string, string>,
    name: 'Platform',
    open: 'Selengkapnya',
    here: 'halaman ini',
    chooseLead:
      'Lihat klien di kode Anda atau host permintaan Anda. Masing-masing memiliki nilai sendiri, ' +
      'jadi daftar untuk yang satu salah untuk yang lain.',
    sameAddress:
      'Alamat keduanya sama. Yang menentukan adalah deployment-nya: lihat opsi hosting-nya.',
  },
  platform: {
    title: (name: string) => `Beta di ${name}`,
    description: (name: string) =>
      `Nilai anthropic-beta mana yang diterima, diganti, dan ditolak ${name}, dan fitur mana yang ` +
      'tidak dimilikinya.',
    where: 'Header atau body?',
    sample: 'Permintaan dengan beta',
    sampleLead: (id: string) => `Contohnya \`${id}\`.`,
    noSample: 'Belum diketahui beta yang berfungsi di sini.',
    values: 'Nilai-nilainya',
    valuesLead:
      'Apa yang terjadi pada tiap nilai. Apakah platform memiliki fiturnya adalah fakta lain, di ' +
      'kolom di sebelahnya.',
    value: 'Nilai',
    stage: 'Tahap',
    feature: 'Fiturnya di sini',
    note: 'Catatan',
    groups: {
      accepted: 'Diterima',
      conditional: 'Bersyarat, atau diperselisihkan',
      instead: 'Diganti',
      useless: 'Tidak berpengaruh: jangan kirim',
      rejected: 'Ditolak',
      unknown: 'Belum ada yang tahu',
    },
    explained: {
      accepted: 'Ada sumber yang menyatakan platform menerimanya.',
      conditional: 'Hanya dengan sebagian model, atau sumber-sumber saling bertentangan.',
      instead: 'Platform menolaknya dan meminta nilai lain untuk fitur itu.',
      useless:
        'Fiturnya tidak lagi memerlukan header, nilainya sudah dihentikan, atau platform ' +
        'mengabaikannya.',
      rejected: 'Mengirimnya menggagalkan seluruh permintaan.',
      unknown:
        'Tidak ada sumber publik yang menyebutkannya. Ini bukan ya dan bukan tidak: coba dengan ' +
        'akun Anda sendiri.',
    },
    send: 'Kirim',
    insteadOf: (feature: string) => `untuk “${feature}”`,
    since: (date: string) => `sejak ${date}`,
    features: 'Fitur-fiturnya',
    featureGroups: {
      available: 'Tersedia',
      conditional: 'Bersyarat, atau diperselisihkan',
      unavailable: 'Tidak tersedia',
      unknown: 'Belum ada yang tahu',
    },
    inTable: {
      on: (count: number) => `${count} beta dari fitur yang tersedia, di tabel`,
      not: (count: number) => `${count} beta dari fitur yang tidak tersedia, di tabel`,
    },
    facts: 'Host dan klien',
    client: 'Klien',
    clientIn: (name: string, python: string) => `TypeScript \`${name}\`, Python \`${python}\``,
    noClient: 'AWS SDK. Anthropic tidak punya klien untuknya.',
    list: (count: number) => `${count} nilai`,
    guides: 'Panduan',
    conditions: (count: number) =>
      `${count} syarat, menurut model, bentuk, atau endpoint: lihat halamannya.`,
  },
  models: {
    title: 'Daftar model',
    lead:
      'Apa yang bergantung pada model: di mana sebuah fitur ada dengannya, nilai mana yang ' +
      'diterima untuknya, dan namanya di tiap platform.',
    model: 'Model',
    id: 'ID',
    end: 'Akhir',
    state: {
      retired: (date: string) => `berakhir ${date}`,
      ends: (date: string) => `diumumkan ${date}`,
      current: () => 'belum diumumkan',
    },
    available: 'Fitur bersyarat di Claude API',
    availableOf: (part: number, total: number) => `${part} dari ${total} tersedia`,
  },
  model: {
    title: (name: string) => `Beta dan fitur dengan ${name}`,
    description: (name: string) =>
      `Fitur Claude API mana yang dimiliki ${name} di tiap platform, beta mana yang ` +
      'diperlukannya, dan namanya di sana.',
    names: 'Namanya di tiap platform',
    namesLead:
      'Seperti yang tercantum di dokumentasi tiap platform. Di Amazon Bedrock, inference profile ' +
      'menaruh wilayah di depannya (`us.`, `eu.`, `global.`). Di Microsoft Foundry ini adalah nama ' +
      'bawaan deployment, yang bebas Anda tentukan.',
    noName: 'tidak tercantum di sumber mana pun',
    nameFrom: (platform: string) => `seperti di ${platform}`,
    features: 'Fitur yang bergantung pada model',
    featuresLead:
      'Hanya fitur yang di suatu platform ada dengan model tertentu saja. Sejauh kata sumber, ' +
      'fitur lain sama untuk semua model; lihat halaman platformnya.',
    until: 'Hingga',
    untilOn: (date: string, platform: string) => `${date} di ${platform}`,
    values: 'Nilai yang bergantung pada model',
    valuesLead: 'Apakah sebuah platform menerima nilai ini dengan model ini.',
    rules: 'Beta yang diperlukannya',
    rulesLead: 'Aturan yang menyebut model ini: permintaan yang memenuhinya memerlukan beta itu.',
    constraints: 'Kombinasi yang gagal dengannya',
    documented: 'Fitur yang dokumentasinya mencantumkan model ini',
    ended: (date: string) =>
      `Berakhir pada ${date} di platform yang dijalankan Anthropic. Platform lain memiliki ` +
      'kalendernya sendiri.',
    ends: (date: string) => `Akhir masa pakainya diumumkan pada ${date}.`,
    none: 'Tidak ada.',
  },
  claudeCode: {
    title: 'Claude Code di balik gateway',
    description:
      'Setiap beta yang mungkin dikirim Claude Code: gunanya, apa yang hilang tanpanya, variabel ' +
      'mana yang mematikannya, dan apa yang dilakukan tiap platform terhadapnya.',
    lead: (count: number) =>
      `Claude Code menambahkan beta ke permintaannya, dan kodenya tidak bisa Anda ubah. Sumber ` +
      `publik menunjukkan ${count} nilai. Platform yang menolak salah satunya menolak permintaannya.`,
    doTitle: 'Yang perlu dilakukan',
    doLead: 'Tiga cara, yang terbaik lebih dulu:',
    otherPlatforms: (platforms) =>
      'Perintahnya untuk Amazon Bedrock. Di platform lain, tulis id platform itu sebagai ganti ' +
      `\`bedrock\`: ${platforms.map(([id, title]) => `\`${id}\` untuk ${title}`).join(', ')}.`,
    run: 'Biarkan gateway di komputer Anda memperbaiki tiap permintaan. Tidak ada yang hilang dari apa yang dimiliki platform Anda:',
    gateway:
      'Untuk tim, atau untuk editor yang menjalankan Claude Code sendiri, biarkan gateway tetap berjalan:',
    env: 'Tanpa gateway, buat Claude Code mengirim lebih sedikit. Ini mencetak variabelnya, beserta akibat masing-masing:',
    guide: 'Panduannya memuat kredensial dan jebakannya',
    gatewayGuide: 'Gateway dan konfigurasinya',
    own: 'Anda menjalankan gateway buatan lain?',
    ownLead:
      'Teruskan `anthropic-beta` dan body bersama-sama. Field tanpa header-nya mendapat “Extra ' +
      'inputs are not permitted”; header yang tidak dikenal platform mendapat “invalid beta flag” ' +
      'atau “Unexpected value(s)”. Cocokkan path tanpa query-nya, karena Claude Code memanggil ' +
      '`/v1/messages?beta=true`. Teruskan body galat apa adanya: Claude Code membaca kalimatnya.',
    tables: 'Tabel untuk gateway yang Anda jalankan',
    tableTitle: 'Nilai-nilainya, menurut platform',
    tableLead: 'Apa yang dilakukan tiap platform terhadap nilainya sendiri.',
    value: 'Nilai',
    check: 'Periksa nilai-nilai ini di platform Anda',
    each: 'Setiap nilai',
    does: 'Gunanya',
    when: 'Kapan',
    loss: 'Tanpanya',
    lossUnknown: 'Tidak disebutkan sumber publik mana pun.',
    off: 'Dimatikan oleh',
    offNone: 'Tidak ada variabel tersendiri.',
    general: (name: string) =>
      `\`${name}\` membuang nilai prarilis secara umum; tidak ada halaman yang merincinya.`,
    platforms: 'Platform',
    replaced: (platform: string) => `${platform} meminta`,
    variables: 'Variabelnya',
    variablesLead:
      'Dari dokumentasi publik Claude Code. Variabel di berkas pengaturan didahulukan daripada ' +
      'yang ada di shell.',
    variable: 'Variabel',
    effect: 'Efeknya',
    cost: 'Akibatnya',
    noCost: '–',
    sources: 'Sumber',
  },
  concepts: {
    title: 'Konsep',
    pages: {
      'beta-headers': 'Apa itu header beta',
      'several-betas': 'Beberapa beta sekaligus',
      'api-versions': 'Versi API',
      lifecycle: 'Siklus hidup beta',
    },
    sources: 'Sumber',
    stage: 'Tahap',
    meaning: 'Artinya',
    where: 'Di mana bisa dikirim',
    sentBy: 'Dikirim secara bawaan sejak',
    changes: 'Yang berubah dengannya',
    now: 'Kini',
    example: 'Contoh',
  },
  nav: { models: 'Daftar model', claudeCode: 'Claude Code' },
};
