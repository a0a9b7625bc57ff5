// What the window's page offers, for tests that ask the notebook directly from inside the page.
import type { TieoutApi } from '../../../src/contract/api';

declare global {
  interface Window {
    readonly tieout: TieoutApi<File>;
  }
}
