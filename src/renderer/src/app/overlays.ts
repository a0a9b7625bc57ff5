/** What lies over the window just now: the search palette and the help sheet. */
import { createStore } from './store';

export const paletteOpen = createStore(false);
export const helpOpen = createStore(false);
