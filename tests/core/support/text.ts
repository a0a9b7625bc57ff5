/** Documents for tests of the engine, out of bare text. */
export { plainDocument } from '../../../src/core/document/plain';
