/** Which file of the built window an `app://` address names; decided without touching the disk. */
import { extname, join, normalize, sep } from 'node:path';
import { APP_ORIGIN } from '../../ipc/sender';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.map': 'application/json; charset=utf-8',
};

export interface PageFile {
  readonly path: string;
  readonly type: string;
}

/** Null for another host, for what lies outside `root`, and for kinds of file that no page of ours loads. */
export function pageFile(address: string, root: string): PageFile | null {
  const path = pathOf(address);
  if (path === null) return null;
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  const type = TYPES[extname(file).toLowerCase()];
  return type !== undefined && file.startsWith(root + sep) ? { path: file, type } : null;
}

function pathOf(address: string): string | null {
  try {
    const url = new URL(address);
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return null;
    const path = decodeURIComponent(url.pathname);
    return path.includes('\u0000') || path.includes('\\') ? null : path;
  } catch {
    return null;
  }
}
