/** Persons and the offices they hold: a claim that gives a person another's office is contradicted. */

const OFFICE =
  '(?:(?:Principal |Interim |Co-)?(?:Chief [A-Z][a-z]+ Officer|CEO|CFO|COO|President|Chairman|Chairwoman|Treasurer|Secretary|General Counsel|Director))';
const HELD = new RegExp(
  `((?:[A-Z][a-z]+\\.? |[A-Z]\\. ){1,3}[A-Z][a-z]+)(?:,| \\(|\\s*\\|\\s*|(?: serves| served| acts| acted)? as| is| was|:)? ?(?:the |our |Title: )?(${OFFICE})`,
  'g',
);
/** Nobody's name is longer. */
const LONGEST = 120;
const FULL: Readonly<Record<string, string>> = {
  CEO: 'chief executive officer',
  CFO: 'chief financial officer',
  COO: 'chief operating officer',
};

const office = (text: string): string => FULL[text] ?? text.toLowerCase();

/** True where the evidence gives a person of the claim an office, and never the one that the claim does. */
export function isMistitled(claim: string, evidence: readonly string[]): boolean {
  const all = evidence.join('\n');
  return [...claim.matchAll(HELD)].some(([, name = '', held = '']) => {
    if (name.length > LONGEST) return false;
    const said = [...all.matchAll(new RegExp(`${name.replaceAll('.', '\\.')}[^\\n]{0,20}?(${OFFICE})`, 'g'))].map(
      (match) => office(match[1] ?? ''),
    );
    const elsewhere = all.includes(name) ? all : '';
    return (
      said.length > 0 && !said.includes(office(held)) && !new RegExp(`${name}[^\\n]{0,120}${held}`).test(elsewhere)
    );
  });
}
