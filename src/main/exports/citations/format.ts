/**
 * Citations and the list of sources in a style of CSL, formatted by the typesetter's own engine and read from its HTML: every
 * format of a note, and the list of sources in the window, has its words from here.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { styledLocator } from '../../../core/report/locator';
import { TieoutError } from '../../../contract/errors';
import template from '../../../../resources/typeset/citations.typ?raw';
import type { CitationJob, Formatted, Reference } from './job';
import { readFormatted } from './read-html';
import { type Csl, workOf } from './work';

const NOWHERE = '/tieout-citations';
const keyOf = (number: number): string => `s${number}`;

/** The engine takes a language without its region. */
const languageOf = (tag: string): string => /^[a-z]{2,3}(?=-|$)/i.exec(tag)?.[0].toLowerCase() ?? 'en';

function reasonOf(compiler: NodeCompiler, error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  if (!error) return 'no reason given';
  const first: unknown = compiler.fetchDiagnostics(error)[0];
  return typeof first === 'object' && first !== null && 'message' in first ? String(first.message) : 'no reason given';
}

/**
 * What stands in the text for each cluster, and the list of sources. Rejects a file of a style that is none with `E_FORMAT`.
 */
export function formatCitations({ style, language, sources, clusters }: CitationJob): Formatted {
  if (sources.length === 0) return { clusters: clusters.map(() => ({ inlines: [], note: false })), references: [] };
  const own = typeof style === 'object';
  const compiler = NodeCompiler.create({ workspace: NOWHERE });
  const file = (name: string, words: string): void => compiler.mapShadow(`${NOWHERE}/${name}`, Buffer.from(words));
  const works = sources.map((csl, at) => [keyOf(at + 1), workOf(csl)] as const);
  // JSON is YAML, which is what the engine reads.
  file('works.yml', JSON.stringify(Object.fromEntries(works)));
  if (own) file('own.csl', style.csl);
  const job = {
    style: own ? 'own.csl' : style,
    language: languageOf(language),
    keys: works.map(([key]) => key),
    clusters: clusters.map((cluster) =>
      cluster.map(({ number, locator }) => ({ key: keyOf(number), locator: styledLocator(locator, own ? '' : style) })),
    ),
  };
  file('job.json', JSON.stringify(job));
  compiler.addSource(`${NOWHERE}/citations.typ`, template);
  const compiled = compiler.compileHtml({ mainFilePath: `${NOWHERE}/citations.typ` });
  if (!compiled.result) {
    const reason = reasonOf(compiler, compiled.takeError());
    throw own
      ? new TieoutError('E_FORMAT', `The style could not be read (${reason}). Choose another .csl file.`)
      : new TieoutError('E_BUG', `The citations could not be set (${reason}). Choose short names as their style.`);
  }
  const { references, ...formatted } = readFormatted(
    compiler.html(compiled.result) ?? '',
    clusters.length,
    sources.length,
  );
  return { ...formatted, references: references.map((one) => withWords(one, sources[one.number - 1])) };
}

/** A line that a style leaves empty says the title at least: the text leads to it. */
function withWords(line: Reference, csl: Csl | undefined): Reference {
  if (line.inlines.length > 0) return line;
  const title = [csl?.['title'], csl?.['publisher']].find((words) => typeof words === 'string' && words !== '');
  return { ...line, inlines: [{ kind: 'text', text: typeof title === 'string' ? title : 'Source' }] };
}
