// Placeholder for the notebook-process entry.
process.parentPort.on('message', () => undefined);
