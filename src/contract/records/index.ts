/** What a notebook's records look like on the wire, as zod schemas; their types are inferred, never written twice. */
export * from './audit';
export { cue, id, offset, span } from './basics';
export * from './document';
export * from './figure';
export * from './notebook';
export * from './plan';
export * from './report';
export * from './search';
export * from './source';
