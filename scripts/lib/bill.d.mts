// Types of bill.mjs, for the tests.
export function shippedPackages(): readonly { readonly name: string; readonly version: string }[];
