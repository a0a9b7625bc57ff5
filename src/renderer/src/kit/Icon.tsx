/** The product's own small set of line icons, 18 × 18, drawn in the current colour. Always beside or inside a named control. */
const PATHS = {
  library: 'M3 4h4v11H3zM7 4h4v11H7zM11.6 4.6l3-.7 2 10.6-3 .6z',
  reader: 'M11.5 3.5v11M8.5 14.5v-11H15M8.5 9.5A3 3 0 0 1 8.5 3.5',
  figures: 'M7 3L5.5 15M12.5 3L11 15M3.5 7h11.5M3 11h11.5',
  sources: 'M4 12.5c2 0 3-1.2 3-3.5V5.5H3.5v4H7M11 12.5c2 0 3-1.2 3-3.5V5.5h-3.5v4H14',
  audit: 'M3.5 9.5l3.5 3.5 7.5-8.5',
  thesis: 'M9 2.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM9 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  report: 'M3.5 14.5l.8-3.3 7.8-7.7 2.4 2.4-7.7 7.8zM10.5 5l2.5 2.5',
  search: 'M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6zM11.6 11.6L15 15',
  close: 'M4.5 4.5l9 9M13.5 4.5l-9 9',
  up: 'M4.5 11L9 6.5l4.5 4.5',
  down: 'M4.5 7L9 11.5 13.5 7',
  left: 'M11 4.5L6.5 9l4.5 4.5',
  right: 'M7 4.5L11.5 9 7 13.5',
  plus: 'M9 4v10M4 9h10',
  minus: 'M4 9h10',
  trash: 'M4 5.5h10M7 5.5V4h4v1.5M5.5 5.5l.6 9h5.8l.6-9',
  edit: 'M3.5 14.5l.8-3.3 7.8-7.7 2.4 2.4-7.7 7.8z',
  check: 'M4 9.5l3.2 3.2L14 5.5',
  warning: 'M9 3.5l6.2 11H2.8zM9 7.8v3.2M9 12.6v.4',
  info: 'M9 2.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 9 2.8zM9 8.2v4M9 5.7v.4',
  import: 'M9 3v8M5.8 8L9 11.2 12.2 8M3.5 14.5h11',
  undo: 'M6 4L3 7l3 3M3.2 7H11a3.7 3.7 0 0 1 0 7.4H8',
  redo: 'M12 4l3 3-3 3M14.8 7H7a3.7 3.7 0 0 0 0 7.4h3',
  sun: 'M9 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM9 1.8v1.8M9 14.4v1.8M1.8 9h1.8M14.4 9h1.8M3.9 3.9l1.3 1.3M12.8 12.8l1.3 1.3M3.9 14.1l1.3-1.3M12.8 5.2l1.3-1.3',
  moon: 'M14.5 11A6 6 0 0 1 7 3.5a6 6 0 1 0 7.5 7.5z',
  system: 'M2.8 4h12.4v8H2.8zM6.5 15h5M9 12v3',
  document: 'M4.5 2.8h6l3 3v9.4h-9zM10.5 2.8v3h3M6.8 9h4.4M6.8 12h4.4',
  note: 'M3.5 3.5h11v8l-3 3h-8zM11.5 14.5v-3h3',
  highlight: 'M3 15h12M5.5 11.8l1.7 1.7 7-7.2-1.7-1.8zM5.5 11.8l-.6 2 2.3-.3',
  quote: 'M4 12.5c2 0 3-1.2 3-3.5V5.5H3.5v4H7M11 12.5c2 0 3-1.2 3-3.5V5.5h-3.5v4H14',
  flag: 'M4.5 15.5V3h9l-2 3 2 3h-9',
  structure: 'M9 2.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM9 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  command: 'M4 6l3 3-3 3M9 12.5h5',
  keyboard: 'M2.5 5h13v8.5h-13zM5 8h.4M8 8h.4M11 8h.4M13 8h.2M6 11h6',
  outline: 'M3.5 4.5h11M6 9h8.5M6 13.5h8.5M3.4 9h.3M3.4 13.5h.3',
  more: 'M4 8.4a.6.6 0 1 0 .01 0zM9 8.4a.6.6 0 1 0 .01 0zM14 8.4a.6.6 0 1 0 .01 0z',
  clock: 'M9 2.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 9 2.8zM9 5.5V9l2.5 1.7',
  series: 'M3.5 14.5V9M7.2 14.5V5.5M10.9 14.5V7.5M14.6 14.5v-11',
  swap: 'M3.5 6.5h10M10.5 3.5l3 3-3 3M14.5 11.5h-10M7.5 8.5l-3 3 3 3',
  link: 'M7.5 10.5l3-3M8 5.5l1.6-1.6a3 3 0 0 1 4.2 4.2L12.2 9.8M10 12.5l-1.6 1.6a3 3 0 0 1-4.2-4.2L5.8 8.2',
  panel: 'M2.8 3.5h12.4v11H2.8zM10.5 3.5v11',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
