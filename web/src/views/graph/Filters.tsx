import { MultiSelect, Pill, SegmentedControl, Stack, Text } from '@mantine/core';
import { GraphRootsDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { allKinds, allRelations, useVocabulary } from '../../shared/i18n/vocabulary';
import { SearchBox } from '../../shared/search/SearchBox';
import { text } from './texts';
import type { Graph } from './useGraph';

/** What openings bring into the graph. */
export function Filters({ graph }: { graph: Graph }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const nameOf = useNames();
  const { state, change } = graph;
  const region = useAsk(GraphRootsDocument, { ids: state.region ? [state.region] : [] }, !state.region).state.data
    ?.nodes[0];
  return (
    <Stack gap="xs">
      <MultiSelect
        size="xs"
        label={t.relations}
        placeholder={state.relations.length ? '' : t.any}
        data={allRelations.map((r) => ({ value: r, label: words.relation(r) }))}
        value={state.relations}
        onChange={(v) => {
          change({ ...state, relations: v });
        }}
        clearable
        searchable
      />
      <MultiSelect
        size="xs"
        label={t.kinds}
        placeholder={state.kinds.length ? '' : t.any}
        data={allKinds.map((k) => ({ value: k, label: words.kind(k) }))}
        value={state.kinds}
        onChange={(v) => {
          change({ ...state, kinds: v });
        }}
        clearable
        searchable
      />
      <div>
        <Text size="xs" fw={500}>
          {t.region}
        </Text>
        <Text size="xs" c="dimmed">
          {t.regionHow}
        </Text>
        {state.region ? (
          <Pill
            withRemoveButton
            removeButtonProps={{ 'aria-label': t.cancel, 'aria-hidden': false, tabIndex: 0 }}
            onRemove={() => {
              change({ ...state, region: null });
            }}
          >
            {region && 'name' in region ? nameOf(region) : state.region}
          </Pill>
        ) : (
          <SearchBox
            label={t.region}
            kinds={['REGION']}
            onPick={(o) => {
              change({ ...state, region: o.id });
            }}
          />
        )}
      </div>
      <SegmentedControl
        size="xs"
        orientation="vertical"
        aria-label={t.status}
        data={[
          { value: 'all', label: t.all },
          { value: 'reported', label: t.reported },
          { value: 'planned', label: t.onlyPlans },
        ]}
        value={state.planned}
        onChange={(v) => {
          change({ ...state, planned: v });
        }}
      />
    </Stack>
  );
}
