/**
 * *Find support*: whether a claim's figures stand in the evidence or follow from figures there, of the same thing and
 * time, and whether its names, dates and words are there too. A right number for the wrong item or year is no support.
 */
import { type ClaimFigure, claimFigures } from './asked';
import { readEvidence } from './evidence';
import type { FigureSupport, Verification } from './model';
import { Rarity } from './match';
import { isMovedOtherwise } from './motion';
import { supportFigure } from './support';
import { judgeWords } from './wording';

/** Verdict of the claim and of each of its figures, the best support of each with its place in the evidence. */
export function verify(claim: string, evidence: readonly string[]): Verification {
  const data = readEvidence(evidence);
  const rarity = new Rarity(data);
  const figures = claimFigures(claim);
  const found = figures.map((figure: ClaimFigure): FigureSupport => supportFigure(figure, data, rarity));
  const wording = judgeWords(claim, evidence, figures);
  const moved = isMovedOtherwise(claim, data, rarity);
  const isContradicted =
    found.some(({ verdict }) => verdict === 'contradicted') || wording === 'contradicted' || moved !== null;
  const isMissing = found.some(({ verdict }) => verdict === 'not_found') || wording === 'not_found';
  return { verdict: isContradicted ? 'contradicted' : isMissing ? 'not_found' : 'supported', figures: found };
}
