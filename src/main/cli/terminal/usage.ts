/** What the command line can be asked, in words; and the error for asking it otherwise. */

export class UsageError extends Error {}

export const HELP = `tieout: every figure ties out to its source

usage:
  tieout import FILE… --notebook NB [--json]   create NB if missing, import, audit, say what was found; of a folder, its files
         [--as-new | --replaces DOCUMENT]      not as the newer version that is proposed; as one of DOCUMENT
         [--whole]                             of a web page, also what surrounds its article
         [--mapping FILE]                      for tables: what columns mean, where the proposal is wrong
         [--password-file FILE]                for encrypted files: the password, alone on the file's first line
  tieout inspect NB --json                     everything in the notebook, as JSON
  tieout audit NB [--json] [--fail-on LEVEL]   audit again; LEVEL is error, warning or info
  tieout export NB --to FILE                   by FILE's ending: .pdf .docx .md .html .zip .csv .xlsx .json .bib .ris .csljson .xml
         [--report ID | --document ID | --audit] [--paper A4|Letter] [--style NAME|FILE.csl] [--no-contents] [--no-appendix] [--anyway]
  tieout check NB [--json]                     is the file whole: pages, references, texts, quotes, index, log
  tieout check FILE.zip                        is every part of a tie-out packet as it was made
  tieout backup NB --to FILE                   a verified copy
  tieout restore FILE --to NB                  puts a copy back; what stood there is kept beside it
  tieout salvage NB --to FILE                  all that can be read of a damaged notebook into a new one; says what is lost
  tieout figures|audit|classify|verify --batch one JSON value a line in, one out, in the same order
  tieout --help

exit codes: 0 done, 1 the input or notebook is at fault, 2 wrong usage, 3 findings at or above --fail-on
`;
