/**
 * *Find support*: whether a claim's figures stand in the evidence or follow from figures there, of the same thing and
 * time, and whether its names, dates and words are there too. A right number for the wrong item or year is no support.
 */
import { analyse } from '../../analyse';
import { plainDocument } from '../../document/plain';
import { readEvidence } from './evidence';
import type { FigureSupport, Verification } from './model';
import { supportFigure, type ClaimFigure, claimFigures } from './support';
import { judgeWords } from './wording';

/** Verdict of the claim and of each of its figures, the best support of each with its place in the evidence. */
export function verify(claim: string, evidence: readonly string[]): Verification {
  const read = analyse(plainDocument(claim));
  const data = readEvidence(evidence);
  const figures = claimFigures(claim, read.figures);
  const found = figures.map((figure: ClaimFigure): FigureSupport => supportFigure(figure, data));
  const wording = judgeWords(claim, evidence, figures);
  const isContradicted = found.some(({ verdict }) => verdict === 'contradicted') || wording === 'contradicted';
  const isMissing = found.some(({ verdict }) => verdict === 'not_found') || wording === 'not_found';
  return { verdict: isContradicted ? 'contradicted' : isMissing ? 'not_found' : 'supported', figures: found };
}
