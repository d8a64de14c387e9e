// Which kinds of tests a command line asks for, as vitest's --project reads it. Without one: every kind.

const every = ['unit', 'integration', 'browser'];

/** @param {readonly string[]} words */
export function kindsAsked(words) {
  const named = words.flatMap((word, index) => {
    if (word.startsWith('--project=')) return [word.slice('--project='.length)];
    return word === '--project' ? [words[index + 1] ?? ''] : [];
  });
  // A pattern or a negation may mean anything.
  return named.length > 0 && named.every((name) => every.includes(name)) ? named : every;
}
