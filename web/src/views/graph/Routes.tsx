import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import type { RoutePartsFragment } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { SearchBox } from '../../shared/search/SearchBox';
import { Sources } from '../../shared/sources/Sources';
import type { Content } from './content';
import { text } from './texts';
import type { Graph } from './useGraph';
import style from './GraphView.module.css';

function Route({ route }: { route: RoutePartsFragment }) {
  const words = useVocabulary();
  return (
    <ol className={style.steps}>
      <li>
        <EntityLink entity={route.start} />
      </li>
      {route.steps.map((s) => (
        <Fragment key={s.relationId}>
          <li className={style.step}>
            {s.direction === 'OUT' ? '↓' : '↑'} {words.relation(s.relation)}
            {s.label ? `（${s.label}）` : ''}
            {s.status ? ` · ${words.status(s.status)}` : ''}
            <Sources sources={s.sources} />
          </li>
          <li>
            <EntityLink entity={s.node} />
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

function NoRoute({ routes }: { routes: NonNullable<Content['routes']> }) {
  const t = useTexts(text);
  const nearest = routes.nearestMisses[0];
  const why =
    routes.reason === 'FILTERED_OUT'
      ? t.noRouteFiltered
      : routes.reason === 'NO_ROUTE_WITHIN_HOPS'
        ? t.noRouteHops
        : '';
  return (
    <Text size="sm" role="status">
      {t.noRoute}。{why} {nearest && t.nearest(nearest.hops)}
    </Text>
  );
}

/** How the two picked nodes are connected: ranked routes, each step with its sources. */
export function Routes({ graph, content }: { graph: Graph; content: Content }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const { state, change, look } = graph;
  const start = state.from ? content.nodes.get(state.from) : undefined;
  const end = state.to ? content.nodes.get(state.to) : undefined;
  if (!start) return null;
  const stop = (word: string) => (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={() => {
        change({ ...state, from: null, to: null, route: 0 });
      }}
    >
      {word}
    </Button>
  );
  if (!end)
    return (
      <Stack gap="xs" className={style.card}>
        <Text size="sm">{t.waiting(nameOf(start))}</Text>
        <SearchBox
          label={t.target}
          onPick={(o) => {
            change({ ...state, to: o.id, route: 0 });
          }}
        />
        <div>{stop(t.cancel)}</div>
      </Stack>
    );
  return (
    <Stack gap="xs" className={style.card} component="section">
      <Title order={2} size="h5">
        {t.routes(nameOf(start), nameOf(end))}
      </Title>
      <Checkbox
        size="xs"
        label={t.hierarchy}
        checked={state.hierarchy}
        onChange={(e) => {
          change({ ...state, hierarchy: e.currentTarget.checked, route: 0 });
        }}
      />
      {content.routes?.paths.length === 0 && <NoRoute routes={content.routes} />}
      {content.routes?.paths.map((route, i) => (
        <details key={i} className={style.route} open={i === state.route} data-chosen={i === state.route || undefined}>
          <summary
            onClick={(e) => {
              e.preventDefault();
              look({ ...state, route: i });
            }}
          >
            {t.route(i + 1, route.hops)} · {t.weight(route.weight.toFixed(3))}
          </summary>
          <Route route={route} />
        </details>
      ))}
      <Group>{stop(t.endRoutes)}</Group>
    </Stack>
  );
}
