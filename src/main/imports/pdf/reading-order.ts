/**
 * Tagged blocks of a page in the order they are read. Slides are tagged in the order that their boxes were drawn, so that a
 * table's unit line may come behind it: what stands above another block of its column goes before that.
 */
import type { Box, Row } from './printed/model';
import type { Tag } from './printed/tags';

interface Group {
  readonly tag: Tag;
  readonly rows: readonly Row[];
}

/** Share of the narrower block that lies over the other. */
const OVER = 0.5;
/** Blocks of one page that are compared. */
const MOST = 400;

export function inReadingOrder(groups: readonly Group[]): readonly Group[] {
  const units = unitsOf(groups);
  if (units.length > MOST) return groups;
  const order: Unit[] = [];
  for (const unit of units) {
    const at = order.findIndex((other) => standsAbove(unit.box, other.box));
    order.splice(at < 0 ? order.length : at, 0, unit);
  }
  return order.flatMap((unit) => unit.groups);
}

interface Unit {
  readonly groups: Group[];
  box: Box;
}

/** Cells of one table stay together. */
function unitsOf(groups: readonly Group[]): Unit[] {
  const units: Unit[] = [];
  const tables = new Map<number, Unit>();
  for (const group of groups) {
    if (group.rows.length === 0) continue;
    const box = around(group.rows);
    const known = group.tag.kind === 'cell' ? tables.get(group.tag.table) : undefined;
    if (known) {
      known.groups.push(group);
      known.box = around([known.box, box]);
      continue;
    }
    const unit: Unit = { groups: [group], box };
    units.push(unit);
    if (group.tag.kind === 'cell') tables.set(group.tag.table, unit);
  }
  return units;
}

function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}

function standsAbove(one: Box, other: Box): boolean {
  const shared = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x);
  return one.y + one.h <= other.y + 1 && shared >= OVER * Math.min(one.w, other.w);
}
