/** What a person whose file was refused may save it as: said in one place, because every refusal says it. */
export const FORMATS_READ =
  'Tieout reads plain text, Markdown, HTML (also MHTML), PDF, Word (.docx), filings (inline XBRL, company facts), e-mails (EML), e-books (EPUB), tables (CSV, XLSX, ODS) and bibliographies (BibTeX, RIS, CSL-JSON, EndNote XML)';
