/** What finding a number's words gives, in whichever writing they stand. */
import type { Span } from '../../../document/model';

/** The words a number belongs to, as written. */
export interface Label extends Span {
  readonly text: string;
  /** `behind` and `beside` touch the number; `subject` is linked to it by a verb or preposition; `item` heads its line. */
  readonly scope: 'behind' | 'beside' | 'subject' | 'item';
  /** It is a share of what the words name. */
  readonly share: boolean;
}
