/** The part of citation-js that is used here; it ships no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[]);
    format(name: 'bibtex' | 'biblatex' | 'ris', options?: { readonly format: 'object' }): unknown;
  }
  export const plugins: {
    config: { get(name: '@bibtex'): { format: { checkLabel: boolean; asciiOnly: boolean } } };
    /** Reads one value of exactly this type; unlike `Cite` it guesses nothing, so an address is never fetched. */
    input: { data(value: object, type: '@biblatex/entry+object' | '@ris/record'): unknown };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
