/** Selects the parts to read: one of the alternatives, the root of related parts. */
import type { Part } from '../mime/parts';

export interface Selected {
  readonly read: readonly { readonly kind: 'html' | 'plain' | 'message'; readonly part: Part }[];
  /** Files that are sent along. */
  readonly attached: readonly Part[];
}

const none: Selected = { read: [], attached: [] };

export function selectParts(part: Part): Selected {
  if (part.children.length > 0) return selectChildren(part);
  if (SEALS.test(part.type)) return none;
  const kind = part.disposition === 'attachment' ? undefined : READ[part.type];
  // Some programs show a text file that is sent along below the message: it has a name and says how to show it.
  const file = kind !== 'message' && part.fileName !== null && part.disposition !== null;
  if (kind !== undefined && !file) return { read: [{ kind, part }], attached: [] };
  return part.type.startsWith('multipart/')
    ? { read: [{ kind: 'plain', part }], attached: [] }
    : { read: [], attached: [part] };
}

const READ: Readonly<Record<string, 'html' | 'plain' | 'message'>> = {
  'text/html': 'html',
  'text/plain': 'plain',
  'message/rfc822': 'message',
  'message/global': 'message',
};

/** Signatures say nothing to a reader. */
const SEALS = /^application\/(?:(?:x-)?pkcs7-signature|pgp-(?:signature|encrypted|keys))$/;

function selectChildren({ type, params, children }: Part): Selected {
  if (type === 'multipart/alternative') return best(children.map(selectParts));
  if (type === 'multipart/related') {
    const start = params.get('start');
    const root =
      children.find(({ headers }) => start !== undefined && headers.get('content-id') === start) ?? children[0];
    if (root === undefined) return none;
    const files = children.filter((child) => child !== root && child.disposition === 'attachment');
    const { read, attached } = selectParts(root);
    return { read, attached: [...attached, ...files] };
  }
  const all = children.map(selectParts);
  return { read: all.flatMap(({ read }) => read), attached: all.flatMap(({ attached }) => attached) };
}

/** The last with HTML, else the last with anything to read. What others attach is attached all the same. */
function best(alternatives: readonly Selected[]): Selected {
  const marked = alternatives.findLast(({ read }) => read.some(({ kind }) => kind === 'html'));
  const chosen = marked ?? alternatives.findLast(({ read }) => read.length > 0);
  return { read: chosen?.read ?? [], attached: alternatives.flatMap(({ attached }) => attached) };
}
