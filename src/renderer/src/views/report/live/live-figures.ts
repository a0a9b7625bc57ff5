/** The figures and sources that the shown report names, with their current values, for the live figures in the editor. */
import { createContext, useContext } from 'react';
import type { FigureRecord, SourceRecord } from '../../../../../contract/records';

export interface LiveData {
  readonly figures: ReadonlyMap<string, FigureRecord>;
  readonly sources: ReadonlyMap<string, SourceRecord>;
  /** False until both have been read once: until then nothing is called missing. */
  readonly ready: boolean;
}

export const LiveDataContext = createContext<LiveData>({ figures: new Map(), sources: new Map(), ready: false });
export const useLiveData = (): LiveData => useContext(LiveDataContext);
