/**
 * Reads XML as it comes, element by element, without ever holding it whole. Entities of a document type are not expanded
 * and nothing outside the file is looked up; names come without their prefix.
 */
import { SaxesParser } from 'saxes';
import { TieoutError } from '../../../contract/errors';
import { IMPORT_LIMITS } from '../limits';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlReader {
  /** Attributes under their names as written, with prefix. */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** What is decoded at once. */
const PART = 256 * 1024;

/** Throws `E_DAMAGED` where the XML is not well-formed, after the reader has seen what stands before that place. */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw damaged(error);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > IMPORT_LIMITS.xmlDepth) throw tooDeep();
    reader.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    reader.close?.(localName(tag.name));
  });
  const { text } = reader;
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += PART) {
    parser.write(decoder.decode(bytes.subarray(at, at + PART), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

/** UTF-8 unless a mark says otherwise: packed formats use nothing else. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The attribute of this local name, whatever prefix the file uses. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const own = attributes[name];
  if (own !== undefined) return own;
  const key = Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? undefined : attributes[key];
}

/** The parser's words begin with line and column. */
const damaged = (cause: Error): TieoutError =>
  new TieoutError(
    'E_DAMAGED',
    `The file is damaged (${cause.message.slice(0, 120)}): open it in the program it comes from and save it again.`,
    undefined,
    cause,
  );

const tooDeep = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The file nests more than ${IMPORT_LIMITS.xmlDepth} elements, the limit. Save it again from the program it comes from.`,
  );
