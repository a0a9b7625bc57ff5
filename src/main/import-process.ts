// Placeholder for the import-process entry.
process.parentPort.on('message', () => undefined);
