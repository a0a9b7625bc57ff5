/** A folder with one ES module per entry, `NAME.js`, holding what it imports but packages. Paths are from the checkout. */
export function bundle(entries: Readonly<Record<string, string>>): Promise<string>;
