/** A quarterly report in inline XBRL as a regulator's site serves it; the registrant is invented. */
export interface FilingParts {
  readonly body: string;
  readonly header?: string;
}

const context = (id: string, period: string, segment = ''): string =>
  `<xbrli:context id="${id}"><xbrli:entity><xbrli:identifier scheme="s">0001</xbrli:identifier>${segment && `<xbrli:segment><xbrldi:explicitMember dimension="us-gaap:StatementBusinessSegmentsAxis">${segment}</xbrldi:explicitMember></xbrli:segment>`}</xbrli:entity><xbrli:period>${period}</xbrli:period></xbrli:context>`;
const span = (start: string, end: string): string =>
  `<xbrli:startDate>${start}</xbrli:startDate><xbrli:endDate>${end}</xbrli:endDate>`;

export const CONTEXTS = [
  context('q1', span('2026-01-01', '2026-03-31')),
  context('q0', span('2025-01-01', '2025-03-31')),
  context('at', '<xbrli:instant>2026-03-31</xbrli:instant>'),
  context('cloud', span('2026-01-01', '2026-03-31'), 'hal:CloudServicesMember'),
].join('');
const UNITS =
  '<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit><xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit><xbrli:unit id="shares"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit>' +
  '<xbrli:unit id="per"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>';
const COVER =
  '<ix:nonNumeric name="dei:EntityRegistrantName" contextRef="q1">Halden Grid, Inc.</ix:nonNumeric><ix:nonNumeric name="dei:DocumentType" contextRef="q1">10-Q</ix:nonNumeric><ix:nonNumeric name="dei:DocumentPeriodEndDate" contextRef="q1">2026-03-31</ix:nonNumeric><ix:nonNumeric name="dei:CurrentFiscalYearEndDate" contextRef="q1">--12-31</ix:nonNumeric>';

export const filing = ({ body, header = '' }: FilingParts): string =>
  `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"><head><title>hal-20260331</title></head><body><div style="display:none"><ix:header><ix:hidden>${COVER}</ix:hidden><ix:resources>${CONTEXTS}${UNITS}${header}</ix:resources></ix:header></div>${body}</body></html>`;

/** A tagged number; `more` holds further attributes. */
export const fact = (
  concept: string,
  contextRef: string,
  unitRef: string,
  text: string,
  more = 'scale="6" decimals="-6" format="ixt:num-dot-decimal"',
): string =>
  `<ix:nonFraction name="${concept}" contextRef="${contextRef}" unitRef="${unitRef}" ${more}>${text}</ix:nonFraction>`;
