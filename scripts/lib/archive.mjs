// Reads as much of tar and zip as npm packages need, so that no tool has to be installed.
import { createReadStream } from 'node:fs';
import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { createGunzip, inflateRawSync } from 'node:zlib';
import { Problem } from './log.mjs';

const BLOCK = 512;
const damaged = (file, why) => new Problem(`${file} is damaged (${why})`, 'Run the command again to fetch it anew');

/** Copies the one entry of a .tgz whose name ends in `suffix` to `target`. */
export async function extractFromTgz(archive, suffix, target) {
  const out = await open(target, 'w');
  try {
    const found = await copyTarEntry(createReadStream(archive).pipe(createGunzip()), suffix, out);
    if (!found) throw damaged(archive, `no ${suffix} inside`);
  } finally {
    await out.close();
  }
}

/** Walks tar blocks as they arrive and writes the body of the wanted entry. */
async function copyTarEntry(stream, suffix, out) {
  let pending = Buffer.alloc(0);
  let body = 0; // bytes of the current entry still to come
  let padding = 0; // bytes to skip after it
  let wanted = false;
  for await (const chunk of stream) {
    pending = pending.length ? Buffer.concat([pending, chunk]) : chunk;
    while (pending.length) {
      if (body > 0) {
        const part = pending.subarray(0, body);
        if (wanted) await out.write(part);
        body -= part.length;
        pending = pending.subarray(part.length);
        if (body === 0 && wanted) return true;
      } else if (padding > 0) {
        const skipped = Math.min(padding, pending.length);
        padding -= skipped;
        pending = pending.subarray(skipped);
      } else {
        if (pending.length < BLOCK) break;
        const name = pending.toString('utf8', 0, 100).replace(/\0.*$/s, '');
        body = Number.parseInt(pending.toString('ascii', 124, 136), 8) || 0;
        padding = (BLOCK - (body % BLOCK)) % BLOCK;
        wanted = name.endsWith(suffix);
        pending = pending.subarray(BLOCK);
      }
    }
  }
  return false;
}

/** Unpacks a zip (stored or deflated entries). `rename(name)` says where an entry goes in `folder`, or null to leave it out. */
export async function unzip(archive, folder, rename) {
  const file = await open(archive, 'r');
  try {
    for (const entry of await readDirectory(file, archive)) {
      const place = entry.name.endsWith('/') ? null : rename(entry.name);
      if (place === null) continue;
      if (normalize(place).startsWith('..')) throw damaged(archive, `entry ${entry.name} points outside`);
      await writeEntry(join(folder, place), entry.mode, await readEntry(file, entry, archive));
    }
  } finally {
    await file.close();
  }
}

async function readDirectory(file, archive) {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw damaged(archive, 'no zip directory');
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function readEntry(file, entry, archive) {
  const header = await readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = await readAt(file, start, entry.size);
  if (entry.method === 0) return bytes;
  if (entry.method === 8) return inflateRawSync(bytes);
  throw damaged(archive, `unknown compression ${entry.method}`);
}

async function writeEntry(path, mode, bytes) {
  await mkdir(dirname(path), { recursive: true });
  const isLink = (mode & 0o170000) === 0o120000;
  if (isLink) await symlink(bytes.toString('utf8'), path);
  else await writeFile(path, bytes, { mode: mode & 0o111 ? 0o755 : 0o644 });
}

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, position);
  return buffer;
}
