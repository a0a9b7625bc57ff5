/** What the Inspector shows of a figure. */
import type { ResponseOf } from '../../../app/client';

export type Detail = ResponseOf<'figure.detail'>;
