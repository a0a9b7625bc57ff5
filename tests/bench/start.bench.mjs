// How long from launching the built app to a window that shows data.
import { launchApp, waitForAnyView } from '../../scripts/lib/app.mjs';

const RUNS = 5;

export async function run() {
  const times = [];
  for (let count = 0; count < RUNS; count++) {
    const started = performance.now();
    const { page, close } = await launchApp();
    try {
      await waitForAnyView(page);
      times.push(performance.now() - started);
    } finally {
      await close();
    }
  }
  times.sort((a, b) => a - b);
  const ms = (value) => ({ value: Math.round(value), unit: 'ms' });
  return [
    { what: 'launch to a view that shows data, median', ...ms(times[Math.floor(RUNS / 2)]), note: `of ${RUNS}` },
    { what: 'launch to a view that shows data, slowest', ...ms(times[RUNS - 1]), note: `of ${RUNS}` },
  ];
}
