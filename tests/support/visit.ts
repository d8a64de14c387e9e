// One browser over HTTP: asks with the cookies it was given, as somebody does who opens links, loses a seat's key, comes again.
import type { SeatKey } from './node-participant.ts';

export interface Answered<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly headers: Headers;
}

export class Visit {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask<Body = Record<string, unknown>>(
    method: string,
    path: string,
    options: {
      readonly body?: unknown;
      readonly token?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Answered<Body>> {
    const { body, token, headers } = options;
    const reply = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(this.#cookies.size > 0 && { cookie: this.cookies }),
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await reply.text();
    let read: unknown = null;
    try {
      read = JSON.parse(text);
    } catch {
      // Files and pages are no JSON; whoever asks for them reads the text.
    }
    return { status: reply.status, body: read as Body, text, headers: reply.headers };
  }

  /** What stands on the door to which a link leads. */
  door(link: string): Promise<Answered> {
    const { workshop, secret } = partsOf(link);
    return this.ask('GET', `/api/workshops/${workshop}/door`, { headers: { 'x-plenary-link': secret } });
  }

  async enter(
    link: string,
    name: string,
  ): Promise<Answered<{ error?: { code: string }; waiting?: boolean }> & SeatKey> {
    const { workshop, secret } = partsOf(link);
    const answer = await this.ask<SeatKey & { waiting: boolean }>('POST', `/api/workshops/${workshop}/enter`, {
      body: { secret, language: 'en', guest: { name } },
    });
    return { ...answer, workshop, seat: answer.body.seat, seatToken: answer.body.seatToken };
  }
}

const partsOf = (link: string): { readonly workshop: string; readonly secret: string } => ({
  workshop: new URL(link).pathname.split('/')[2] ?? '',
  secret: new URL(link).hash.slice('#k='.length),
});
