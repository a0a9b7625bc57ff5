/** What the Inspector shows of a figure. */
import type { ResponseOf } from '../../../app/calls/client';

export type Detail = ResponseOf<'figure.detail'>;
