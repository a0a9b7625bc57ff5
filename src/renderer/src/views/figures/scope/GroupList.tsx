/** The figures counted by class, entity, section or document: a list to narrow the grid by. */
import type { AuditSummary } from '../../../../../contract/records';
import { PROVENANCE_LABEL, PROVENANCES } from '../../../../../core/figure/provenance';
import { call } from '../../../app/calls/client';
import { isString, usePref } from '../../../app/prefs';
import { start } from '../../../app/calls/run';
import { tieOutPercent } from '../../../app/format';
import { ProvenanceMark } from '../../shared/ProvenanceTag';
import type { Scope } from './scope';

const GROUPINGS = ['class', 'entity', 'section', 'document'] as const;
type Grouping = (typeof GROUPINGS)[number];
const GROUPING_LABEL: Readonly<Record<Grouping, string>> = {
  class: 'Class',
  entity: 'Entity',
  section: 'Section',
  document: 'Document',
};

interface Group {
  readonly key: string;
  readonly label: string;
  readonly figures: number;
  readonly counted: number;
  readonly tied: number;
  readonly mark?: (typeof PROVENANCES)[number];
  readonly on: boolean;
  /** The scope with this group picked, or dropped where it is on. */
  readonly next: () => Scope | Promise<Scope>;
}

interface Props {
  readonly summary: AuditSummary | undefined;
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
}

const isGrouping = (value: unknown): value is Grouping => isString(value) && GROUPINGS.some((one) => one === value);

export function GroupList({ summary, scope, onScope }: Props) {
  const [grouping, setGrouping] = usePref<Grouping>('figures.grouping', 'class', isGrouping);
  const groups = summary ? groupsOf(grouping, summary, scope) : [];
  return (
    <nav className="figure-groups" aria-label="Groups of figures">
      <label className="figure-grouping">
        <span className="muted">Group by</span>
        <select
          className="input"
          value={grouping}
          onChange={(event) => isGrouping(event.target.value) && setGrouping(event.target.value)}
        >
          {GROUPINGS.map((one) => (
            <option key={one} value={one}>
              {GROUPING_LABEL[one]}
            </option>
          ))}
        </select>
      </label>
      <ul>
        {groups.map((group) => (
          <li key={group.key}>
            <button
              type="button"
              className="figure-group"
              aria-pressed={group.on}
              title={`${group.label}: ${tieOutPercent(group)} tied out`}
              onClick={() => start(Promise.resolve(group.next()).then(onScope))}
            >
              {group.mark && <ProvenanceMark provenance={group.mark} />}
              <span className="truncate grow">{group.label}</span>
              <span className="dim">{group.figures.toLocaleString('en-US')}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function groupsOf(grouping: Grouping, summary: AuditSummary, scope: Scope): readonly Group[] {
  switch (grouping) {
    case 'class':
      return PROVENANCES.filter((one) => (summary.byProvenance[one] ?? 0) > 0 || scope.classes.includes(one)).map(
        (one) => {
          const on = scope.classes.includes(one);
          const classes = on ? scope.classes.filter((other) => other !== one) : [...scope.classes, one];
          const share = summary.byClass.find(({ provenance }) => provenance === one);
          return {
            key: one,
            label: PROVENANCE_LABEL[one],
            figures: summary.byProvenance[one] ?? 0,
            counted: share?.counted ?? 0,
            tied: share?.tied ?? 0,
            mark: one,
            on,
            next: () => ({ ...scope, classes }),
          };
        },
      );
    case 'entity':
      return summary.byEntity.map(({ entity, figures, counted, tied }) => {
        const on = scope.entity === entity;
        return {
          key: entity,
          label: entity || 'Without an entity',
          figures,
          counted,
          tied,
          on,
          next: () => ({ ...scope, entity: on ? null : entity }),
        };
      });
    case 'section':
      return summary.bySection.map((section) => sectionGroup(section, scope));
    case 'document':
      return summary.byDocument.map(({ document, title, figures, counted, tied }) => {
        const on = scope.document === document;
        return {
          key: document,
          label: title,
          figures,
          counted,
          tied,
          on,
          next: () => ({ ...scope, document: on ? null : document, section: null }),
        };
      });
  }
}

function sectionGroup(section: AuditSummary['bySection'][number], scope: Scope): Group {
  const { document, start: at, figures, counted, tied } = section;
  const title = section.section || 'Before the first heading';
  const on = scope.document === document && scope.section?.title === title;
  const next = async () => {
    if (on) return { ...scope, document: null, section: null };
    const { sections } = await call('document.read', { id: document });
    const found = sections.find((one) => one.start === at);
    return { ...scope, document, section: found ? { index: found.index, title } : null };
  };
  return { key: `${document} ${at}`, label: title, figures, counted, tied, on, next };
}
