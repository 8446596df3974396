import type { Graph } from '@ghostlight/plugin-incidents-common';
import {
  Choice,
  EmptyState,
  EntityName,
  listOf,
  nameOf,
  Panel,
  QueryBoundary,
  TONE_COLOUR,
  uiClasses,
  urlField,
  useLanguage,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useGraph } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { GraphDrawing } from './GraphDrawing';
import { NODE_KEYS, NODE_TONES, NodeShape, type NodeState } from './NodeShape';
import classes from './parts.module.css';

const fields = { graph: urlField.oneOf(['drawing', 'table'], 'drawing') };

const badFirst: NodeState[] = [
  'origin',
  'affected',
  'symptom',
  'at-risk',
  'healthy',
];

/** What is affected, what it depends on and what depends on it: as a drawing or as a table. */
export function BlastRadius({ id }: { id: string }) {
  const t = useIncidentsText();
  const [url, setUrl] = useUrlState(fields);
  const graph = useGraph(id);
  return (
    <Panel
      title={t('graph.title')}
      aside={
        <Choice
          label={t('graph.view')}
          options={[
            { id: 'drawing', label: t('graph.drawing') },
            { id: 'table', label: t('graph.table') },
          ]}
          value={url.graph}
          onChange={view => setUrl({ graph: view })}
        />
      }
    >
      <QueryBoundary
        query={graph}
        what={t('graph.title')}
        isEmpty={data => data.nodes.length === 0}
        empty={<EmptyState sentence={t('graph.empty')} />}
      >
        {data => (
          <>
            <p className={uiClasses.muted}>
              {sentenceOf(data)} {t('graph.direction')}
              {data.truncated && ` ${t('graph.truncated')}`}
            </p>
            {url.graph === 'drawing' ? (
              <GraphDrawing graph={data} />
            ) : (
              <GraphTable graph={data} />
            )}
          </>
        )}
      </QueryBoundary>
    </Panel>
  );

  function sentenceOf(data: Graph): string {
    const bad = data.nodes.filter(
      each => each.state !== 'healthy' && each.state !== 'at-risk',
    );
    const atRisk = data.nodes.filter(each => each.state === 'at-risk');
    return [
      t('graph.countBad', { count: bad.length }),
      atRisk.length > 0 && t('graph.countAtRisk', { count: atRisk.length }),
    ]
      .filter(Boolean)
      .join(' ');
  }
}

function GraphTable({ graph }: { graph: Graph }) {
  const t = useIncidentsText();
  const language = useLanguage();
  const rows = [...graph.nodes].sort(
    (a, b) => badFirst.indexOf(a.state) - badFirst.indexOf(b.state),
  );
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('record.entity')}</th>
            <th scope="col">{t('graph.state')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('state.alerts')}
            </th>
            <th scope="col">{t('graph.dependsOn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(node => {
            const on = graph.edges
              .filter(each => each.from === node.entityRef)
              .map(each => nameOf(each.to));
            return (
              <tr key={node.entityRef}>
                <td>
                  <EntityName entityRef={node.entityRef} title={node.title} />
                </td>
                <td>
                  <span
                    className={classes.word}
                    style={{ color: TONE_COLOUR[NODE_TONES[node.state]] }}
                  >
                    <NodeShape state={node.state} /> {t(NODE_KEYS[node.state])}
                  </span>
                </td>
                <td className={uiClasses.end}>{node.alerts}</td>
                <td>{on.length > 0 ? listOf(on, language) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
