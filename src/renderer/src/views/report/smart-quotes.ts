/** Makes typed quotation marks those of the text's language; Backspace right after takes the change back. */
import { Extension, InputRule } from '@tiptap/core';
import { languageOf } from '../../../../core/document/identity/language';
import { quoteFor } from '../../../../core/report/quotes';

/** Letters that tell the language. */
const TOLD_BY = 3000;

export const SmartQuotes = Extension.create({
  name: 'smartQuotes',
  addInputRules: () => [
    new InputRule({
      find: /["']$/,
      handler: ({ state, range, match }) => {
        const sign = match[0] === '"' ? '"' : "'";
        const { doc } = state;
        const before = doc.textBetween(doc.resolve(range.from).start(), range.from, undefined, ' ');
        const language = languageOf(doc.textBetween(0, Math.min(TOLD_BY, doc.content.size), '\n'));
        const quote = quoteFor(sign, before, language);
        if (quote === sign) return null;
        state.tr.insertText(quote, range.from, range.to);
        return undefined;
      },
    }),
  ],
});
