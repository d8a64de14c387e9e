// WeChat's signed card against a server that plays WeChat's: what is lent, kept, refused, and never told.
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createWechatSigner } from '../../../server/updates/wechat/signer.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { MARCH_26, publication } from '../../support/publication.ts';
import { startServer, type TestServerOptions } from '../../support/server.ts';

const SECRET = 'the-secret-of-the-account';
const SCRIPT = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js';
const IN_WECHAT = { 'user-agent': 'Mozilla/5.0 (iPhone) Mobile/15E148 MicroMessenger/8.0.50(0x1800) Language/zh_CN' };

/** Lends token-1, ticket-1, token-2 …; `play` may answer instead. */
const wechatServer = async (
  play: (path: string, query: URLSearchParams, reply: ServerResponse) => boolean = () => false,
) => {
  const asked: string[] = [];
  const lent = { token: 0, ticket: 0 };
  const server = createServer((request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://wechat');
    asked.push(pathname);
    if (play(pathname, searchParams, reply)) return;
    const isToken = pathname === '/cgi-bin/token';
    const right = isToken
      ? searchParams.get('secret') === SECRET && searchParams.get('appid') === 'wx1'
      : searchParams.get('access_token') === `token-${lent.token}` && searchParams.get('type') === 'jsapi';
    const said = isToken
      ? { access_token: `token-${(lent.token += 1)}`, expires_in: 7200 }
      : { errcode: 0, errmsg: 'ok', ticket: `ticket-${(lent.ticket += 1)}`, expires_in: 7200 };
    reply.end(JSON.stringify(right ? said : { errcode: 40_001, errmsg: 'invalid credential' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { asked, account: { appId: 'wx1', secret: SECRET, api: `http://127.0.0.1:${port}` } };
};

const signerOn = (account: Parameters<typeof createWechatSigner>[0]) => {
  const clock = createManualClock();
  const told: string[] = [];
  const signer = createWechatSigner(account, {
    clock,
    mint: { id: () => 'nonce', secret: () => 's' },
    onRefused: (why) => void told.push(`${why.message} ${why.stack ?? ''}`),
  });
  return { clock, told, signer };
};
const signed = (ticket: string, timestamp: number, url: string): string =>
  createHash('sha1').update(`jsapi_ticket=${ticket}&noncestr=nonce&timestamp=${timestamp}&url=${url}`).digest('hex');

test('a signature is made as the documents say; ticket and token are lent once, and again when they end', async () => {
  const { asked, account } = await wechatServer();
  const { clock, signer } = signerOn(account);
  const url = 'https://plenary.example.org/updates/a?from=singlemessage';
  const [one, two] = await Promise.all([signer.sign(url), signer.sign(url)]);
  expect(one).toEqual({
    appId: 'wx1',
    timestamp: Math.floor(clock.now() / 1000),
    nonceStr: 'nonce',
    signature: signed('ticket-1', one?.timestamp ?? 0, url),
  });
  expect(two).toEqual(one);
  clock.advance(6_000_000);
  expect((await signer.sign(url))?.signature).toBe(signed('ticket-1', Math.floor(clock.now() / 1000), url));
  expect(asked).toEqual(['/cgi-bin/token', '/cgi-bin/ticket/getticket']);
  clock.advance(1_200_000);
  expect((await signer.sign(url))?.signature).toBe(signed('ticket-2', Math.floor(clock.now() / 1000), url));
  expect(asked).toHaveLength(4);
});

test('a token that WeChat has ended before its time is asked anew, once', async () => {
  const used: string[] = [];
  const { asked, account } = await wechatServer((path, query, reply) => {
    if (path !== '/cgi-bin/ticket/getticket') return false;
    const token = query.get('access_token') ?? '';
    used.push(token);
    const isOver = token === 'token-1' && used.length > 1;
    // The ticket ends long before its token.
    const said = isOver
      ? { errcode: 42_001, errmsg: 'access_token expired' }
      : { errcode: 0, ticket: token, expires_in: 400 };
    reply.end(JSON.stringify(said));
    return true;
  });
  const { clock, told, signer } = signerOn(account);
  await signer.sign('https://a/updates/a');
  clock.advance(100_000);
  const again = await signer.sign('https://a/updates/a');
  expect(again?.signature).toBe(signed('token-2', again?.timestamp ?? 0, 'https://a/updates/a'));
  expect([used, told, asked.length]).toEqual([['token-1', 'token-1', 'token-2'], [], 5]);
});

test.each([
  ['an error', (reply: ServerResponse) => reply.end('{"errcode":40164,"errmsg":"invalid ip"}')],
  ['no JSON', (reply: ServerResponse) => reply.end('<html>gateway</html>')],
  ['nothing of what was asked', (reply: ServerResponse) => reply.end('{}')],
  ['a broken connection', (reply: ServerResponse) => reply.destroy()],
  ['another address', (reply: ServerResponse) => reply.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
])('%s: no signature, told without the secret, and WeChat is left alone for a minute', async (_what, answer) => {
  const { asked, account } = await wechatServer((_path, _query, reply) => (answer(reply), true));
  const { clock, told, signer } = signerOn(account);
  expect(await signer.sign('https://a/updates/a')).toBeNull();
  expect(await signer.sign('https://a/updates/a')).toBeNull();
  expect([asked.length, told.length]).toEqual([1, 1]);
  expect(told.join()).not.toContain(SECRET);
  clock.advance(60_000);
  await signer.sign('https://a/updates/a');
  expect(asked).toHaveLength(2);
});

test('the script and its host are named in WeChat’s own browser alone, and only where there is an account', async () => {
  const { account } = await wechatServer();
  const open = async (options: TestServerOptions) => {
    const server = await startServer(options);
    const one = publication({ publishedAt: MARCH_26, slugs: { en: 'held' } });
    await server.app.updates.publisher.create(one, null, 'created');
    await server.app.updates.publisher.publish({ id: one.id, by: null, version: 1 }, null);
    const get = async (path: string, headers: Record<string, string> = {}) => {
      const reply = await fetch(server.url + path, { headers });
      return {
        status: reply.status,
        text: await reply.text(),
        policy: reply.headers.get('content-security-policy') ?? '',
        vary: reply.headers.get('vary') ?? '',
      };
    };
    return { server, get };
  };
  const { server, get } = await open({ wechat: account });
  const inside = await get('/updates/held', IN_WECHAT);
  expect(inside.text).toContain(`content="${SCRIPT}"`);
  expect(inside.policy).toContain("script-src 'self' https://res.wx.qq.com;");
  expect(inside.vary).toContain('User-Agent');
  const outside = await get('/updates/held');
  for (const page of [outside, await get('/updates', IN_WECHAT), await get('/', IN_WECHAT)]) {
    expect(page.text + page.policy).not.toContain('wx.qq.com');
  }
  const signature = await get(`/api/updates/wechat-signature?url=${encodeURIComponent(`${server.url}/updates/held`)}`);
  expect(JSON.parse(signature.text)).toMatchObject({
    appId: 'wx1',
    signature: expect.stringMatching(/^[0-9a-f]{40}$/),
  });
  expect(signature.text).not.toMatch(/secret|token|ticket/);
  for (const url of ['https://evil.example/updates/held', `${server.url}/w/room`, `${server.url}/updates/held#x`, 'x'])
    expect([url, (await get(`/api/updates/wechat-signature?url=${encodeURIComponent(url)}`)).status]).toEqual([
      url,
      400,
    ]);

  const without = await open({});
  expect((await without.get('/updates/held', IN_WECHAT)).text).not.toContain('wx.qq.com');
  const none = await without.get(
    `/api/updates/wechat-signature?url=${encodeURIComponent(`${without.server.url}/updates/held`)}`,
  );
  expect(none.status).toBe(404);
});
