// Types of fuses.mjs, for the tests.
export const FUSES: Readonly<Record<string, boolean>>;
export function setFuses(program: string): Promise<void>;
export function readFuses(program: string): Promise<Record<string, boolean>>;
