// docker-compose.yml: valid by the compose schema, and no more open than it must be. It is not run here.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { examples } from '../../server/variables.ts';

interface Service {
  readonly image?: string;
  readonly build?: { readonly dockerfile_inline: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly command?: readonly string[];
  readonly networks?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<'plenary' | 'postgres' | 'coturn', Service>>;
}

const read = () => parse(readFileSync('docker-compose.yml', 'utf8')) as Compose;

// The compose specification's own schema, as the package dclint ships it.
const schema = JSON.parse(readFileSync('node_modules/dclint/schemas/compose.schema.json', 'utf8')) as Record<
  string,
  unknown
>;
const validate = new Ajv({ strict: false, validateFormats: false }).compile({
  ...schema,
  $schema: 'http://json-schema.org/draft-07/schema#',
});

function faults(compose: unknown): string[] {
  return validate(compose)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

test('is what the compose schema asks for', () => {
  expect(faults(read())).toEqual([]);
});

test('the schema sees a wrong file', () => {
  const { services } = read();
  expect(faults({ services: { ...services, plenary: { ...services.plenary, port: ['80:80'] } } })).not.toEqual([]);
});

describe('the product', () => {
  test('is built from this repository by the set-up itself, and does not run as root', () => {
    const recipe = read().services.plenary.build?.dockerfile_inline ?? '';
    expect(recipe).toMatch(
      /RUN node server\/setup\/build\.mjs[\s\S]*USER node[\s\S]*CMD \["node", "server\/setup\/start\.mjs"\]/,
    );
  });

  test('is given only settings that there are', () => {
    const names = Object.keys(read().services.plenary.environment ?? {});
    expect(names.filter((name) => !(name in examples))).toEqual([]);
  });

  test('opens media to everybody, one port a worker, and pages to this machine alone', () => {
    const { environment, ports } = read().services.plenary;
    const base = Number(environment?.['MEDIA_PORT_BASE']);
    const range = `${base}-${base + Number(environment?.['MEDIA_WORKERS']) - 1}`;
    expect(ports).toEqual(['127.0.0.1:8080:8080', `${range}:${range}/udp`, `${range}:${range}/tcp`]);
  });
});

test('the database opens no port and is on the inner network only', () => {
  const { ports, networks } = read().services.postgres;
  expect({ ports, networks }).toEqual({ ports: undefined, networks: ['inside'] });
});

test('the relay has one port, asks for credentials and reaches no private or loopback peer', () => {
  const { ports, command = [], networks } = read().services.coturn;
  expect(ports).toEqual(['3478:3478/udp', '3478:3478/tcp']);
  expect(networks).toEqual(['outside']);
  expect(command).toEqual(
    expect.arrayContaining(['--use-auth-secret', '--no-cli', '--no-multicast-peers', '--no-tcp-relay']),
  );
  const denied = command.flatMap((word) => /^--denied-peer-ip=(.*)$/.exec(word)?.[1] ?? []);
  for (const first of [
    '0.0.0.0',
    '10.0.0.0',
    '100.64.0.0',
    '127.0.0.0',
    '169.254.0.0',
    '172.16.0.0',
    '192.168.0.0',
    '::',
    'fc00::',
    'fe80::',
  ]) {
    expect(
      denied.some((range) => range.startsWith(`${first}-`)),
      first,
    ).toBe(true);
  }
});

test('images are named with a version', () => {
  const { postgres, coturn } = read().services;
  for (const image of [postgres.image, coturn.image]) expect(image).toMatch(/:\d/);
});
