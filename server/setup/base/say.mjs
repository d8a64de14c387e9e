// What the set-up tells the person in front of it: lines, and one line that moves while something long goes on.
const out = process.stderr;
let open = false;

/** @param {string} text */
export function say(text) {
  if (open) out.write('\n');
  open = false;
  out.write(`${text}\n`);
}

/**
 * A meter for a long step. On a terminal it redraws one line; in a log it writes one line for each tenth of the way.
 * @param {string} label
 */
export function meter(label) {
  let tenth = -1;
  /** @param {number} done @param {number} all */
  return (done, all) => {
    const share = all > 0 ? done / all : 0;
    if (out.isTTY) {
      out.write(`\r${label} ${done}/${all} (${Math.floor(share * 100)} %)`);
      open = true;
    } else if (Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10);
      out.write(`${label} ${done}/${all} (${tenth * 10} %)\n`);
    }
  };
}
