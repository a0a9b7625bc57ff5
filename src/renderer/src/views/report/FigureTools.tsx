/** How the selected live figure reads in its sentence: whole, its number alone, or as its document prints it. */
import { type Editor, useEditorState } from '@tiptap/react';
import { LIVE_FIGURE } from '../../../../core/report/body';
import { asForm, FIGURE_FORMS, type FigureForm } from '../../../../core/report/figure-form';
import { setSelected } from './selected-node';

const LABELS: Readonly<Record<FigureForm, string>> = {
  full: 'Figure: in full',
  number: 'Figure: number only',
  printed: 'Figure: as printed',
};

export function FigureTools({ editor }: { readonly editor: Editor }) {
  const form = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isActive(LIVE_FIGURE) ? asForm(now.getAttributes(LIVE_FIGURE)['form']) : null),
  });
  if (form === null) return null;
  return (
    <select
      className="input figure-form"
      aria-label="Form of the figure"
      value={form}
      onChange={(event) => {
        const chosen = asForm(event.target.value);
        setSelected(editor, 'form', chosen === 'full' ? null : chosen);
      }}
    >
      {FIGURE_FORMS.map((one) => (
        <option key={one} value={one}>
          {LABELS[one]}
        </option>
      ))}
    </select>
  );
}
