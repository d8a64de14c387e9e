/**
 * The reference for programs at /docs: every route with what it takes and answers, from the schemas that check them, complete without script.
 * Owns the page; the schemas' words are schema-in-words.ts, what a request does is said as the audit log says it.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ACTS } from '../../../shared/audit/acts.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { auditActsArea } from '../../../shared/languages/areas/audit-acts.ts';
import { referenceArea } from '../../../shared/languages/areas/reference.ts';
import { preferredLanguage } from '../../updates/pages/addresses.ts';
import { answer, HTML } from '../../updates/pages/answer.ts';
import { markup, type Markup } from '../../updates/pages/markup.ts';
import { stylePath } from '../../updates/pages/style.ts';
import { schemaInWords, type Schema } from './schema-in-words.ts';

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

interface Line {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '中文' };
const EXAMPLES = {
  token: 'Authorization: Bearer plenary_…',
  seat: 'Authorization: Bearer <seatToken>',
  fault: '{"error": {"code": "http/invalid", "fields": [{"path": "title", "code": "field/too_small"}]}}',
  command:
    'POST /api/workshops/{id}/commands\n{"id": "a-name-of-your-own", "command": {"type": "agenda/next"}}\n→ {"seq": 41, "at": 1795600000000}',
  webhook:
    '{"id": "…", "type": "item.began", "timestamp": "2026-03-26T02:00:00.000Z",\n "data": {"workshop": {"id": "…", "title": {…}}, "item": {"id": "…", "title": {…}}}}',
};

/** By what a route is about: the step after /api. */
const groupsOf = (paths: Paths): ReadonlyMap<string, readonly Line[]> => {
  const groups = new Map<string, Line[]>();
  for (const [path, methods] of Object.entries(paths)) {
    if (!path.startsWith('/api/')) continue;
    const group = path.split('/')[2]?.replace(/\W.*$/, '') ?? '';
    for (const method of METHODS) {
      const operation = methods[method];
      if (operation)
        groups.set(group, [...(groups.get(group) ?? []), { method: method.toUpperCase(), path, operation }]);
    }
  }
  return new Map([...groups].toSorted(([one], [other]) => one.localeCompare(other, 'en')));
};

const actOf = ({ method, path }: Line): keyof (typeof auditActsArea)['en'] | null => {
  const asked = `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
  return Object.hasOwn(ACTS, asked) ? ACTS[asked as keyof typeof ACTS] : null;
};

const lineShown = (line: Line, language: Language): Markup => {
  const t = (key: keyof (typeof referenceArea)['en']): string => say(referenceArea, language, key);
  const { parameters = [], requestBody, responses = {} } = line.operation;
  const act = actOf(line);
  const body = requestBody?.content['application/json']?.schema;
  const done = Object.entries(responses).find(([status]) => status.startsWith('2'));
  const shown = done?.[1].content?.['application/json']?.schema;
  const part = (title: string, content: Markup): Markup => markup`<dt>${title}</dt><dd>${content}</dd>`;
  return markup`<details><summary><code>${line.method} ${line.path}</code>${act === null ? null : markup` — ${say(auditActsArea, language, act)}`}</summary><dl>
${
  parameters.length === 0
    ? null
    : part(
        t('parameters'),
        markup`<ul>${parameters.map(({ name, required, schema }) => markup`<li><code>${name}</code>${required === true ? markup` <em>${t('required')}</em>` : null}: ${schemaInWords(schema, language)}</li>`)}</ul>`,
      )
}${body ? part(t('body'), schemaInWords(body, language)) : null}${done && shown ? part(`${t('answer')} ${done[0]}`, schemaInWords(shown, language)) : null}
</dl></details>`;
};

const page = (paths: Paths, language: Language): string => {
  const t = (key: keyof (typeof referenceArea)['en']): string => say(referenceArea, language, key);
  const groups = [...groupsOf(paths)];
  const chapter = (id: string, title: string, ...content: readonly Markup[]): Markup =>
    markup`<section class="text" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
  const said = (words: string): Markup => markup`<p>${words}</p>`;
  const sample = (code: string): Markup => markup`<pre tabindex="0"><code>${code}</code></pre>`;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${t('title')} – Plenary</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#main">${t('skip')}</a>
<header class="top"><p class="name"><a href="/">${t('home')}</a></p>
<nav aria-label="${t('language')}">${LANGUAGES.map((one) =>
    one === language
      ? markup`<span aria-current="true" lang="${one}">${NAMES[one]}</span>`
      : markup`<a lang="${one}" hreflang="${one}" href="/docs?language=${one}">${NAMES[one]}</a>`,
  )}</nav></header>
<main id="main">
<h1>${t('title')}</h1>
<p class="about">${t('about')} <a href="/api/openapi.json">${t('machine')}</a></p>
${chapter('who', t('who'), said(t('whoToken')), sample(EXAMPLES.token), said(t('whoSeat')), sample(EXAMPLES.seat))}
${chapter('commands', t('commands'), said(t('commandsText')), sample(EXAMPLES.command))}
${chapter('faults', t('faults'), said(t('faultsText')), sample(EXAMPLES.fault))}
${chapter('webhooks', t('webhooks'), said(t('webhooksText')), sample(EXAMPLES.webhook), said(t('signature')))}
<nav aria-label="${t('contents')}"><ul>${groups.map(([group]) => markup`<li><a href="#of-${group}">/api/${group}</a></li>`)}</ul></nav>
${groups.map(
  ([group, lines]) =>
    markup`<section class="reference" aria-labelledby="of-${group}"><h2 id="of-${group}">/api/${group}</h2>${lines.map((line) => lineShown(line, language))}</section>`,
)}
</main>
</body>
</html>
`.html;
};

export const referenceRoutes = async (app: FastifyInstance): Promise<void> => {
  const made = new Map<Language, string>();
  const inLanguage = (language: Language): string => {
    const known = made.get(language) ?? page(app.swagger().paths as Paths, language);
    made.set(language, known);
    return known;
  };
  app.get(
    '/docs',
    { schema: { hide: true } },
    (request: FastifyRequest<{ Querystring: { language?: unknown } }>, reply) => {
      const asked = LANGUAGES.find((one) => one === request.query.language);
      return answer(request, reply, HTML, inLanguage(asked ?? preferredLanguage(request.headers['accept-language'])));
    },
  );
};
