/** The provenance classes as the options of a list, each behind its mark. */
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES } from '../../../../core/figure/provenance';

export function ClassOptions() {
  return PROVENANCES.map((one) => (
    <option key={one} value={one}>
      {PROVENANCE_MARK[one]} {PROVENANCE_LABEL[one]}
    </option>
  ));
}
