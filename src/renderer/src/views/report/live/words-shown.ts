/** What each of the editor's own nodes shows, as words: for the search in the text and whatever else reads it as a person does. */
import type { Node } from '@tiptap/pm/model';
import { CITE, FIGURE_TABLE, LIVE_FIGURE } from '../../../../../core/report/body';
import { figureText } from '../../../../../core/figure/display/text';
import { metricName } from '../../../../../core/figure/display/names';
import { asForm, formedText } from '../../../../../core/report/figure-form';
import { sourceChip } from '../../../../../core/citation/source-name';
import type { SourceRecord } from '../../../../../contract/records';
import { periodLabel } from '../../../app/format';
import type { LiveData } from './live-figures';

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a citation's chip says. */
export const sourceLabel = (source: SourceRecord | undefined): string => sourceChip(source?.csl) || 'Source missing';

/** The words of a node as it is drawn; empty for one that shows none. */
export const wordsShown =
  ({ figures, sources }: LiveData) =>
  (node: Node, before: string): string => {
    switch (node.type.name) {
      case LIVE_FIGURE: {
        const figure = figures.get(word(node.attrs['figure']));
        return figure ? formedText(figure, asForm(node.attrs['form']), before) : '';
      }
      case CITE: {
        const locator = word(node.attrs['locator']);
        return sourceLabel(sources.get(word(node.attrs['source']))) + (locator && `, ${locator}`);
      }
      case FIGURE_TABLE: {
        const ids: unknown = node.attrs['figures'];
        const rows = (Array.isArray(ids) ? ids : []).flatMap((id) => figures.get(word(id)) ?? []);
        const lines = rows.map((one) =>
          [metricName(one) ?? '', one.entity ?? '', periodLabel(one.period), figureText(one)].join('\t'),
        );
        return [word(node.attrs['caption']), ...lines].join('\n');
      }
      default:
        return '';
    }
  };
