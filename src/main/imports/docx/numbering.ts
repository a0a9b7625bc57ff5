/** Which lists of a Word document count their items and which mark them with bullets. */
import { attribute, readXml } from '../archive/xml';

/** `null` where the list or its level is not defined, or shows nothing before its items. */
export type ListForm = 'ordered' | 'bulleted' | null;
export type ListFinder = (list: string, depth: number) => ListForm;

export function readNumbering(bytes: Uint8Array | null): ListFinder {
  const forms = new Map<string, string>();
  const abstractOf = new Map<string, string>();
  if (bytes !== null) {
    let abstract: string | null = null;
    let list: string | null = null;
    let level = '0';
    readXml(bytes, {
      open: (tag, attributes) => {
        const value = attribute(attributes, 'val') ?? '';
        if (tag === 'abstractNum') abstract = attribute(attributes, 'abstractNumId') ?? null;
        else if (tag === 'num') list = attribute(attributes, 'numId') ?? null;
        else if (tag === 'lvl') level = attribute(attributes, 'ilvl') ?? '0';
        else if (tag === 'numFmt' && abstract !== null && list === null) forms.set(`${abstract}/${level}`, value);
        else if (tag === 'abstractNumId' && list !== null) abstractOf.set(list, value);
      },
      close: (tag) => {
        if (tag === 'abstractNum') abstract = null;
        else if (tag === 'num') list = null;
      },
    });
  }
  return (list, depth) => {
    const form = forms.get(`${abstractOf.get(list) ?? ''}/${depth}`);
    if (form === undefined || form === 'none') return null;
    return form === 'bullet' ? 'bulleted' : 'ordered';
  };
}
