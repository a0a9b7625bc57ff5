/** The legal forms that close a company's name, once: `Inc`, `plc`, `S.p.A`. */
import lexicon from '../../../resources/lexicon/legal-forms.json';
import { alternatives } from './pattern';

/** Alternatives of a pattern; the full stop that may follow is not part of them. */
export const LEGAL_FORM = alternatives(lexicon.forms);

/** Those of them that a full stop follows as a rule: `Inc.`, `S.A.`. */
export const ABBREVIATED_FORM = alternatives(lexicon.abbreviated);
