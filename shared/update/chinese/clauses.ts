/** Prepares notes for Chinese sentences: one full stop, no doubled speaker; says when a note must stand after a colon. Owns no phrases. */
const FIRST_PERSON = /我(?!国)|咱|本人|你们|您/;

/** Without the stop at its end. */
export const body = (given: string): string => given.trim().replace(/[\s。．.;；,，]+$/u, '');

/** One full stop last; a question or exclamation mark is kept. */
export const asSentence = (given: string): string => {
  const text = body(given);
  return /[！？!?…][”」’）]?$/u.test(text) ? text : `${text}。`;
};

/** May follow 指出， and the like without changing whose words they are. */
export const isWeavable = (given: string): boolean =>
  !FIRST_PERSON.test(given) && !/[？！?!]/.test(given) && !/^[“"「]/.test(given.trim());

/** What a note's first word says of its speaker; a noun that begins alike (建议书, 欢迎会) says nothing. */
const OWN_VERB =
  /^(?:希望(?!小学|工程|之|在于|是)|建议(?!书|稿|案|是)|呼吁(?!书|声)|欢迎(?!会|仪式|辞|词|晚)|感谢(?!信|状)|强调(?!句)|期待|期盼|祝愿|祝贺|倡议(?!书|者|是))(?!的)/;

/** 希望通过交流…: the note brings the verb that its speaker needs. */
export const bringsVerb = (given: string): boolean => OWN_VERB.test(given.trim());

/** Takes off 钱京京指出： when the note names its own speaker. */
export const withoutSpeaker = (given: string, names: readonly string[]): string => {
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (name === '' || !given.startsWith(name)) continue;
    const rest = given.slice(name.length);
    const own = rest.replace(/^(?:女士|先生|博士|教授)/, '');
    if (bringsVerb(own)) return own;
    const said = /^(?:女士|先生|博士|教授)?(?:[：:]|(?:指出|表示|认为|强调|介绍|提到|说|谈到|建议)[，,：:]?)\s*/.exec(
      rest,
    );
    if (said !== null) return rest.slice(said[0].length);
  }
  return given;
};

/** In Chinese quotation marks; those inside become single. */
export const quote = (text: string): string => `“${text.replace(/[“"](?=[^"”]*["”])/g, '‘').replace(/["”]/g, '’')}”`;
