/** The small toolbar at selected text: highlight in a colour, comment, make a figure of it, cite. */
import { HIGHLIGHTS, type HighlightColour } from '../../../../../contract/records';
import { Button } from '../../../kit/Button';

interface Props {
  readonly top: number;
  readonly left: number;
  readonly canCite: boolean;
  readonly onAnnotate: (colour: HighlightColour) => void;
  readonly onComment: () => void;
  readonly onFigure: () => void;
  readonly onCite: () => void;
}

export function SelectionBar({ top, left, canCite, onAnnotate, onComment, onFigure, onCite }: Props) {
  return (
    <div
      className="selection-bar"
      style={{ top, left }}
      role="toolbar"
      aria-label="Selected text"
      // The selection must survive the press on a button.
      onPointerDown={(event) => event.preventDefault()}
    >
      <Swatches onPick={onAnnotate} />
      <Button look="quiet" icon="note" title="Highlight and comment (C)" onClick={onComment}>
        Comment
      </Button>
      <Button look="quiet" icon="figures" title="Make a figure of the selected words (F)" onClick={onFigure}>
        Figure
      </Button>
      <Button
        look="quiet"
        icon="quote"
        disabled={!canCite}
        title={canCite ? 'Cite a source for the selected figures' : 'Select a figure to cite a source for it'}
        onClick={onCite}
      >
        Cite
      </Button>
    </div>
  );
}

export function Swatches({
  current,
  onPick,
}: {
  readonly current?: HighlightColour;
  readonly onPick: (colour: HighlightColour) => void;
}) {
  return (
    <span className="swatches">
      {HIGHLIGHTS.map((colour) => (
        <button
          key={colour}
          type="button"
          className="swatch"
          data-colour={colour}
          aria-label={`Highlight ${colour}`}
          title={`Highlight ${colour}${colour === 'yellow' ? ' (H)' : ''}`}
          aria-pressed={current === undefined ? undefined : current === colour}
          onClick={() => onPick(colour)}
        />
      ))}
    </span>
  );
}
