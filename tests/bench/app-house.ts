// The whole server without media, in a process of its own, for the benchmarks. Arguments: its data folder and its port. Answers 'loop' with what its
// event loop was late by since it was last asked, in milliseconds.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { withoutMedia } from '../../server/workshops/without-media.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const read = readConfig({ HOST: '127.0.0.1', PORT: port, PLENARY_DATA: folder, PLENARY_LOG_LEVEL: 'error' });
if (!read.ok) throw new Error('the configuration of the benchmark is wrong');
// All clients come from one address.
const http = { requests: 1e6, founding: 1e6, entering: 1e6, signingIn: 1e6, uploading: 1e6 };
const app = await buildApp({
  config: read.config,
  clientFolder: folder,
  media: withoutMedia('a benchmark of the facts'),
  limits: { http },
});
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
process.on('message', () => {
  const cpu = process.cpuUsage();
  process.send?.({
    loopP99: loop.percentile(99) / 1e6 - 5,
    loopMax: loop.max / 1e6 - 5,
    cpu: (cpu.user + cpu.system) / 1e3,
  });
  loop.reset();
});
process.once('disconnect', () => process.exit(0));
process.send?.({ url: await app.listen() });
