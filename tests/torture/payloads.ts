/** Payloads that would run were any text ever taken for markup: ways in, times ways of hiding, from a seed. */
import type { Random } from '../fuzz/random';

const RUN = ['window.__pwn=1', 'top.__pwn=1', "self['__p'+'wn']=1", 'alert(window.__pwn=1)', 'globalThis.__pwn=1'];

const TAGS: readonly ((run: string) => string)[] = [
  (run) => `<script>${run}</script>`,
  (run) => `<img src=x onerror="${run}">`,
  (run) => `<img/src=x/onerror=${run}>`,
  (run) => `<svg onload="${run}">`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  (run) => `<body onload=${run}>`,
  (run) => `<details open ontoggle=${run}>x</details>`,
  (run) => `<input autofocus onfocus=${run}>`,
  (run) => `<video><source onerror=${run}></video>`,
  (run) => `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  (run) => `<iframe src="javascript:${run}"></iframe>`,
  (run) => `<a href="javascript:${run}">x</a>`,
  (run) => `<a href="java\tscript:${run}">x</a>`,
  (run) => `<a href="&#106;avascript:${run}">x</a>`,
  (run) => `<form action="javascript:${run}"><button>x</button></form>`,
  (run) => `<object data="data:text/html,<script>${run}</script>"></object>`,
  (run) => `<embed src="javascript:${run}">`,
  (run) => `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  (run) => `<link rel=stylesheet href="javascript:${run}">`,
  (run) => `<style>@import "javascript:${run}";</style>`,
  (run) => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  (run) => `<template><script>${run}</script></template>`,
  (run) => `<marquee onstart=${run}>x</marquee>`,
  (run) => `<base href="javascript:${run}//"><a href="#">x</a>`,
  (run) => `<x onclick=${run} contenteditable>x</x>`,
  (run) => `<isindex type=image src=1 onerror=${run}>`,
  (run) => `<table background="javascript:${run}"><td>1</td></table>`,
  (run) => `[x](javascript:${run})`,
  (run) => `![x](x" onerror="${run})`,
  (run) => `<javascript:${run}>`,
  (run) => `\${${run}}{{constructor.constructor('${run}')()}}`,
  (run) => `[x]: javascript:${run}\n[x]`,
];

const HIDES: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => `"'>${words}`,
  (words) => `</textarea></title></style></script>${words}`,
  (words) => `<!--><b>${words}-->`,
  (words) => `<![CDATA[${words}]]>`,
  (words) => words.replace(/</g, '<\u0000'),
  (words) => words.replace(/[a-z]/g, (letter, at: number) => (at % 2 === 0 ? letter.toUpperCase() : letter)),
  (words) => words.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (words) => words.replaceAll('<', '\u003c').replaceAll(' ', '\f'),
  (words) => words.replaceAll('<', '＜').replaceAll('>', '＞') + words,
  (words) => `\u202e${words}\u2066`,
  (words) => `+ADw-script+AD4-${words}`,
];

export function payload(random: Random): string {
  const run = random.pick(RUN);
  return random.pick(HIDES)(random.pick(TAGS)(run));
}

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** As a spreadsheet copies it: quotes doubled, within quotes. */
const cellOf = (words: string): string => `"${words.replace(/[\t\n\r]/g, ' ').replaceAll('"', '""')}"`;

/** The same payloads as markup, as text that looks like it, and as cells. */
export const PAYLOAD_FORMATS: readonly {
  readonly as: 'html' | 'text' | 'table';
  readonly write: (batch: readonly string[]) => string;
}[] = [
  { as: 'html', write: (batch) => `<h1>Note</h1><p>Revenue was $5 million.</p>${batch.join('\n<p>')}` },
  {
    as: 'html',
    write: (batch) =>
      `<h1>Note</h1>${batch.map((words) => `<p>Revenue was $5 million ${escaped(words)}</p>`).join('')}`,
  },
  { as: 'text', write: (batch) => `# Note\n\nRevenue was $5 million.\n\n${batch.join('\n\n')}` },
  {
    as: 'table',
    write: (batch) => ['Metric\tValue', ...batch.map((words, n) => `${cellOf(words)}\t${n}`)].join('\n'),
  },
];
