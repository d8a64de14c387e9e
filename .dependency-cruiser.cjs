// Who may know whom: the import rules of docs/architecture.md, read from the code by dependency-cruiser.
// Each rule is planted a breach in tests/architecture/imports.test.ts.

/** A package, wherever npm put it. */
const vendor = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A vendor is known to the folders that adapt it, and to nobody else in the product. */
const only = (name, folders, vendors) =>
  never(
    `vendor-${name}`,
    `${name} is named only in ${folders.join(', ')}`,
    { path: '^(shared|server|client)/', pathNot: folders.map((folder) => `^${folder}/`) },
    { path: vendors },
  );

const adapters = ['storage', 'media', 'notes', 'mail', 'files'];
const anyAdapter = `^server/(${adapters.join('|')})/`;

module.exports = {
  forbidden: [
    // Two files of one folder may know each other's types; what runs never goes in a circle, nor does anything between folders.
    never(
      'no-cycles',
      'a circle of files is one file in disguise',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    never(
      'no-cycles-between-folders',
      'a circle of folders is one folder in disguise, even if only types go round',
      { path: '^((?:shared|server|client)/[^/]+)/' },
      { circular: true, via: { pathNot: '^$1/' } },
    ),
    never('no-unresolved', 'an import leads nowhere', {}, { couldNotResolve: true }),

    never(
      'shared-knows-no-side',
      'shared is pure: it runs in both',
      { path: '^shared/' },
      { path: '^(server|client|tests)/' },
    ),
    never('shared-knows-no-node', 'shared has no Node', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    never(
      'shared-knows-few-packages',
      'from outside, shared knows zod/mini and temporal-polyfill',
      { path: '^shared/' },
      {
        path: '(^|/)node_modules/',
        pathNot: ['(^|/)node_modules/zod/(v4/)?mini/', '(^|/)node_modules/temporal-polyfill/'],
      },
    ),
    never(
      'shared-kernel-first',
      'kernel knows nothing of the rest',
      { path: '^shared/kernel/' },
      { path: '^shared/(?!kernel/)' },
    ),
    never(
      'shared-directory-second',
      'directory knows kernel',
      { path: '^shared/directory/' },
      { path: '^shared/(?!kernel/|directory/)' },
    ),
    never(
      'shared-organization-beside',
      'organization knows kernel',
      { path: '^shared/organization/' },
      { path: '^shared/(?!kernel/|organization/)' },
    ),
    never(
      'shared-calendar-beside',
      'a span of time in words and as iCalendar; of what it is about, calendar knows nothing',
      { path: '^shared/calendar/' },
      { path: '^shared/(?!kernel/|directory/dates|languages/|calendar/)' },
    ),
    never(
      'shared-invitation-on-top',
      'an invitation tells of a workshop in words; nothing in shared builds on it',
      { path: '^shared/invitation/' },
      { path: '^shared/(?!kernel/|directory/|workshop/|calendar/|languages/|invitation/)' },
    ),
    never(
      'shared-document-beside',
      'document knows kernel',
      { path: '^shared/document/' },
      { path: '^shared/(?!kernel/|document/)' },
    ),
    never(
      'shared-publication-last',
      'publication knows what an article is made of; of shared only drafting builds on it',
      { path: '^shared/publication/' },
      { path: '^shared/(?!kernel/|directory/|document/|update/|publication/)' },
    ),
    never(
      'shared-drafting-last',
      'the working copy stands on articles and publications; nothing in shared stands on it',
      { path: '^shared/(?!drafting/|languages/|protocol/)' },
      { path: '^shared/drafting/' },
    ),
    never(
      'shared-workshop-third',
      'workshop knows kernel and directory',
      { path: '^shared/workshop/' },
      { path: '^shared/(?!kernel/|directory/|workshop/)' },
    ),
    never(
      'shared-notes-fourth',
      'notes knows workshop and before',
      { path: '^shared/notes/' },
      { path: '^shared/(?!kernel/|directory/|workshop/|notes/)' },
    ),
    never(
      'shared-minutes-after-notes',
      'minutes are compiled from facts and notes, and laid out as a document; of records they know the words of a poll',
      { path: '^shared/minutes/' },
      { path: '^shared/(?!kernel/|directory/|workshop/|notes/|document/|languages/|records/poll-words|minutes/)' },
    ),
    never(
      'shared-sync-beside',
      'sync knows workshop and before',
      { path: '^shared/sync/' },
      { path: '^shared/(notes|update|protocol)/' },
    ),
    never(
      'nobody-knows-update-in-shared',
      'update is the last of shared: its languages apart, nothing there builds on it',
      { path: '^shared/(kernel|directory|document|workshop|notes|sync)/' },
      { path: '^shared/(update|publication)/' },
    ),

    never('server-and-client-never-meet', 'they meet in shared', { path: '^server/' }, { path: '^client/' }),
    never('client-and-server-never-meet', 'they meet in shared', { path: '^client/' }, { path: '^server/' }),
    never(
      'client-knows-no-node',
      'browsers have no Node',
      { path: '^client/', pathNot: '^client/vite\\.config\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    never(
      'product-knows-no-tests',
      'tests know the product',
      { path: '^(shared|server|client)/' },
      { path: '^tests/' },
    ),

    ...adapters.map((adapter) =>
      never(
        `adapter-${adapter}-alone`,
        'adapters know ports and shared, never each other',
        { path: `^server/${adapter}/` },
        { path: anyAdapter, pathNot: `^server/${adapter}/` },
      ),
    ),
    never(
      'adapters-know-no-callers',
      'adapters are called, they do not call',
      { path: anyAdapter },
      { path: '^server/(gateway|http|app\\.ts|main\\.ts|demo|cli)' },
    ),
    never(
      'callers-know-ports',
      'only app.ts puts adapters in place',
      { path: '^server/(workshops|gateway|http|directory|accounts)/' },
      { path: anyAdapter },
    ),
    never(
      'workshops-know-no-doors',
      'doors know workshops',
      { path: '^server/workshops/' },
      { path: '^server/(gateway|http)/' },
    ),
    never(
      'app-is-the-root',
      'only the process starts the composition',
      { path: '^server/', pathNot: '^server/(main\\.ts|app\\.ts|cli/)' },
      { path: '^server/(app|main)\\.ts$' },
    ),

    never(
      'client-ui-alone',
      'ui knows lit and nothing of workshops',
      { path: '^client/ui/' },
      { path: '^(shared|client/(?!ui/))' },
    ),
    never(
      'client-ui-vendors',
      'of packages, ui knows lit and its icons',
      { path: '^client/ui/' },
      {
        path: '(^|/)node_modules/',
        pathNot: vendor('lit', 'lit-html', 'lit-element', '@lit', 'lucide-static', 'vite'),
      },
    ),
    never(
      'client-lines-below',
      'connection, media and notes know shared',
      { path: '^client/(connection|media|notes)/' },
      { path: '^client/(store|features|app)/' },
    ),
    never(
      'client-store-below',
      'the store knows no region of the screen',
      { path: '^client/store/' },
      { path: '^client/(features|app|ui)/' },
    ),
    never(
      'client-features-below',
      'features know no shell',
      { path: '^client/features/' },
      { path: '^client/(app/|main\\.ts)' },
    ),

    only('mediasoup', ['server/media/mediasoup'], vendor('mediasoup')),
    only('mediasoup-client', ['client/media/mediasoup'], vendor('mediasoup-client')),
    only('socket.io', ['server/gateway'], vendor('socket\\.io')),
    only('socket.io-client', ['client/connection'], vendor('socket\\.io-client')),
    only(
      'yjs',
      ['server/notes', 'server/updates', 'client/notes', 'client/features/board'],
      vendor('yjs', 'y-protocols', 'y-websocket', 'lib0', '@tiptap'),
    ),
    only('storage', ['server/storage'], vendor('kysely', 'libsql', 'pg')),
    only('proofs', ['server/accounts'], vendor('@node-rs/argon2', '@simplewebauthn/server', 'openid-client')),
    only('mail', ['server/mail'], vendor('nodemailer')),
    only('passkeys', ['client/features/account'], vendor('@simplewebauthn/browser')),
    only('pdfium', ['server/files'], vendor('@hyzyla/pdfium')),
    only('sharp', ['server/files'], vendor('sharp')),
    only('pinyin-pro', ['server/directory/indexing', 'server/updates/publishing'], vendor('pinyin-pro')),
    only('office', ['server/documents'], vendor('docx', 'pdfkit', 'fontkit')),
    only('words', ['server/search'], vendor('stemmer')),
    only('texts', ['server/updates'], vendor('htmlparser2', 'markdown-it', 'markdown-it-cjk-friendly', 'yaml')),
    only('public-pages', ['server/updates'], vendor('feed', '@sindresorhus')),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^server/setup/' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
