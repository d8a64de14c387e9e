// What the tests need on the machine beside the product's own needs.

/** @type {readonly import('./needs.mjs').Need[]} */
export const testNeeds = [
  { package: 'chromium', command: 'chromium' },
  { package: 'firefox-esr', command: 'firefox-esr' },
  { package: 'ffmpeg', command: 'ffmpeg' },
  { package: 'openssl', command: 'openssl' },
  // The TURN relay by which the tests go where everything else is shut.
  { package: 'coturn', command: 'turnserver' },
  // They open what the product writes: DOCX and PDF.
  { package: 'libreoffice-writer-nogui', command: 'soffice' },
  { package: 'poppler-utils', command: 'pdftotext' },
  // They read the invitations we write, beside a reader in JavaScript.
  { package: 'python3-icalendar', file: '/usr/lib/python3/dist-packages/icalendar/__init__.py' },
  { package: 'python3-vobject', file: '/usr/lib/python3/dist-packages/vobject/__init__.py' },
  { package: 'postgresql', file: '/usr/lib/postgresql/*/bin/initdb' },
  // Without it Chinese in a screenshot is a row of boxes.
  { package: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
];
