/** Which line an offset is on, for offsets asked in rising order: one pass over the text in all. */

export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = nextBreak(text, at); next >= 0 && next < offset; next = nextBreak(text, at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}

function nextBreak(text: string, from: number): number {
  return text.indexOf('\n', from);
}
