// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/** Advice for refused requests, by code. Only `explain` imports it. */
export const FIXES: { readonly [code: string]: { readonly en: string; readonly id: string } } = {
  'add-code-execution-tool': {
    en: 'Add a `code_execution_*` tool to `tools`, or leave out the skills and the skills header.',
    id: 'Tambahkan alat `code_execution_*` ke `tools`, atau hapus skill beserta header `skills`-nya.',
  },
  'add-mcp-servers': {
    en: 'Declare the server in `mcp_servers`, under the name that the toolset has in `mcp_server_name`.',
    id: 'Deklarasikan server di `mcp_servers` dengan nama yang ada di `mcp_server_name` milik toolset.',
  },
  'bill-outside-of-batches': {
    en: 'Leave `billing_policy` out of the items of a batch, or send the request on its own.',
    id: 'Hapus `billing_policy` dari item batch, atau kirim permintaan itu tersendiri.',
  },
  'cache-another-block': {
    en: 'Take `cache_control` off the thinking block and put it on the text, tool or result block beside it.',
    id: 'Hapus `cache_control` dari blok pemikiran dan pasang pada blok teks, alat, atau hasil di dekatnya.',
  },
  'call-mcp-tools-yourself': {
    en: 'Connect to the MCP server from your own code, declare its tools in `tools`, and answer the calls yourself.',
    id: 'Hubungkan kode Anda sendiri ke server MCP, deklarasikan alat-alatnya di `tools`, lalu tangani sendiri pemanggilannya.',
  },
  'choose-a-stronger-advisor': {
    en: 'Name an advisor that is at least as capable as the model of the request.',
    id: 'Pilih model penasihat yang setidaknya sekuat model permintaan itu.',
  },
  'citations-or-format': {
    en: 'Turn citations off on the documents, or leave `output_config.format` out.',
    id: 'Nonaktifkan kutipan pada dokumen, atau jangan kirim `output_config.format`.',
  },
  'clear-at-on-system-messages': {
    en: 'Put `clear_at` on a message of the role `system` that holds text alone; `output_config` goes into another one.',
    id: 'Pasang `clear_at` pada pesan berperan `system` yang hanya berisi teks; `output_config` ditempatkan di pesan lain.',
  },
  'count-files-inline': {
    en: 'For the count, give the content of the file inline, as base64 or text. A request for a message takes the file.',
    id: 'Untuk penghitungan, sertakan isi file langsung sebagai base64 atau teks. Permintaan pesan tetap menerima file tersebut.',
  },
  'credit-or-fallbacks': {
    en: 'Send either `fallback_credit_token` or `fallbacks` on a request, not both.',
    id: 'Kirim salah satu saja dalam satu permintaan, `fallback_credit_token` atau `fallbacks`.',
  },
  'declare-in-tools': {
    en: 'Declare the tool in `tools` and add it to the conversation by reference.',
    id: 'Deklarasikan alat itu di `tools`, lalu tambahkan ke percakapan lewat rujukan.',
  },
  'enable-thinking': {
    en: 'Set `thinking` to `adaptive` or `enabled`, or take `clear_thinking_20251015` out of `context_management.edits`.',
    id: 'Atur `thinking` ke `adaptive` atau `enabled`, atau hapus `clear_thinking_20251015` dari `context_management.edits`.',
  },
  'keep-thinking-on': {
    en: 'Leave `thinking` out and lower the effort; on Claude Sonnet 5.5 send `between_tools` instead of `disabled`.',
    id: 'Jangan kirim `thinking` dan turunkan tingkat effort; pada Claude Sonnet 5.5 kirim `between_tools` sebagai ganti `disabled`.',
  },
  'leave-out-effort': {
    en: 'Leave `output_config.effort` out, or call a model that has it.',
    id: 'Jangan kirim `output_config.effort`, atau panggil model yang mendukungnya.',
  },
  'leave-out-inference-geo': {
    en: 'Leave `inference_geo` out, or call a model from Claude 4.6 on.',
    id: 'Jangan kirim `inference_geo`, atau panggil model mulai Claude 4.6.',
  },
  'leave-out-of-batches': {
    en: 'Leave `stream` out of the items of a batch, and give each one a `max_tokens` of at least 1.',
    id: 'Hapus `stream` dari item batch, dan beri setiap item `max_tokens` minimal 1.',
  },
  'leave-out-of-token-counting': {
    en: 'Send the endpoint only what is counted, such as `messages`, `system`, `tools` and `thinking`, and leave the rest of the request out.',
    id: 'Kirim ke endpoint ini hanya bagian yang dihitung, seperti `messages`, `system`, `tools`, dan `thinking`, tanpa bagian lain dari permintaan.',
  },
  'leave-out-remaining': {
    en: 'Leave `remaining` out of `output_config.task_budget`, here and on every request that carries the block.',
    id: 'Hapus `remaining` dari `output_config.task_budget`, di sini dan pada setiap permintaan yang membawa blok itu.',
  },
  'leave-out-sampling': {
    en: 'Leave out `temperature`, `top_p` and `top_k`, and say in the prompt how the answer should vary.',
    id: 'Jangan kirim `temperature`, `top_p`, dan `top_k`; jelaskan di prompt seberapa beragam jawabannya.',
  },
  'leave-out-the-legacy-header': {
    en: 'Leave the user-profiles header out; the parameter belongs to the present shape of the endpoint.',
    id: 'Jangan kirim header user-profiles; parameter ini termasuk dalam bentuk endpoint yang sekarang.',
  },
  'leave-out-the-task-budget': {
    en: 'Leave `task_budget` out, or call a model that has task budgets.',
    id: 'Jangan kirim `task_budget`, atau panggil model yang mendukung anggaran tugas.',
  },
  'leave-out-thinking-display': {
    en: 'Leave `thinking.display` out when thinking is disabled.',
    id: 'Jangan kirim `thinking.display` saat pemikiran dinonaktifkan.',
  },
  'leave-out-toolset-fields': {
    en: 'Take the field off the toolset\'s entry; members are configured in `configs`.',
    id: 'Hapus field itu dari entri toolset; anggotanya diatur di `configs`.',
  },
  'leave-to-the-thread': {
    en: 'Leave `system` and `tools` out when you continue a thread, or create a new one to change them.',
    id: 'Jangan kirim `system` dan `tools` saat melanjutkan utas, atau buat utas baru untuk mengubahnya.',
  },
  'let-the-model-choose': {
    en: 'Send `tool_choice` as `auto` or leave it out; strict tools or structured outputs guarantee the shape of the answer.',
    id: 'Kirim `tool_choice` bernilai `auto` atau hapus field itu; alat strict atau output terstruktur menjamin bentuk jawabannya.',
  },
  'let-the-model-choose-tools': {
    en: 'Set `tool_choice` to `auto` or `none`, or use adaptive thinking where the model has it.',
    id: 'Pilih `auto` atau `none` untuk `tool_choice`, atau gunakan pemikiran adaptif jika model mendukungnya.',
  },
  'lower-max-tokens': {
    en: 'Set `max_tokens` to at most the output limit of the model; it has no extended output.',
    id: 'Isi `max_tokens` dengan nilai yang tidak melebihi batas output model; model ini tidak mendukung output diperpanjang.',
  },
  'model-suffix-fast': {
    en: 'Leave `speed` out on Foundry and send the request to the deployment of a model whose id ends in `-fast`.',
    id: 'Di Foundry jangan kirim `speed`; arahkan permintaan ke deployment model yang ID-nya berakhiran `-fast`.',
  },
  'move-the-cache-breakpoint': {
    en: 'Take `cache_control` off the deferred tool and put it on one that is not deferred.',
    id: 'Hapus `cache_control` dari alat yang pemuatannya ditunda dan pasang pada alat yang tidak ditunda.',
  },
  'no-fallbacks-in-batches': {
    en: 'Take `fallbacks` out of the items of the batch, and retry a refused item yourself.',
    id: 'Hapus `fallbacks` dari item batch, lalu ulangi sendiri item yang ditolak.',
  },
  'no-forced-toolset': {
    en: 'Set `tool_choice` to `auto`, `any` or `none`.',
    id: 'Isi `tool_choice` dengan `auto`, `any`, atau `none`.',
  },
  'no-speed-in-batches': {
    en: 'Take `speed` out of the items of the batch; fast mode is for synchronous requests.',
    id: 'Hapus `speed` dari item batch; mode cepat hanya untuk permintaan sinkron.',
  },
  'one-computer-tool': {
    en: 'Declare the toolset alone, without another tool for the computer or of that name.',
    id: 'Deklarasikan toolset saja, tanpa alat komputer lain atau alat dengan nama itu.',
  },
  'one-domain-list': {
    en: 'Send `allowed_domains` or `blocked_domains`, not both.',
    id: 'Kirim salah satu saja, `allowed_domains` atau `blocked_domains`.',
  },
  'plain-compaction-request': {
    en: 'Leave `stop_sequences`, `output_config.format` and a forced `tool_choice` out of the request for a summary; send them again on the next one.',
    id: 'Hapus `stop_sequences`, `output_config.format`, dan `tool_choice` yang memaksa pemanggilan alat dari permintaan ringkasan; kirim lagi pada permintaan berikutnya.',
  },
  'plain-warming-request': {
    en: 'Give `max_tokens` a value of at least 1, or leave out `stream`, `output_config.format`, a forced `tool_choice`, and `thinking` with a budget.',
    id: 'Beri `max_tokens` nilai minimal 1, atau jangan kirim `stream`, `output_config.format`, `tool_choice` yang dipaksakan, dan `thinking` dengan anggaran.',
  },
  'raise-the-task-budget': {
    en: 'Set `task_budget.total` to at least 20000.',
    id: 'Isi `task_budget.total` dengan nilai minimal 20000.',
  },
  'raise-the-thinking-budget': {
    en: 'Set `thinking.budget_tokens` to at least 1024.',
    id: 'Isi `thinking.budget_tokens` dengan nilai minimal 1024.',
  },
  'send-long-output-in-a-batch': {
    en: 'Set `max_tokens` to at most 128000, or send the request in a message batch.',
    id: 'Isi `max_tokens` dengan nilai maksimal 128000, atau kirim permintaannya dalam batch pesan.',
  },
  'send-one-beta': {
    en: 'Send only one of the two header values.',
    id: 'Kirim hanya salah satu dari kedua nilai header itu.',
  },
  'send-sources-inline': {
    en: 'Fetch the image or document yourself and send it in base64.',
    id: 'Ambil sendiri gambar atau dokumen itu, lalu kirim dalam base64.',
  },
  'send-the-fine-grained-header': {
    en: 'Take `eager_input_streaming` off the tools and send `fine-grained-tool-streaming-2025-05-14` instead.',
    id: 'Hapus `eager_input_streaming` dari alat dan kirim `fine-grained-tool-streaming-2025-05-14` sebagai gantinya.',
  },
  'send-without-thread': {
    en: 'Send the whole conversation without `thread`, or leave that field out.',
    id: 'Kirim seluruh percakapan tanpa `thread`, atau jangan kirim field itu.',
  },
  'separate-compaction-request': {
    en: 'Ask for the summary in a request of its own, without `context_management`.',
    id: 'Minta ringkasan dalam permintaan tersendiri, tanpa `context_management`.',
  },
  'set-direct-callers': {
    en: 'Set `allowed_callers` of the tool to `["direct"]`, or use its version without dynamic filtering.',
    id: 'Isi `allowed_callers` alat itu dengan `["direct"]`, atau pakai versinya yang tanpa penyaringan dinamis.',
  },
  'use-a-fast-model': {
    en: 'Leave `speed` out, or call a model that has fast mode.',
    id: 'Hapus `speed`, atau panggil model yang mendukung mode cepat.',
  },
  'use-a-lower-effort': {
    en: 'Set a level of `output_config.effort` that the model has; every model with effort has `low`, `medium` and `high`.',
    id: 'Pilih tingkat `output_config.effort` yang didukung model; setiap model dengan effort mendukung `low`, `medium`, dan `high`.',
  },
  'use-a-thinking-budget': {
    en: 'Send `thinking.type` as `enabled` with `budget_tokens`; the model has no adaptive thinking.',
    id: 'Kirim `thinking.type` bernilai `enabled` dengan `budget_tokens`; model ini tidak mendukung pemikiran adaptif.',
  },
  'use-adaptive-thinking': {
    en: 'Send `thinking.type` as `adaptive`, without `budget_tokens`, and steer the depth with `output_config.effort`.',
    id: 'Kirim `thinking.type` bernilai `adaptive` tanpa `budget_tokens`, lalu atur kedalamannya dengan `output_config.effort`.',
  },
  'use-basic-web-search': {
    en: 'Use `web_search_20250305`, the version without dynamic filtering.',
    id: 'Gunakan `web_search_20250305`, versi tanpa penyaringan dinamis.',
  },
  'use-cache-breakpoints': {
    en: 'Take `cache_control` off the top of the request and put it on the last block that should be cached.',
    id: 'Hapus `cache_control` dari tingkat teratas permintaan dan pasang pada blok terakhir yang ingin di-cache.',
  },
  'use-changes-by-reference': {
    en: 'Declare the tool in `tools` and change it by reference, with `mid-conversation-tool-changes-2026-07-01`.',
    id: 'Deklarasikan alat itu di `tools` dan ubah lewat rujukan, dengan `mid-conversation-tool-changes-2026-07-01`.',
  },
  'use-client-side-fallback': {
    en: 'Take `fallbacks` out and retry on another model from your side; the SDK\'s refusal-fallback middleware does it.',
    id: 'Hapus `fallbacks` dan ulangi dengan model lain dari sisi Anda; middleware refusal-fallback di SDK menanganinya.',
  },
  'use-computer-20250124': {
    en: 'Use `computer_20250124` with `computer-use-2025-01-24`.',
    id: 'Gunakan `computer_20250124` dengan `computer-use-2025-01-24`.',
  },
  'use-computer-20251124': {
    en: 'Use `computer_20251124` with `computer-use-2025-11-24`.',
    id: 'Gunakan `computer_20251124` dengan `computer-use-2025-11-24`.',
  },
  'use-computer-toolset-20260801': {
    en: 'Use `computer_toolset_20260801`, which needs no header.',
    id: 'Gunakan `computer_toolset_20260801`, yang tidak memerlukan header.',
  },
  'use-eager-input-streaming': {
    en: 'Remove the header and set `eager_input_streaming` on your own tools.',
    id: 'Hapus header itu dan pasang `eager_input_streaming` pada alat Anda sendiri.',
  },
  'use-invoke-model': {
    en: 'Call the model with InvokeModel; Converse does not offer the feature.',
    id: 'Panggil modelnya dengan InvokeModel; Converse tidak menyediakan fitur ini.',
  },
  'use-newer-code-execution': {
    en: 'Use `code_execution_20260120` or later, or leave the code execution tool out.',
    id: 'Gunakan `code_execution_20260120` atau yang lebih baru, atau hapus alat eksekusi kode.',
  },
  'use-newer-web-tool': {
    en: 'Declare the version of the web tool that has the field, or leave the field out.',
    id: 'Deklarasikan versi alat web yang memiliki field itu, atau jangan kirim field tersebut.',
  },
  'use-output-config-format': {
    en: 'Move the schema from `output_format` to `output_config.format` and drop the header.',
    id: 'Pindahkan skema dari `output_format` ke `output_config.format` dan hapus header-nya.',
  },
  'use-threshold-compaction': {
    en: 'Use the edit `compact_20260112` in `context_management.edits` instead of `compaction`.',
    id: 'Gunakan edit `compact_20260112` di `context_management.edits` sebagai ganti `compaction`.',
  },
};
