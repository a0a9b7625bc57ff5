/** CON06: one fact attributed to the company in one place and to outsiders in another. */
import { groupBy } from '../../base/group';
import { finding } from '../model/finding';
import type { AuditDocument, AuditFigure, Finding, Rule } from '../model/model';

const COMPANY = new Set(['disclosed', 'management']);
const OUTSIDE = new Set(['third_party']);
/** A distance between two belongs to both parties. */
const isBetween = (figure: AuditFigure): boolean => figure.kind === 'delta' || figure.kind === 'growth';
/** Only words that name the party are evidence of one. */
const isNamed = (figure: AuditFigure): boolean => figure.cue.rule.startsWith('attribution') && !isBetween(figure);

function check(document: AuditDocument): readonly Finding[] {
  const mentions = groupBy(document.figures.filter(isNamed), (figure) => figure.mention);
  return [...mentions.values()].flatMap((figures) => {
    const own = figures.find((figure) => COMPANY.has(figure.provenance));
    const outside = figures.find((figure) => OUTSIDE.has(figure.provenance) && figure.sentence !== own?.sentence);
    if (!own || !outside) return [];
    return [
      finding('CON06', 'warning', document, [own, outside], {
        message: `“${own.quote.trim()}” is attributed by “${own.cue.text.trim()}” in one place and by “${outside.cue.text.trim()}” in another. Say whose figure it is.`,
      }),
    ];
  });
}

export const CON06: Rule = {
  id: 'CON06',
  severity: 'warning',
  title: 'Attribution drifts',
  about: 'The same figure is attributed to one voice here and to another there.',
  examples: [
    {
      text: "Management of Northwind (NWD) said on the call that bookings were $15 million in Q1 2026.\n\nAccording to press reports, Northwind's bookings were $19 million in Q1 2026.",
      says: 'nothing',
    },
    {
      text: "Management of Northwind (NWD) said on the call that bookings were $15 million in Q1 2026.\n\nAccording to press reports, Northwind's bookings were $15 million in Q1 2026.",
      says: 'warning',
    },
  ],
  check,
};
