// What the watch over the network takes for leaving the machine, and what it lets pass.
import { expect, test } from 'vitest';
import { leaving, outward, parseNetLog } from '../torture/silence';

test.each([
  ['a connection', '7 connect(19, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16) = -1'],
  ['a name server', '7 connect(18, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.53")}, 16) = 0'],
  ['a datagram', '7 sendmsg(18, {msg_name={sa_family=AF_INET, sin_addr=inet_addr("192.0.2.1")}}, 0) = 1'],
  ['IPv6', '7 connect(9, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28) = 0'],
])('%s leaves', (_, line) => {
  expect(outward(line)).not.toBeNull();
});

test.each([
  ['a socket of the desktop', '7 connect(5, {sa_family=AF_UNIX, sun_path="/run/bus"}, 110) = 0'],
  ['loopback', '7 connect(19, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0'],
  ['loopback of IPv6', '7 connect(19, {sa_family=AF_INET6, inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0'],
  ['a pipe between processes', '7 sendmsg(21, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="x"}]}, 0) = 1'],
])('%s stays', (_, line) => {
  expect(outward(line)).toBeNull();
});

const LOG = (events: string) =>
  `{"constants":{"logEventTypes":{"REQUEST_ALIVE":1,"HOST_RESOLVER_MANAGER_JOB":2,"TCP_CONNECT_ATTEMPT":3}},\n"events":[\n${events}`;

test.each([
  ['a name that is asked for', '{"type":2,"params":{"host":"https://example.com"}}]}', 1],
  ['an attempt in a log that was cut off', '{"type":3,"params":{"address":"192.0.2.1:443"}},\n', 1],
  ['an attempt on loopback', '{"type":3,"params":{"address":"127.0.0.1:9222"}}]}', 0],
  ['a page of our own', '{"type":1,"params":{"url":"app://tieout/"}}]}', 0],
])('the network stack: %s', (_, events, count) => {
  const { constants, events: read } = parseNetLog(LOG(events));
  expect(leaving(constants.logEventTypes, read)).toHaveLength(count);
});
