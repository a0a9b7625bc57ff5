/** The small vector pictures of the thesis: a value against its band, a range on a bar, targets on a strip, flows between parties. */
import type { KeyboardEvent } from 'react';
import { bandPicture } from './band';
import { drawFlows, FLOW_BOX_HEIGHT, type FlowLink } from './flow';
import { readInterval } from './interval';
import { type Domain, segmentOf } from './scale';
import { placeStrip, type StripPoint } from './strip';
import './charts.css';

interface BandProps {
  readonly band: string | null | undefined;
  readonly current: string | null | undefined;
}

/** Draws nothing where there is no number; the words beside it remain. */
export function BandBar({ band, current }: BandProps) {
  const picture = bandPicture(band, current);
  if (!picture) return null;
  const { left, width } = picture.band;
  const name = `${current}, ${picture.state === 'inside' ? 'inside' : picture.state} the band ${band}`;
  return (
    <div className={picture.state === 'inside' ? 'band' : 'band band-out'} role="img" aria-label={name} title={name}>
      <i className="band-range" style={{ left: `${left}%`, width: `${width}%` }} />
      <i className="band-mark" style={{ left: `${picture.mark}%` }} />
    </div>
  );
}

interface RangeProps {
  readonly range: string;
  readonly domain: Domain | null;
  /** A CSS colour variable's name of the bar. */
  readonly tone: 'good' | 'plain' | 'bad';
}

const TONE: Readonly<Record<RangeProps['tone'], string>> = {
  good: 'var(--ok)',
  plain: 'var(--inferred)',
  bad: 'var(--bad)',
};

export function RangeBar({ range, domain, tone }: RangeProps) {
  const interval = readInterval(range);
  if (!interval || !domain) return null;
  const { left, width } = segmentOf(interval, domain);
  return (
    <div className="range" role="img" aria-label={range}>
      <i style={{ left: `${left}%`, width: `${width}%`, background: TONE[tone] }} />
    </div>
  );
}

const pressed = (event: KeyboardEvent, act: () => void) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  act();
};

const STRIP_WIDTH = 520;
const LINE_HEIGHT = 16;

export function TargetStrip({
  points,
  onOpen,
}: {
  readonly points: readonly StripPoint[];
  readonly onOpen: (id: string) => void;
}) {
  const placed = placeStrip(points, STRIP_WIDTH - 16);
  if (placed.length === 0) return null;
  const above = Math.max(1, ...placed.map(({ row }) => -row));
  const below = Math.max(1, ...placed.map(({ row }) => row));
  const middle = above * LINE_HEIGHT + 8;
  const height = middle + below * LINE_HEIGHT + 10;
  return (
    <svg className="strip" viewBox={`0 0 ${STRIP_WIDTH} ${height}`} role="group" aria-label="Targets from low to high">
      <line x1={4} x2={STRIP_WIDTH - 4} y1={middle} y2={middle} stroke="var(--line-strong)" strokeWidth={2} />
      {placed.map((point) => (
        <g
          key={point.id}
          className="strip-point"
          role="button"
          tabIndex={0}
          aria-label={point.label}
          transform={`translate(${point.x + 8} ${middle})`}
          onClick={() => onOpen(point.id)}
          onKeyDown={(event) => pressed(event, () => onOpen(point.id))}
        >
          {Math.abs(point.row) > 1 && (
            <line y2={point.row * LINE_HEIGHT - Math.sign(point.row) * 6} stroke="var(--line)" />
          )}
          <circle
            r={point.kind === 'price' ? 4 : 5}
            fill={point.kind === 'price' ? 'var(--ink)' : 'var(--consensus)'}
          />
          <text y={point.row > 0 ? point.row * LINE_HEIGHT + 6 : point.row * LINE_HEIGHT + 4} textAnchor={point.anchor}>
            {point.label}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface FlowProps {
  readonly parties: readonly string[];
  readonly flows: readonly FlowLink[];
  readonly onOpen: (id: string) => void;
}

const FLOW_WIDTH = 540;
const FLOW_HEIGHT = 220;

export function FlowDiagram({ parties, flows, onOpen }: FlowProps) {
  const picture = drawFlows(parties, flows, FLOW_WIDTH, FLOW_HEIGHT);
  if (picture.points.length < 2) return null;
  return (
    <svg className="flows" viewBox={`0 0 ${FLOW_WIDTH} ${picture.height}`} role="group" aria-label="Who pays whom">
      <defs>
        <marker id="flow-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0L8 4L0 8z" fill="var(--accent)" />
        </marker>
      </defs>
      {picture.arcs.map((arc) => (
        <g
          key={arc.id}
          className="flow-link"
          role="button"
          tabIndex={0}
          aria-label={`${arc.from} to ${arc.to}: ${arc.label}`}
          onClick={() => onOpen(arc.id)}
          onKeyDown={(event) => pressed(event, () => onOpen(arc.id))}
        >
          <path d={arc.path} markerEnd="url(#flow-head)" />
          <text x={arc.labelX} y={arc.labelY + 4} textAnchor="middle">
            {shorten(arc.label)}
            <title>{arc.label}</title>
          </text>
        </g>
      ))}
      {picture.points.map((point) => (
        <g key={point.name} className="flow-party">
          <rect
            x={point.x - point.width / 2}
            y={point.y - FLOW_BOX_HEIGHT / 2}
            width={point.width}
            height={FLOW_BOX_HEIGHT}
            rx={6}
          />
          <text x={point.x} y={point.y + 4} textAnchor="middle">
            {shorten(point.name, 26)}
          </text>
        </g>
      ))}
    </svg>
  );
}

const shorten = (text: string, most = 34) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
