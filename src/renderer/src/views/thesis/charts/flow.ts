/** A small picture of who pays whom: parties on an ellipse, flows as bent arrows between them. Pure geometry. */

export interface FlowLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface Point {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Arc extends FlowLink {
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

export interface FlowPicture {
  readonly width: number;
  readonly height: number;
  readonly points: readonly Point[];
  readonly arcs: readonly Arc[];
}

const BOX_HEIGHT = 30;
const CHARACTER = 7.2;
const PADDING = 24;

/** Every name that is a party or an end of a flow gets one box; names compare without case and outer space. */
export function drawFlows(
  parties: readonly string[],
  flows: readonly FlowLink[],
  width: number,
  height: number,
): FlowPicture {
  const names = distinct([...parties, ...flows.flatMap(({ from, to }) => [from, to])]);
  const points = names.map((name, index) => pointAt(name, index, names.length, width, height));
  const find = (name: string) => points.find((point) => same(point.name, name));
  const seen = new Map<string, number>();
  const arcs = flows.flatMap((flow) => {
    const from = find(flow.from);
    const to = find(flow.to);
    if (!from || !to || from === to) return [];
    const pair = `${names.indexOf(from.name)} ${names.indexOf(to.name)}`;
    const nth = seen.get(pair) ?? 0;
    seen.set(pair, nth + 1);
    return [arcOf(flow, from, to, nth)];
  });
  // An odd number of parties leaves the foot of the ellipse empty.
  const foot = Math.max(0, ...points.map(({ y }) => y + BOX_HEIGHT / 2), ...arcs.map(({ labelY }) => labelY + 8));
  return { width, height: Math.min(height, Math.ceil(foot) + 4), points, arcs };
}

const same = (left: string, right: string) => left.trim().toLowerCase() === right.trim().toLowerCase();

function distinct(names: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const name of names.map((one) => one.trim())) {
    if (name !== '' && !kept.some((other) => same(other, name))) kept.push(name);
  }
  return kept;
}

function pointAt(name: string, index: number, count: number, width: number, height: number): Point {
  const box = Math.min(width * 0.36, name.length * CHARACTER + PADDING);
  const angle = -Math.PI / 2 + (index * 2 * Math.PI) / Math.max(1, count);
  const reachX = width / 2 - box / 2 - 4;
  const reachY = height / 2 - BOX_HEIGHT / 2 - 4;
  // Two parties face each other across the width.
  const turned = count === 2 ? angle - Math.PI / 2 : angle;
  return { name, x: width / 2 + Math.cos(turned) * reachX, y: height / 2 + Math.sin(turned) * reachY, width: box };
}

/** Bends to its own left, more with each further flow between the same two, so that there and back never lie on each other. */
function arcOf(flow: FlowLink, from: Point, to: Point, nth: number): Arc {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const bend = 26 + nth * 44;
  const bendX = (from.x + to.x) / 2 + (dy / length) * bend;
  const bendY = (from.y + to.y) / 2 - (dx / length) * bend;
  const start = edge(from, bendX, bendY);
  const end = edge(to, bendX, bendY);
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    ...flow,
    path: `M${round(start.x)} ${round(start.y)}Q${round(bendX)} ${round(bendY)} ${round(end.x)} ${round(end.y)}`,
    labelX: round((start.x + 2 * bendX + end.x) / 4),
    labelY: round((start.y + 2 * bendY + end.y) / 4),
  };
}

/** Where the line from the box's middle towards a point leaves the box, with a hair's breadth of air for the arrow head. */
function edge(point: Point, towardX: number, towardY: number): { x: number; y: number } {
  const dx = towardX - point.x || 0.001;
  const dy = towardY - point.y || 0.001;
  const reach = Math.min((point.width / 2 + 4) / Math.abs(dx), (BOX_HEIGHT / 2 + 4) / Math.abs(dy));
  return { x: point.x + dx * Math.min(1, reach), y: point.y + dy * Math.min(1, reach) };
}

export const FLOW_BOX_HEIGHT = BOX_HEIGHT;
