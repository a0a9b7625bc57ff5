/** Who vouches for a figure, always as letter and colour together; `derived` also shows the weakest class it rests on. */
import { PROVENANCE_LABEL, PROVENANCE_MARK, type Provenance } from '../../../../core/figure/provenance';

interface Props {
  readonly provenance: Provenance;
  /** The weakest class among the inputs of a derived figure. */
  readonly inherited?: Provenance | null | undefined;
}

/** The letter alone on its colour, named for screen readers. */
export function ProvenanceMark({ provenance, inherited }: Props) {
  const name = provenanceName(provenance, inherited);
  return (
    <i className="class-mark" data-class={provenance} role="img" aria-label={name} title={name}>
      {PROVENANCE_MARK[provenance]}
    </i>
  );
}

/** Letter and label in a tag, as in grids and the inspector. */
export function ProvenanceTag({ provenance, inherited }: Props) {
  const from = inheritedFrom(provenance, inherited);
  return (
    <span className="class-tag" data-class={provenance} title={provenanceName(provenance, inherited)}>
      <i aria-hidden="true">{PROVENANCE_MARK[provenance]}</i>
      {PROVENANCE_LABEL[provenance]}
      {from && <small>{PROVENANCE_MARK[from]}</small>}
    </span>
  );
}

/** "Derived from Inferred" where a derived figure rests on something weaker than disclosed, else the class's label. */
export function provenanceName(provenance: Provenance, inherited?: Provenance | null): string {
  const from = inheritedFrom(provenance, inherited);
  return from
    ? `${PROVENANCE_LABEL[provenance]}, resting on ${PROVENANCE_LABEL[from].toLowerCase()}`
    : PROVENANCE_LABEL[provenance];
}

function inheritedFrom(provenance: Provenance, inherited: Provenance | null | undefined): Provenance | null {
  return provenance === 'derived' && inherited ? inherited : null;
}
