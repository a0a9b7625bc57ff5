// A process that works in a notebook as the notebook process does: takes messages over IPC, acknowledges each one that
// was committed. It is started to be killed.
//   node writer.mjs BUNDLE NOTEBOOK
import { pathToFileURL } from 'node:url';

const [bundle = '', path = ''] = process.argv.slice(2);
const { Notebook } = await import(pathToFileURL(bundle).href);
const notebook = Notebook.open(path, { create: true, automaticBackups: false });

process.on('message', ({ n, message, request }) => {
  process.send?.({ n, reply: notebook.handle(message, request) });
});
process.send?.({ ready: true });
