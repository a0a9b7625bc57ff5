/**
 * Step 5 [P5]: the cited source where it decides. A filing or a transcript does; data vendors and press only relay. The
 * tier that a person set for the source decides before its words do [S2]. Where the cue words say nothing, the judge of tiers
 * answers [S3], so that no source is primary to the rules and nothing here.
 */
import type { CslItem } from '../../citation/model';
import { SOURCE_CUES } from '../cues/cues';
import type { Decide, DocumentReading } from '../cues/decision';
import { tokenise } from '../cues/tokens';
import { TIER_LABEL, type Tier, type Tiered, tierOf } from '../../citation/tier';
import { issuerNames } from '../../figure/placing/mentions/subject';
import type { Provenance } from '../../figure/provenance';

const wordsOf = (source: CslItem | undefined): string =>
  [source?.title, source?.['container-title'], source?.publisher, source?.note]
    .filter((part) => part !== undefined)
    .join(' ');

/** The class that a source of each tier gives; null where it only relays. */
const CLASS_OF_TIER: Readonly<Record<Tier, Provenance | null>> = {
  filing: 'disclosed',
  company: 'disclosed',
  transcript: 'management',
  data: null,
  press: null,
  research: null,
  other: null,
};

/** The class with its rule and reason; null where the source only relays. */
interface OfSource {
  readonly provenance: Provenance | null;
  readonly rule: string;
  readonly reason: string;
}

const ofTier = (tier: Tier): OfSource => ({
  provenance: CLASS_OF_TIER[tier],
  rule: 'source.set',
  reason: `the tier of the cited source was set to ${TIER_LABEL[tier]}`,
});

function ofWords(words: string): OfSource | null {
  const group = SOURCE_CUES.find(tokenise(words))[0]?.group;
  return group === undefined ? null : { provenance: group.provenance, rule: group.id, reason: group.reason };
}

const ofJudge = (tier: Tier): OfSource => ({
  provenance: CLASS_OF_TIER[tier],
  rule: 'source.tier',
  reason: `the cited source is of tier ${TIER_LABEL[tier]} by its words`,
});

function ofSource(marker: string, source: Tiered | undefined, { layout, context }: DocumentReading): OfSource | null {
  if (source?.setTier) return ofTier(source.setTier);
  const byWords = ofWords(`${marker} ${wordsOf(source)}`);
  return byWords ?? (source ? ofJudge(tierOf(source, issuerNames(layout, context.entity))) : null);
}

/**
 * The class of the first citation whose marker or source decides one; null where all only relay (vendors, press) or
 * there is none.
 */
export const byCitedSource: Decide = (figure, reading) => {
  for (const { citation } of reading.citationsOf(figure)) {
    const found = ofSource(citation.marker, reading.sources[citation.source], reading);
    if (!found?.provenance) continue;
    const { provenance, rule, reason } = found;
    return { provenance, rule, span: { start: citation.start, end: citation.end }, reason };
  }
  return null;
};
