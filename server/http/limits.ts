/** How many requests a minute one address may make. A whole office may sit behind one, so only what is dear to us is tight. */
export interface HttpLimits {
  readonly requests: number;
  /** Workshops founded or imported. */
  readonly founding: number;
  /** Doors looked at, entered, and links issued. */
  readonly entering: number;
  /** Attempts to sign in, links in mails, invitations to members. */
  readonly signingIn: number;
  /** Commands said over HTTP. */
  readonly commands: number;
  /** Pictures sent. */
  readonly uploading: number;
}

export const HTTP_LIMITS: HttpLimits = {
  requests: 6000,
  founding: 20,
  entering: 300,
  commands: 1200,
  signingIn: 60,
  uploading: 30,
};

/** A route's own limit, as its `config`. */
export const atMost = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } });
