/** What the header of a filing's full text (`<SEC-HEADER>` of EDGAR) says of the document: its form, whose it is, when it was filed. */
import type { NormalisedDocument } from '../../../core/document/model';

type HeaderValues = Partial<Pick<NormalisedDocument, 'title' | 'author' | 'published'>>;

const HEAD = 6000;

export function submissionOf(text: string): HeaderValues {
  if (!/^\s*<(?:SEC-DOCUMENT|SEC-HEADER|IMS-DOCUMENT|IMS-HEADER|DOCUMENT)>/.test(text.slice(0, 200))) return {};
  const head = text.slice(0, HEAD);
  const company = /^\s*COMPANY CONFORMED NAME:\s*(\S.{0,120}?)\s*$/m.exec(head)?.[1];
  const form =
    /^\s*CONFORMED SUBMISSION TYPE:\s*(\S{1,20})\s*$/m.exec(head)?.[1] ?? /^<TYPE>(\S{1,20})\s*$/m.exec(head)?.[1];
  const filed = /^\s*FILED AS OF DATE:\s*(\d{4})(\d{2})(\d{2})\s*$/m.exec(head);
  if (company === undefined) return {};
  return {
    title: form === undefined ? company : `${company} ${form}`,
    author: company,
    published: filed ? `${filed[1]}-${filed[2]}-${filed[3]}` : null,
  };
}
