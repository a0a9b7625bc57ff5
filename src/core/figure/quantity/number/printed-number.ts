/** A number as it is printed, before anything says what it counts. */
import type { DecimalString } from '../../model';

export interface PrintedNumber {
  /** Past its last character, in the text's UTF-16 code units. */
  readonly end: number;
  readonly value: DecimalString;
  /** Printed places after the decimal mark. */
  readonly places: number;
  readonly grouped: boolean;
  /** Printed digits before the decimal mark. */
  readonly wholeDigits: number;
  readonly leadingZero: boolean;
}
