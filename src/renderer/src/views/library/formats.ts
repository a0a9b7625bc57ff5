/** What a person calls the formats that documents come in. */
import type { DocumentFormat } from '../../../../core/document/model';

export const FORMAT_LABEL: Readonly<Record<DocumentFormat, string>> = {
  text: 'Text',
  markdown: 'Markdown',
  html: 'Web page',
  pdf: 'PDF',
  docx: 'Word',
  email: 'E-mail',
  epub: 'E-book',
  filing: 'Filing',
  facts: 'Company facts',
};
