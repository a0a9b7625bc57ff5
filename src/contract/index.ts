// Placeholder contract.
export {};
