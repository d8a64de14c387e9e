// The reference for programs: every route of the API stands in it, in both languages, and it asks nothing of anybody else's.
import { expect, test } from 'vitest';
import { startServer } from '../../support/server.ts';

test('given the API as it is, when the reference is read, then every route stands in it, in both languages, without script', async () => {
  const { url } = await startServer();
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith('/api/') ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`) : [],
  );
  expect(routes.length).toBeGreaterThan(80);
  for (const [language, title] of [
    ['en', 'Reference for programs'],
    ['zh-Hans', '程序接口说明'],
  ] as const) {
    const reply = await fetch(`${url}/docs?language=${language}`);
    const html = await reply.text();
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(title);
    expect(routes.filter((route) => !html.includes(`<code>${route}</code>`))).toEqual([]);
    expect(html).not.toMatch(/<script|https?:\/\/|\[object|undefined/);
  }
  const chinese = await fetch(`${url}/docs`, { headers: { 'accept-language': 'zh-CN,zh;q=0.9' } });
  expect(await chinese.text()).toContain('<html lang="zh-Hans">');
});
