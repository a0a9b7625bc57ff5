/** What each HTML element means for the text, as data in one place. */

/** Never read: code, frames, drawings, controls, and what only a browser needs. */
export const LEFT_OUT = new Set(
  (
    'script style noscript template iframe frame frameset object embed applet svg math canvas audio video source track ' +
    'map area link meta base head title button input select option optgroup textarea datalist dialog progress meter ' +
    'picture img ix:header'
  ).split(' '),
);

/** Start and end on a line of their own. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ' +
    'ul caption'
  ).split(' '),
);

export const HEADING = /^h([1-6])$/;

/** Around an article, not in it. */
export const BOILERPLATE =
  'nav,[role=navigation],[role=banner],[role=search],[role=contentinfo],[role=complementary],[role=dialog],' +
  'body>header:not(:has(h1)),body>footer,body>aside';

/** What a page without any of these has is taken whole, without asking which part of it is the article. */
export const PAGE_BOILERPLATE =
  'nav,aside,footer,[role=navigation],[role=banner],[role=contentinfo],[class*=sidebar],[class*=cookie]';

export const HIDDEN = '[hidden],[aria-hidden=true]';
export const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
