/** What can be asked for in the Reader by key, palette and menu. */
import type { RefObject } from 'react';
import { type Command, useCommands } from '../../app/commands';
import { toggleRole } from '../shared/document-kind';
import { showSeries, toggleReview } from '../shared/figure-actions';
import type { Pages } from './pages/use-pages';
import type { BesideReader } from './beside/use-beside';
import type { Find } from './state/use-find';
import type { Reader } from './state/use-reader';
import type { TextPaneHandle } from './text/TextPane';

interface Parts {
  readonly reader: Reader;
  readonly find: Find;
  readonly pages: Pages;
  readonly beside: BesideReader;
  readonly pane: Pane;
}

export function useReaderCommands({ reader, find, pages, beside, pane }: Parts): void {
  useCommands(
    [
      ...findCommands(reader, find),
      ...figureCommands(reader),
      ...selectionCommands(reader, pane),
      ...pageCommands(pages),
      ...besideCommands(beside),
      ...roleCommands(reader),
    ].map((one) => ({
      ...one,
      group: 'Reader',
    })),
  );
}

type Pane = RefObject<TextPaneHandle | null>;
type ReaderCommand = Omit<Command, 'group'>;

function findCommands({ annotation, openAnnotation }: Reader, find: Find): readonly ReaderCommand[] {
  const isOpen = () => find.isOpen;
  const step = (by: 1 | -1) => () => find.step(by);
  return [
    { id: 'edit.find', label: 'Find in document', keys: ['Ctrl+F'], whileTyping: true, run: find.open },
    {
      id: 'reader.find-next',
      label: 'Next match',
      keys: ['F3', 'Ctrl+G'],
      whileTyping: true,
      keyOnly: true,
      when: isOpen,
      run: step(1),
    },
    {
      id: 'reader.find-previous',
      label: 'Previous match',
      keys: ['Shift+F3'],
      whileTyping: true,
      keyOnly: true,
      when: isOpen,
      run: step(-1),
    },
    {
      id: 'reader.close',
      label: 'Close find or card',
      keys: ['Escape'],
      keyOnly: true,
      when: () => find.isOpen || annotation !== null,
      run: () => (annotation ? openAnnotation(null) : find.close()),
    },
  ];
}

function figureCommands({ figure, stepFigure }: Reader): readonly ReaderCommand[] {
  const hasFigure = () => figure !== null;
  const review = (to: 'ticked' | 'disputed') => () => (figure ? toggleReview(figure, to) : undefined);
  return [
    { id: 'reader.next-figure', label: 'Next figure', keys: ['J'], keyOnly: true, run: () => stepFigure(1) },
    { id: 'reader.previous-figure', label: 'Previous figure', keys: ['K'], keyOnly: true, run: () => stepFigure(-1) },
    { id: 'reader.tick', label: 'Tick figure', keys: ['T'], when: hasFigure, run: review('ticked') },
    {
      id: 'reader.series',
      label: 'The metric of the figure over time',
      keys: ['G'],
      when: hasFigure,
      run: () => showSeries(figure),
    },
    { id: 'reader.dispute', label: 'Dispute figure', keys: ['X'], when: hasFigure, run: review('disputed') },
  ];
}

function pageCommands(pages: Pages): readonly ReaderCommand[] {
  const isOn = () => pages.isOn;
  return [
    {
      id: 'reader.pages',
      label: 'Show or hide the printed pages',
      keys: ['P'],
      when: () => pages.has,
      run: pages.toggle,
    },
    {
      id: 'reader.next-page',
      label: 'Next printed page',
      keys: [']'],
      when: isOn,
      run: () => pages.turn(pages.at + 1),
    },
    {
      id: 'reader.previous-page',
      label: 'Previous printed page',
      keys: ['['],
      when: isOn,
      run: () => pages.turn(pages.at - 1),
    },
  ];
}

function besideCommands({ has, differences, toggle, step }: BesideReader): readonly ReaderCommand[] {
  const differ = () => (differences?.pairs.length ?? 0) > 0;
  return [
    {
      id: 'reader.beside',
      label: 'Show or hide another document beside this one',
      keys: ['B'],
      when: () => has,
      run: toggle,
    },
    { id: 'reader.next-difference', label: 'Next difference', keys: ['F7'], when: differ, run: () => step(1) },
    {
      id: 'reader.previous-difference',
      label: 'Difference before',
      keys: ['Shift+F7'],
      when: differ,
      run: () => step(-1),
    },
  ];
}

function roleCommands({ document }: Reader): readonly ReaderCommand[] {
  return [
    {
      id: 'reader.role',
      label: 'Read document as note or source',
      keys: ['R'],
      run: () => toggleRole(document.summary),
    },
  ];
}

function selectionCommands({ words, annotate, makeFigure, copyQuote }: Reader, pane: Pane): readonly ReaderCommand[] {
  const when = () => words !== null;
  return [
    {
      id: 'reader.sentence',
      label: 'Select the sentence of the figure',
      keys: ['S'],
      run: () => pane.current?.selectSentence(),
    },
    {
      id: 'reader.highlight',
      label: 'Highlight selected words',
      keys: ['H'],
      when,
      run: () => annotate('yellow', false),
    },
    {
      id: 'reader.comment',
      label: 'Comment on selected words',
      keys: ['C'],
      when,
      run: () => annotate('yellow', true),
    },
    {
      id: 'reader.copy-quote',
      label: 'Copy selected words with their source',
      keys: ['Ctrl+Shift+C'],
      when,
      run: copyQuote,
    },
    { id: 'reader.figure', label: 'Make a figure of selected words', keys: ['F'], when, run: makeFigure },
  ];
}
