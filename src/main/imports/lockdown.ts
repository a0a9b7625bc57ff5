/**
 * Takes network, other processes and threads, and files away from the thread that parses foreign bytes. A parser needs none
 * of them; one that is tricked into asking gets an error. The process around the thread is the first protection, this is the
 * second.
 */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import v8 from 'node:v8';
import workerThreads from 'node:worker_threads';
import { lockFiles, pin, programFolders } from './lockdown-files';

const REFUSED: readonly (readonly [object, readonly string[]])[] = [
  [childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
  [net, ['connect', 'createConnection', 'createServer', 'Socket', 'Server']],
  [net.Socket.prototype, ['connect']],
  [tls, ['connect', 'createServer']],
  [http, ['request', 'get', 'createServer']],
  [https, ['request', 'get', 'createServer']],
  [http2, ['connect', 'createServer', 'createSecureServer']],
  [dgram, ['createSocket', 'Socket']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  [workerThreads, ['Worker']],
  [inspector, ['open', 'Session']],
  [v8, ['writeHeapSnapshot', 'setHeapSnapshotNearHeapLimit']],
  [process, ['binding', '_linkedBinding', 'kill', 'chdir']],
  [process.report, ['writeReport']],
  [globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']],
];

export function lockDown(): void {
  for (const [owner, names] of REFUSED) {
    for (const name of names.filter((candidate) => candidate in owner)) {
      pin(owner, name, refuse);
    }
  }
  lockFiles(programFolders(import.meta.dirname));
  syncBuiltinESMExports();
}

function refuse(): never {
  throw new Error('An import may not reach the network, start programs or threads.');
}
