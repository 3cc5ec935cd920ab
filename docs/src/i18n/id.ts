/** Every Indonesian text of the site that is not in the Catalog or in a guide. */
import { agentsId } from './agents.id.ts';
import { changesId } from './changes.id.ts';
import { checkId } from './check.id.ts';
import type { Messages } from './en.ts';
import { errorsId } from './errors.id.ts';
import { homeId } from './home.id.ts';
import { needId } from './need.id.ts';
import { placesId } from './places.id.ts';
import { searchId } from './search.id.ts';

export const id: Messages = {
  site: {
    title: 'beta-headers',
    description:
      'Semua header beta Claude API: kapan diperlukan, di mana berlaku, sejak kapan, dan ' +
      'sampai kapan.',
  },
  nav: {
    catalog: 'Semua beta',
    features: 'Semua fitur',
    platforms: 'Platform',
    changes: 'Apa yang berubah',
    check: 'Periksa permintaan',
    checkShort: 'Periksa',
    errors: 'Galat tentang beta',
    notBetas: 'Nilai yang bukan beta',
    manifest: 'Status manifes',
    reference: 'Katalog',
    byFamily: 'Per kelompok',
    packages: 'Paket',
    guides: 'Panduan',
    breadcrumb: 'Jejak halaman',
  },
  guides: {
    'quick-start-node': 'Mulai cepat: Node',
    'quick-start-deno': 'Mulai cepat: Deno',
    'quick-start-bedrock': 'Mulai cepat: Amazon Bedrock',
    'quick-start-vertex': 'Mulai cepat: Google Cloud',
    'quick-start-foundry': 'Mulai cepat: Microsoft Foundry',
    'command-line': 'Baris perintah',
    'claude-code': 'Claude Code di Bedrock, Vertex, Foundry',
    gateway: 'Gateway',
    'ai-sdk': 'AI SDK',
    langchain: 'LangChain',
    mastra: 'Mastra',
    'cloudflare-workers': 'Cloudflare Workers',
    nextjs: 'Next.js',
    bun: 'Bun',
    'aws-sdk': 'AWS SDK dan boto3',
    python: 'Python',
    'see-what-is-sent': 'Lihat apa yang dikirim',
    'invalid-beta-flag': '“invalid beta flag”',
    policies: 'Mode dan kebijakan',
    recovery: 'Pemulihan',
    'gateway-tables': 'Tabel untuk gateway Anda',
    probe: 'Uji dengan akun Anda sendiri',
    mcp: 'Untuk agen: MCP',
    scan: 'Temukan beta lama',
    testing: 'Menguji dengan API tiruan',
    regenerate: 'Saat beta baru dirilis',
    'platform-claim': 'Tambahkan klaim platform',
    'private-betas': 'Beta privat',
    'other-languages': 'Dari bahasa lain',
  },
  reference: {
    title: 'Paket',
    lead:
      'Apa yang diekspor tiap paket, lengkap dengan tipenya, dibaca dari kode sumbernya ' +
      'sendiri.',
    description: (name) => `Semua ekspor ${name}, beserta tipe dan kegunaannya.`,
    guide: 'Mulai dari sini',
    english: 'Penjelasannya dikutip dari kode sumber, dalam bahasa Inggris.',
    all: 'Ditambah semua ekspor dari',
    betas: (count) =>
      `${count} konstanta, satu untuk tiap beta; namanya ada di halaman tiap beta di katalog:`,
    features: (path) =>
      `Pembantu bertipe diimpor dari ${path}, untuk fitur yang objeknya perlu disusun. Semua ` +
      'fitur:',
    kind: { function: 'fungsi', class: 'kelas', constant: 'konstanta', type: 'tipe' },
    about: {
      node:
        'Untuk Node dan Bun: middleware, pembungkus fetch, pembantu bertipe, memori bersama, ' +
        'telemetri.',
      deno: 'Untuk Deno: isinya sama, dengan Deno KV.',
      core:
        'Mesin dan adaptornya: plan, explain, galat, pemulihan. Berjalan di mana pun ada Web ' +
        'API.',
      constants: 'Setiap nilai header sebagai konstanta bertipe, beserta tipe-tipe turunannya.',
      gateway: 'Gateway untuk klien yang tidak dapat diubah, beserta servernya untuk Node.',
      reader: 'Membaca teks apa pun sebagai permintaan, daftar beta, atau galat.',
      'fake-api': 'API Claude tiruan yang memeriksa fitur dan beta, untuk pengujian.',
      manifest:
        'Datanya: memuat, memvalidasi, membandingkan, dan menumpangkan folder Anda sendiri di ' +
        'atasnya.',
    },
  },
  related: { title: 'Panduan', lead: 'Cara memakainya di kode:' },
  stage: {
    beta: 'Beta',
    preview: 'Pratinjau',
    superseded: 'Digantikan',
    graduated: 'Tersedia umum',
    'legacy-shape': 'Bentuk lama',
    retired: 'Dihentikan',
    internal: 'Internal',
  },
  stageExplained: {
    beta:
      'Kirim header ini untuk memakai fiturnya. Bentuk permintaan atau respons masih bisa ' +
      'berubah.',
    preview:
      'Hanya berlaku bagi organisasi yang sudah diberi akses. Organisasi lain mendapat galat ' +
      'yang sama seperti untuk nama yang tidak dikenal.',
    superseded: 'Masih diterima, tetapi sudah ada beta yang lebih baru sebagai gantinya.',
    graduated:
      'Fiturnya sudah tersedia umum dan tidak memerlukan header. Mengirim nilai ini tidak ' +
      'berpengaruh apa-apa, jadi tidak usah disertakan.',
    'legacy-shape':
      'Fiturnya sudah tersedia umum. Header ini masih memilih bentuk respons yang lama, jadi ' +
      'menghapusnya mengubah hasil yang Anda terima.',
    retired: 'Nilai ini tidak lagi berpengaruh. Hapus dari kode Anda.',
    internal: 'Dikirim sendiri oleh klien resmi. Bukan untuk ditulis sendiri.',
  },
  undocumented:
    'Tidak ada halaman resmi atau simbol SDK yang menjelaskan nilai ini. Nilai ini dicatat ' +
    'karena pernah terlihat dipakai.',
  overlay: 'Entri ini berasal dari overlay Anda sendiri, bukan dari manifes yang diterbitkan.',
  fromOverlay: 'dari overlay Anda',
  family: {
    tools: 'Alat',
    context: 'Konteks',
    thinking: 'Pemikiran',
    output: 'Output',
    files: 'Berkas dan batch',
    models: 'Model dan kecepatan',
    agents: 'Agen',
    admin: 'Administrasi',
    client: 'Klien resmi',
  },
  mark: {
    featureLead: 'Fitur',
    headerLead: 'Nilai header',
    feature: {
      available: 'tersedia',
      some: 'dengan syarat',
      'no-effect': 'tanpa pengaruh',
      unavailable: 'tidak tersedia',
      unknown: 'belum diketahui',
      disputed: 'sumber bertentangan',
    },
    header: {
      accepted: 'diterima',
      some: 'dengan syarat',
      ignored: 'diabaikan',
      instead: 'perlu nilai lain',
      rejected: 'ditolak',
      unknown: 'belum diketahui',
      disputed: 'sumber bertentangan',
    },
    featureExplained: {
      available: 'Ada sumber yang menyatakan fitur ini tersedia di platform tersebut.',
      some:
        'Tersedia dengan model tertentu, dalam bentuk tertentu, atau bagi organisasi yang ' +
        'diberi akses.',
      'no-effect':
        'Permintaannya diterima, tetapi fitur di dalamnya diabaikan tanpa pemberitahuan.',
      unavailable: 'Ada sumber yang menyatakan fitur ini tidak tersedia di sana.',
      unknown:
        'Belum ada yang menerbitkan apa pun tentang ini. Artinya bukan “ya” dan bukan “tidak”.',
      disputed: 'Sumber-sumbernya saling bertentangan; halaman betanya mengutip semuanya.',
    },
    headerExplained: {
      accepted:
        'Ada sumber yang menyatakan platform ini menerima nilainya. Itu saja belum berarti ' +
        'fiturnya tersedia di sana.',
      some: 'Nilainya diterima dengan sebagian model dan ditolak dengan model lain.',
      ignored: 'Platform menerima nilainya, tetapi tidak melakukan apa-apa dengannya.',
      instead: 'Nilainya ditolak, dan platform meminta nilai lain sebagai gantinya.',
      rejected: 'Ada sumber yang menyatakan platform menolak nilai ini dengan galat.',
      unknown:
        'Belum ada yang menerbitkan apa pun tentang ini. Artinya bukan “ya” dan bukan “tidak”.',
      disputed: 'Sumber-sumbernya saling bertentangan; halaman betanya mengutip semuanya.',
    },
  },
  catalog: {
    title: 'Header beta Claude API',
    lead: (betas, features) =>
      `${betas} nilai header anthropic-beta yang terdokumentasi atau terlihat dipakai, untuk ` +
      `${features} fitur: kapan masing-masing diperlukan, di mana berlaku, dan apakah Anda ` +
      'masih memerlukannya.',
    notBetas: 'Nilai yang tampak seperti beta tetapi bukan',
    caption: 'Semua beta, satu per baris',
    beta: 'Beta',
    stage: 'Tahap',
    since: 'Sejak',
    platforms: 'Platform',
    sdk: (version) => `TypeScript SDK ${version}`,
    search: 'Cari',
    stageFilter: 'Tahap',
    endpoint: 'Endpoint',
    family: 'Kelompok',
    any: 'Semua',
    sort: 'Urutkan',
    sorts: { newest: 'Terbaru dulu', oldest: 'Terlama dulu', name: 'Nama', stage: 'Tahap' },
    reset: 'Hapus filter',
    count: '{shown} dari {total} beta',
    countAll: '{total} beta',
    none: 'Tidak ada beta yang cocok dengan filter ini.',
    filters: 'Filter daftar beta',
    more: 'Filter',
    sortByColumn: 'Urutkan menurut kolom ini',
    legend: 'Keterangan',
  },
  home: homeId,
  notBetas: {
    title: 'Nilai yang bukan beta',
    lead:
      'Kode publik, panduan, dan agen pemrograman menampilkan nilai header anthropic-beta ' +
      'berikut seolah-olah beta. Jangan kirim nilai ini: permintaan dengan nama yang tidak ' +
      'dikenal Claude API mendapat respons 400, meskipun bagian lainnya sudah benar.',
    basis:
      'Tidak ada halaman resmi yang mendokumentasikan nilai ini sebagai header, dan tidak ada ' +
      'SDK resmi yang mencantumkannya. Daftar ini tidak lengkap: isinya adalah yang ditemukan ' +
      'dalam kode publik dan dapat diperiksa.',
    meant: 'Kemungkinan yang dimaksud',
    reason: {
      invented: 'Rekaan',
      misspelt: 'Salah tanggal atau salah tulis',
      withdrawn: 'Ditarik',
      'other-product': 'Milik produk lain',
      unconfirmed: 'Belum terkonfirmasi',
    },
    explained: {
      invented:
        'Tidak ada beta dengan nama ini. Fiturnya memerlukan header lain, atau tidak ' +
        'memerlukan header.',
      misspelt: 'Ada beta dengan nama ini, tetapi tanggal atau ejaannya lain.',
      withdrawn: 'Nilai ini dulu beta, dan sekarang bukan lagi.',
      'other-product': 'Nilai ini memang ada, tetapi milik produk lain atau field lain.',
      unconfirmed:
        'Sejumlah program mengirim nilai ini, tetapi tidak ada sumber resmi yang ' +
        'mendokumentasikannya. Nilai ini mungkin berfungsi, tidak berpengaruh, atau suatu saat ' +
        'ditolak.',
    },
  },
  coverage: {
    title: 'Cakupan',
    lead:
      'Untuk berapa fitur dan nilai header sesuatu sudah diketahui, per platform. “Sebagian” ' +
      'berarti hanya diketahui untuk model, endpoint, atau bentuk tertentu; “turunan” berarti ' +
      'diambil dari platform yang diikuti platform ini; “diperselisihkan” berarti ' +
      'sumber-sumber saling bertentangan. Nilai internal dan yang sudah dihentikan dihitung ' +
      'terpisah: tidak ada yang mencarinya, jadi yang belum diketahui tentangnya bukan ' +
      'kekurangan.',
    kinds: {
      availability: 'Apakah fiturnya tersedia?',
      acceptance: 'Apakah nilai header diterima?',
    },
    platform: 'Nama platform',
    states: {
      known: 'diketahui',
      partly: 'sebagian',
      derived: 'turunan',
      disputed: 'diperselisihkan',
      unknown: 'belum diketahui',
    },
    total: 'semua',
    apart: 'terpisah: belum diketahui',
    of: (part, total) => `${part} dari ${total}`,
    factTable: 'Fakta lain',
    fact: 'Jenis fakta',
    having: 'Diketahui untuk',
    factsLead:
      'Tidak setiap fitur memiliki semuanya: kebanyakan tidak memerlukan akses khusus, dan ' +
      'kebanyakan tidak termasuk dalam kombinasi yang gagal. Nilai internal dan yang sudah ' +
      'dihentikan juga tidak dihitung di sini.',
    features: (having, total) => `${having} dari ${total} fitur`,
    betas: (having, total) => `${having} dari ${total} beta`,
    facts: {
      zdr: 'Retensi data nol (ZDR): bolehkah dipakai?',
      models: 'Model yang dicantumkan dokumentasi',
      entitlement: 'Akses yang harus diberikan kepada organisasi',
      effects: 'Pengaruh terhadap respons',
      apiVersion: 'Versi API yang diperlukan',
      removal: 'Akibat jika fitur dihapus dari permintaan',
      constraints: 'Kombinasi yang gagal',
      released: 'Tanggal rilis',
    },
    sdk: (language) => `Rilis pertama SDK ${language} yang mengenalnya`,
  },
  features: {
    title: 'Fitur',
    lead: 'Kegunaan beta-beta itu, satu entri per fitur, menurut kelompok.',
    count: (betas) => `${betas} beta`,
  },
  platforms: {
    title: 'Platform',
    lead:
      'Fitur apa yang tersedia di tiap platform, dan apakah platform itu menerima header ' +
      'fiturnya. Keduanya fakta yang berbeda: sebuah platform bisa menerima header tanpa ' +
      'memiliki fiturnya.',
    feature: 'Fitur',
    caption: 'Fitur, platform tempatnya tersedia, dan tempat header-nya diterima',
    legend: 'Arti tanda-tandanya',
    each: 'Tiap platform',
    compare: 'Fitur menurut platform',
    operator: 'Dijalankan oleh',
    operators: { anthropic: 'Anthropic', aws: 'AWS', google: 'Google', microsoft: 'Microsoft' },
    wire: 'Tempat menaruh beta',
    wires: {
      header: 'Di header `anthropic-beta`.',
      body: 'Di body permintaan, sebagai daftar `anthropic_beta`.',
      converse: 'Di body permintaan, sebagai `additionalModelRequestFields.anthropic_beta`.',
    },
    like: 'Mengikuti',
    hosts: 'Host',
    endpoints: (count) => `Endpoint: ${count} klaim`,
    endpointsLead:
      'Endpoint Claude API mana saja yang ada di sana. Baris pertama yang cocok yang berlaku.',
    otherEndpoints: 'semua endpoint lainnya',
    allEndpoints: 'semua endpoint',
  },
  beta: {
    header: 'Header',
    constant: 'Konstanta',
    feature: 'Fitur',
    released: 'Berfungsi sejak',
    named: 'Tanggal pada nama',
    graduated: 'Tersedia umum sejak',
    retired: 'Dihentikan',
    supersededBy: 'Digantikan oleh',
    supersedes: 'Menggantikan',
    chosenFor: 'Juga memenuhi aturan',
    docs: 'Dokumentasi resmi',
    migration: 'Panduan migrasi',
    facts: 'Fakta',
    selects: 'Bentuk respons yang dipilihnya',
    selectsAt: 'Pada endpoint ini',
    independent:
      'Mekanismenya berbeda dari tanggal lain pada fitur ini: tidak menggantikan dan tidak ' +
      'digantikan.',
    requires: 'Kapan diperlukan',
    requiresLead: 'Permintaan memerlukan beta ini begitu salah satu hal berikut terpenuhi.',
    samplesLead:
      'Tanpa paket pembantu, yang menambahkan header hanya pada permintaan yang memerlukannya.',
    samplesLink: 'Lihat mulai cepat',
    platforms: 'Platform',
    models: 'Model',
    modelsLead: 'Diketahui berfungsi dengan model-model ini.',
    notes: 'Catatan',
    history: 'Riwayat',
    sources: 'Sumber',
    checked: 'diperiksa pada',
    place: 'pada',
    copy: 'salinan tersimpan',
    changelog: 'bagian changelog',
    report: 'Laporkan masalah data',
    reportLead: 'Ada yang salah atau kurang di sini?',
    reportBody: (page) =>
      `Halaman: ${page}\n\nApa yang salah:\n\nSeharusnya bagaimana, dan tautan ke sumber yang ` +
      'menyatakannya:\n',
    markdown: 'Halaman ini dalam Markdown',
    checkRequest: 'Periksa permintaan yang memakainya',
  },
  claim: {
    lead:
      'Ada dua fakta untuk tiap platform: apakah fiturnya tersedia di sana, dan apakah nilai ' +
      'header-nya diterima di sana. Sebuah platform bisa menerima header tanpa memiliki ' +
      'fiturnya.',
    caption: 'Tempat fitur ini tersedia, dan tempat header-nya diterima',
    platform: 'Platform',
    featureColumn: 'Fitur tersedia di sini',
    headerColumn: 'Header diterima di sini',
    status: {
      available: 'tersedia',
      unavailable: 'tidak tersedia',
      'no-effect': 'tanpa pengaruh',
      accepted: 'diterima',
      ignored: 'diabaikan',
      rejected: 'ditolak',
      unknown: 'belum diketahui',
    },
    enteredAs: (status) => `Dicatat sebagai “${status}”.`,
    models: 'dengan',
    endpoint: 'pada',
    shape: 'dalam bentuk',
    until: 'sampai',
    otherwise: 'selain itu',
    needs: {
      entitlement: 'Organisasi Anda harus diberi akses terlebih dahulu.',
      'org-policy': 'Kebijakan organisasi Anda harus mengizinkannya.',
    },
    label: { ga: 'tersedia umum', beta: 'beta', preview: 'pratinjau' },
    labelHint: 'Sebutan di halaman platform itu sendiri',
    confidence: { high: 'keyakinan tinggi', medium: 'keyakinan sedang', low: 'keyakinan rendah' },
    instead: (title) => `Untuk “${title}”, kirim`,
    fix: 'Yang perlu dilakukan:',
    derived: (platform) => `Turunan: berlaku di sini karena platform ini mengikuti ${platform}.`,
    sourceList: 'Sumber:',
    sources: (count) => `${count} sumber`,
  },
  rule: {
    condition: 'Hanya',
    is: 'bernilai',
    oneOf: 'bernilai salah satu dari',
    nonEmpty: 'tidak kosong',
    above: 'lebih besar dari',
    present: 'ada',
    or: 'atau',
    where: 'dengan',
    at: 'pada',
    unless: 'Kecuali jika',
    shape: 'Nama bentuk ini dalam klaim:',
    anyRequest: 'permintaan apa pun',
    messageParams: 'Parameter pesan: messages, count_tokens, dan tiap item batch',
    anyMethod: 'metode apa pun',
    andBelow: 'dan semua di bawahnya',
    models: 'dengan',
    platforms: 'di',
    apiVersion: (date) => `dengan anthropic-version ${date} atau yang lebih lama`,
    choice:
      'Salah satu dari ini sudah cukup. Yang sudah Anda kirim ikut dihitung; jika tidak ada, ' +
      'yang ditambahkan adalah yang pertama diterima platform:',
    everyElement: '[] berarti setiap elemen, ** berarti konten bersarang sedalam apa pun.',
  },
  constraint: {
    title: 'Kombinasi yang gagal',
    lead: 'Semua syarat suatu entri secara bersamaan, walaupun header-nya sudah benar.',
    header: 'header',
    without: 'tanpa',
    and: 'dan',
    outcome: { 400: 'Mendapat respons 400.', 'no-effect': 'Tidak ada pengaruhnya.' },
  },
  effect: {
    title: 'Yang berubah dalam respons',
    lead: 'Klien yang membaca respons harus siap menghadapi hal berikut.',
  },
  substitute: {
    title: 'Cara lain di sebagian platform',
    lead: 'Jika platform menolak field tersebut, cara ini memberikan hasil yang sama.',
    remove: 'hapus',
    send: 'lalu kirim',
    when: 'Jika',
    unless: 'kecuali jika',
  },
  feature: {
    betas: 'Beta fitur ini',
    betasLead: (beta) => `Dari yang terbaru. Nama fitur ini berarti \`${beta}\`.`,
    details: 'Selengkapnya tentang beta ini',
    platformsOf: 'Perlakuan tiap platform terhadap beta-beta fitur ini',
    notes: 'Catatan',
    uses: 'Apa yang memakainya',
    usesLead:
      'Bagian permintaan ini memakai fiturnya. Perlu tidaknya header dijelaskan di bagian ' +
      'berikutnya.',
    requiresLead: (beta) =>
      `Permintaan memerlukan \`${beta}\` begitu salah satu hal berikut terpenuhi.`,
    headerIs: (beta) => `Header yang dimaksud tabel ini adalah \`${beta}\`.`,
    audience: 'Untuk',
    audiences: {
      everyday: 'pemakaian sehari-hari',
      specialised: 'keperluan khusus',
      administration: 'administrator',
      'client-internal': 'klien resmi itu sendiri',
    },
    removal: 'Jika dihapus',
    removals: {
      safe: 'hanya mungkin menambah waktu atau biaya; jawabannya tetap sama',
      'changes-answer': 'jawabannya berubah',
      breaks: 'permintaannya gagal',
    },
    newest: 'Beta terbaru',
    zdr: 'Retensi data nol (ZDR)',
    apiVersion: 'Versi API',
    apiVersionFrom: (date) => `\`anthropic-version: ${date}\` atau yang lebih baru`,
    zdrEligible: 'boleh dipakai',
    zdrNotEligible: 'tidak boleh dipakai',
  },
  sample: {
    tabs: {
      typescript: 'TypeScript (Node)',
      deno: 'TypeScript (Deno)',
      python: 'Python',
      boto3: 'Python (boto3)',
      curl: 'cURL',
      go: 'Go',
      java: 'Java',
    },
    before: 'Sebelumnya',
    now: 'Sekarang',
    disputed: 'Sumber-sumbernya tidak sepakat apakah ini berfungsi.',
  },
  agents: agentsId,
  changes: changesId,
  check: checkId,
  errors: errorsId,
  need: needId,
  places: placesId,
  copy: { label: 'Salin', code: 'Salin kode', done: 'Tersalin', failed: 'Gagal menyalin' },
  manifest: {
    title: 'Status manifes',
    lead:
      'Seberapa lengkap data di balik situs ini, seberapa pasti, dan apa arti kunci-kuncinya. ' +
      'Setiap angka dihitung dari data yang diterbitkan.',
    overview: 'Sekilas',
    metric: 'Hitungan',
    value: 'Nilai',
    features: 'Fitur',
    betas: 'Jumlah beta',
    undocumented: 'Beta yang tidak dijelaskan halaman resmi mana pun',
    rules: 'Aturan',
    betasWithRules: 'Beta yang punya aturan',
    uses: 'Pemakaian',
    constraints: 'Batasan',
    substitutes: 'Pengganti',
    notBetas: 'Nilai yang bukan beta',
    errors: 'Teks galat',
    fixes: 'Saran perbaikan',
    models: 'Jumlah model',
    texts: 'Teks dalam dua bahasa',
    of: (part, total) => `${part} dari ${total}`,
    pages: 'Sumber: halaman',
    packages: 'Sumber: rilis paket',
    citations: 'Kutipan sumber',
    checks: 'Halaman dibaca antara',
    range: (from, to) => `${from} dan ${to}`,
    stages: 'Beta per tahap',
    families: 'Fitur per kelompok',
    claims: 'Klaim per platform',
    claimsLead:
      'Belum diketahui berarti belum ada yang menerbitkan apa pun tentangnya; itu tidak ' +
      'dihitung sebagai “ya” maupun “tidak”. Daftar yang berisi beberapa klaim dihitung ' +
      'menurut klaim yang ditandai “selain itu”.',
    platform: 'Nama platform',
    kinds: {
      availability: 'Tempat fitur tersedia',
      acceptance: 'Tempat nilai header diterima',
    },
    counts: {
      conditional: 'dengan syarat',
      derived: 'turunan',
      disputed: 'diperselisihkan',
      high: 'keyakinan tinggi',
      medium: 'sedang',
      low: 'rendah',
      unrated: 'tidak dinilai',
    },
    gaps: 'Kekurangan',
    gapsNone:
      'Tidak ada: setiap beta punya tautan dokumentasi dan bukti, setiap klaim punya sumber, ' +
      'dan tidak ada yang menunggu keputusan.',
    claimsWithoutEvidence: 'Klaim tanpa bukti',
    featuresWithoutUses: 'Fitur yang pemakaiannya tidak terlihat di permintaan',
    featuresWithoutRemoval: 'Fitur yang belum jelas akibatnya jika dihapus',
    betasWithoutDocs: 'Beta tanpa tautan dokumentasi',
    betasWithoutEvidence: 'Beta tanpa bukti',
    betasInReview: 'Beta yang menunggu keputusan',
    oldest: 'Paling lama belum dibaca ulang',
    oldestLead: 'Yang perlu dilihat berikutnya: halaman yang paling lama belum dibaca ulang.',
    cited: (count) => `dikutip ${count} kali`,
    data: 'Datanya',
    dataLead: 'Data yang sama untuk program, masing-masing dengan JSON Schema:',
    schema: 'skema',
    keys: 'Kunci-kuncinya',
    keysLead:
      'Daftar-daftar di data.json dan bagian yang dipakai bersama, dengan penjelasan dari ' +
      'skemanya dalam bahasa Inggris. Tanda tanya berarti kuncinya boleh tidak ada: belum ada ' +
      'yang menyatakannya.',
    key: 'Kunci',
    meaning: 'Arti',
  },
  footer: {
    other: 'English',
    otherShort: 'English',
    version: (version, betas, checked) =>
      `Manifes ${version} · ${betas} beta · sumber dibaca sampai ${checked}`,
    data: 'Data untuk program',
    old: (checked) =>
      `Salinan situs ini sudah lama: sumbernya terakhir dibaca pada ${checked}. Cari yang ` +
      'lebih baru sebelum mengandalkannya.',
    json: 'Halaman ini sebagai JSON',
  },
  search: searchId,
  notFound: {
    title: 'Halaman tidak ditemukan',
    lead: 'Tidak ada halaman di alamat ini.',
    action: 'Semua beta',
    guess: 'Apakah maksud Anda salah satu dari ini?',
    hint:
      'Mencari halaman suatu beta? Beta tidak pernah hilang dari katalog; periksa ejaan ' +
      'tanggalnya.',
  },
  starlight: {
    'page.draft': 'Konten ini masih draf dan tidak disertakan dalam build produksi.',
    'page.lastUpdated': 'Terakhir diperbarui:',
    'fileTree.directory': 'Direktori',
    'builtWithStarlight.label': 'Dibuat dengan Starlight',
    'heading.anchorLabel': 'Tautan ke “{{title}}”',
  },
};
