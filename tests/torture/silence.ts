/**
 * Whether anything leaves the machine while a person works: the app runs with Chromium's own log of its network stack,
 * and, where strace is installed, with every socket call of all its processes written down. Both are read when it ended.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LaunchOptions } from '../../scripts/lib/app.mjs';

/** The switches and the program that write both logs beside the notebook. `program` is the app's own, wrapped. */
export interface Watched {
  readonly options: LaunchOptions;
  /** What left the machine, a line each, and how much was looked at; the app must have ended. */
  readonly found: () => { readonly faults: readonly string[]; readonly events: number; readonly calls: number };
}

/** Installed, and allowed to trace: containers may forbid it. */
const hasStrace = (): boolean =>
  spawnSync('strace', ['-f', '-o', '/dev/null', process.execPath, '-e', '0']).status === 0;

/** Options to launch the app with so that its network use is written into the folder of `notebook`. */
export function watched(notebook: string, program: string): Watched {
  const folder = dirname(notebook);
  const netLog = join(folder, 'net-log.json');
  const calls = join(folder, 'calls.txt');
  const args = [`--log-net-log=${netLog}`];
  const found: Watched['found'] = () => {
    const events = readNetLog(netLog);
    const lines = existsSync(calls) ? readFileSync(calls, 'utf8').split('\n') : [];
    return {
      faults: [...events.faults, ...lines.flatMap((line) => outward(line) ?? [])],
      events: events.count,
      calls: lines.length,
    };
  };
  if (!hasStrace()) return { options: { notebook, args }, found };
  const wrapper = join(folder, 'traced.sh');
  const trace = 'trace=connect,sendto,sendmsg,sendmmsg';
  writeFileSync(wrapper, `#!/bin/sh\nexec strace -f -qq -e ${trace} -e signal=none -o '${calls}' '${program}' "$@"\n`);
  chmodSync(wrapper, 0o755);
  return { options: { notebook, args, program: wrapper }, found };
}

/** Loopback is how the test drives the app; the app itself is told apart by its address only. */
const LOOPBACK = /sin_addr=inet_addr\("127\.|inet_pton\(AF_INET6, "(?:::1|::ffff:127\.[\d.]+)"/;

/** The line where a socket call names an address outside of this machine, else null. */
export function outward(line: string): string | null {
  if (!/\b(?:connect|sendto|sendmsg|sendmmsg)\(/.test(line) || !/AF_INET6?\b/.test(line)) return null;
  return LOOPBACK.test(line) ? null : `a socket call: ${line.slice(0, 200)}`;
}

/** Events of Chromium's network stack that mean a name is asked for or bytes leave; those of loopback are left out. */
const LEAVING =
  /^(?:HOST_RESOLVER_(?:DNS_TASK|SYSTEM_TASK|MANAGER_JOB)|TCP_CONNECT_ATTEMPT|UDP_CONNECT|UDP_BYTES_SENT|SSL_CONNECT|QUIC_SESSION)$/;

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: object }[];
}

/** Chromium closes the list only at an orderly end; one that was cut off is closed here. */
export function parseNetLog(text: string): NetLog {
  const whole = text.trimEnd();
  const closed = /\]\s*\}$/.test(whole) ? whole : `${whole.replace(/,$/, '')}]}`;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format is Chromium's own
  return JSON.parse(closed) as NetLog;
}

function readNetLog(path: string): { readonly faults: readonly string[]; readonly count: number } {
  if (!existsSync(path)) return { faults: ['the app wrote no log of its network stack'], count: 0 };
  const { constants, events } = parseNetLog(readFileSync(path, 'utf8'));
  return { faults: leaving(constants.logEventTypes, events), count: events.length };
}

/** The events that mean something left the machine, as lines. */
export function leaving(types: NetLog['constants']['logEventTypes'], events: NetLog['events']): readonly string[] {
  const names = new Map(Object.entries(types).map(([name, type]): [number, string] => [type, name]));
  return events.flatMap(({ type, params }) => {
    const name = names.get(type) ?? '';
    const said = JSON.stringify(params ?? {});
    return LEAVING.test(name) && !/"(?:address|host)":"(?:127\.|\[::1\])/.test(said)
      ? [`the network stack: ${name} ${said.slice(0, 160)}`]
      : [];
  });
}
