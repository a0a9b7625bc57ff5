/**
 * The sample notebook's report: bundled words whose `{quote|words}` become live figures and whose `[marker]` become
 * citations, looked up in the notebook that was just made. What cannot be found stays out; the words stay.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CITE, FIGURE_TABLE, LIVE_FIGURE, type ReportNode } from '../../../core/report/body';

const template = z.object({
  title: z.string(),
  language: z.string(),
  blocks: z.array(
    z.union([
      z.object({ heading: z.string() }),
      z.object({ text: z.string() }),
      z.object({ list: z.array(z.string()) }),
      z.object({ table: z.string(), figures: z.array(z.string()) }),
    ]),
  ),
});
type Template = z.infer<typeof template>;

export interface Lookup {
  readonly figures: readonly {
    readonly id: string;
    readonly quote: string;
    readonly entity: string | null;
    readonly metric: string | null;
  }[];
  readonly sources: readonly { readonly id: string; readonly markers: readonly string[] }[];
}

const SAMPLE = 'report.json';
const lower = (words: string | null): string => (words ?? '').toLowerCase();

/** `$37.6B|AWS`: the first figure of that quote whose entity or metric has the word after the bar. */
function figureId(wanted: string, { figures }: Lookup): string | null {
  const [quote = '', word = ''] = wanted.split('|');
  const bare = (text: string) =>
    lower(text).replace(/^(?:more than|about|over|close to|roughly|nearly)\s+|[\s.]+$/g, '');
  const found = figures.find(
    (f) => bare(f.quote) === bare(quote) && `${lower(f.entity)} ${lower(f.metric)}`.includes(lower(word)),
  );
  return found?.id ?? null;
}

function inlines(words: string, lookup: Lookup): ReportNode[] {
  return words.split(/(\{[^}]+\}|\[[^\]]+\])/).flatMap((part): ReportNode[] => {
    if (part === '') return [];
    if (part.startsWith('{')) {
      const id = figureId(part.slice(1, -1), lookup);
      const text = part.slice(1, -1).split('|')[0] ?? '';
      return [id ? { type: LIVE_FIGURE, attrs: { figure: id } } : { type: 'text', text }];
    }
    const source = part.startsWith('[') ? lookup.sources.find((s) => s.markers.includes(part.slice(1, -1))) : undefined;
    return [source ? { type: CITE, attrs: { source: source.id, locator: null } } : { type: 'text', text: part }];
  });
}

const paragraph = (words: string, lookup: Lookup): ReportNode => ({
  type: 'paragraph',
  content: inlines(words, lookup),
});

function node(block: Template['blocks'][number], lookup: Lookup): ReportNode {
  if ('heading' in block) {
    return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: block.heading }] };
  }
  if ('text' in block) return paragraph(block.text, lookup);
  if ('list' in block) {
    const item = (words: string): ReportNode => ({ type: 'listItem', content: [paragraph(words, lookup)] });
    return { type: 'bulletList', content: block.list.map(item) };
  }
  const figures = block.figures.flatMap((wanted) => figureId(wanted.slice(1, -1), lookup) ?? []);
  return { type: FIGURE_TABLE, attrs: { figures, caption: block.table } };
}

/** The report's request for `report.create`, from the folder of samples; null where none is bundled. */
export async function sampleReport(
  folder: string,
  lookup: Lookup,
): Promise<{ readonly title: string; readonly language: string; readonly body: ReportNode } | null> {
  const text = await readFile(join(folder, SAMPLE), 'utf8').catch(() => null);
  if (text === null) return null;
  const { title, language, blocks } = template.parse(JSON.parse(text));
  return { title, language, body: { type: 'doc', content: blocks.map((block) => node(block, lookup)) } };
}
