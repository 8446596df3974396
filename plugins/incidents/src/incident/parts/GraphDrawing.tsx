import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { Graph } from '@ghostlight/plugin-incidents-common';
import { nameOf, TONE_COLOUR } from '@ghostlight/reliability-react';
import { useId, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useIncidentsText } from '../../translation';
import { layersOf } from './layersOf';
import { NODE_KEYS, NODE_TONES, NodeShape } from './NodeShape';
import classes from './parts.module.css';

const WIDTH = 168;
const HEIGHT = 46;
const ACROSS = 232;
const DOWN = 62;
const LONGEST = 19;

/** A part that scrolls must be reachable by keyboard. */
const KEYBOARD_SCROLL = { tabIndex: 0 } as const;

const short = (name: string) =>
  name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;

/** Boxes in layers; an arrow leads from what depends to what it depends on. */
export function GraphDrawing({ graph }: { graph: Graph }) {
  const t = useIncidentsText();
  const navigate = useNavigate();
  const entityLink = useEntityRefLink();
  const arrow = useId();
  const places = useMemo(() => {
    const placed = layersOf(graph);
    const tallest = Math.max(
      ...placed.map(
        each => placed.filter(other => other.layer === each.layer).length,
      ),
      1,
    );
    return new Map(
      placed.map(each => {
        const inLayer = placed.filter(other => other.layer === each.layer);
        const above = ((tallest - inLayer.length) * DOWN) / 2;
        return [
          each.ref,
          { x: 4 + each.layer * ACROSS, y: 4 + above + each.row * DOWN },
        ];
      }),
    );
  }, [graph]);
  const width = Math.max(...[...places.values()].map(({ x }) => x)) + WIDTH + 4;
  const height =
    Math.max(...[...places.values()].map(({ y }) => y)) + HEIGHT + 4;

  return (
    <div
      className={classes.drawing}
      role="region"
      aria-label={t('graph.drawing')}
      {...KEYBOARD_SCROLL}
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX={7}
            refY={4}
            markerWidth={7}
            markerHeight={7}
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" className={classes.arrow} />
          </marker>
        </defs>
        <g aria-hidden="true">
          {graph.edges.map(({ from, to }) => {
            const a = places.get(from);
            const b = places.get(to);
            if (!a || !b || from === to) return null;
            const back = b.x <= a.x;
            const x1 = back ? a.x : a.x + WIDTH;
            const x2 = back ? b.x + WIDTH : b.x;
            const y1 = a.y + HEIGHT / 2;
            const y2 = b.y + HEIGHT / 2;
            const bend = (x2 - x1) / 2;
            return (
              <path
                key={`${from} ${to}`}
                className={classes.edge}
                d={`M${x1} ${y1}C${x1 + bend} ${y1} ${
                  x2 - bend
                } ${y2} ${x2} ${y2}`}
                markerEnd={`url(#${arrow})`}
              />
            );
          })}
        </g>
        {graph.nodes.map(node => {
          const place = places.get(node.entityRef);
          if (!place) return null;
          const name = node.title ?? nameOf(node.entityRef);
          const state = t(NODE_KEYS[node.state]);
          const alerts =
            node.alerts > 0 ? t('graph.alerts', { count: node.alerts }) : '';
          const href = entityLink(node.entityRef);
          return (
            <a
              key={node.entityRef}
              href={href}
              className={classes.node}
              onClick={event => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                navigate(href);
              }}
              style={{ color: TONE_COLOUR[NODE_TONES[node.state]] }}
            >
              {name !== short(name) && <title>{name}</title>}
              <rect
                x={place.x}
                y={place.y}
                width={WIDTH}
                height={HEIGHT}
                rx={8}
                className={classes.box}
                data-state={node.state}
              />
              <NodeShape state={node.state} x={place.x + 12} y={place.y + 10} />
              <text x={place.x + 32} y={place.y + 20} className={classes.name}>
                {short(name)}
              </text>
              <text x={place.x + 32} y={place.y + 37} className={classes.state}>
                {[state, alerts].filter(Boolean).join(' · ')}
              </text>
            </a>
          );
        })}
      </svg>
    </div>
  );
}
