// Where webhooks may lead, and how their messages are signed.
import { lookup } from 'node:dns/promises';
import { describe, expect, test } from 'vitest';
import { faultOfAddress, isOpen, lookUpOpen } from '../../../server/api/reachable.ts';
import { signed } from '../../../server/api/signature.ts';

describe('addresses of webhooks', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'no address',
  ])('%s is not open', (address) => expect(isOpen(address)).toBe(false));

  test.each(['1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '240e::1'])('%s is open', (address) =>
    expect(isOpen(address)).toBe(true),
  );

  test.each([
    ['http://hooks.example.org/', 'notHttps'],
    ['ftp://hooks.example.org/', 'notHttps'],
    ['https://a:b@hooks.example.org/', 'notHttps'],
    ['hooks.example.org', 'notHttps'],
    ['https://127.0.0.1/', 'notOpen'],
    ['https://2130706433/', 'notOpen'],
    ['https://0x7f.1/', 'notOpen'],
    ['https://[::ffff:10.0.0.1]/', 'notOpen'],
    ['https://localhost/', 'notOpen'],
    ['https://metadata.google.internal/', 'notOpen'],
    ['https://printer.local/', 'notOpen'],
    ['https://hooks.example.org/plenary?x=1', null],
    ['https://1.1.1.1:8443/', null],
  ])('%s: %s', (address, fault) => expect(faultOfAddress(address, false)).toBe(fault));

  test('given the operator allows it, then the own network and plain http are good', () => {
    expect(faultOfAddress('http://127.0.0.1:9/', true)).toBeNull();
    expect(faultOfAddress('ftp://127.0.0.1:9/', true)).toBe('notHttps');
  });

  test('given a name that leads into the own network, when it is connected to, then it is refused in the same step', async () => {
    expect((await lookup('localhost')).address).toMatch(/^(?:127\.0\.0\.1|::1)$/);
    const fault = await new Promise((resolve) => lookUpOpen('localhost', {}, resolve));
    expect(String(fault)).toContain('address not open');
  });
});

test('given the example of the Standard Webhooks specification, when signed, then the headers are its own', () => {
  const headers = signed({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: 1_614_265_330_000,
    body: '{"test": 2432232314}',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  });
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});
