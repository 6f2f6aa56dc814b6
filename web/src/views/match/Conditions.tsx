import { MultiSelect, Paper, Select, Stack, Title } from '@mantine/core';
import type { MatchChoicesQuery } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { useRegionChoices } from '../../shared/regions/useRegionChoices';
import { anywhere, partnerKinds, type MatchState } from './state';
import { Strategy } from './Strategy';
import type { Change } from './useMatch';

const text = texts(
  {
    title: '条件',
    region: '合作方所在地区',
    anywhere: '不限地区',
    exclude: '排除地区',
    home: '只排除本地',
    kinds: '合作方类型',
    all: '全部类型',
    none: '没有这个地区',
  },
  {
    title: 'Conditions',
    region: 'Region of partners',
    anywhere: 'Anywhere',
    exclude: 'Leave out',
    home: 'Home only',
    kinds: 'Kinds of partners',
    all: 'All kinds',
    none: 'No such region',
  },
);

type Node = NonNullable<MatchChoicesQuery['node']>;
type Region = Exclude<Node, Record<PropertyKey, never>>;
const isRegion = (node: Node): node is Region => 'children' in node;

type Option = { value: string; label: string };

/** The regions to choose from: all of 长三角, a province, a city or a district. */
function useRegions(choices: MatchChoicesQuery | undefined, chosen: string[]) {
  const t = useTexts(text);
  const { whole, groups } = useRegionChoices();
  const top = choices?.node && isRegion(choices.node) ? choices.node : undefined;
  const known = new Set([top?.id, ...groups(top, []).flatMap((g) => g.items.map((i) => i.value))]);
  // A link may name any region; then at least its id is shown.
  const others = chosen
    .filter((id) => id !== '' && id !== anywhere && !known.has(id))
    .map((id): Option => ({ value: id, label: id }));
  const area: Option[] = top ? [{ value: top.id, label: whole(top) }] : [];
  return {
    partners: groups(top, [...area, { value: anywhere, label: t.anywhere }, ...others]),
    excluded: groups(top, [{ value: 'home', label: t.home }, ...others]),
  };
}

/** Who may be a partner, and which disciplines count more. */
export function Conditions({
  state,
  change,
  choices,
}: {
  state: MatchState;
  change: Change;
  choices: MatchChoicesQuery | undefined;
}) {
  const t = useTexts(text);
  const words = useVocabulary();
  const regions = useRegions(choices, [state.region, state.exclude]);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="match-conditions">
      <Stack gap="sm">
        <Title order={2} size="h5" id="match-conditions">
          {t.title}
        </Title>
        <Select
          label={t.region}
          data={regions.partners}
          value={state.region}
          onChange={(region) => {
            if (region) change({ region, picked: [], open: [] });
          }}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t.none}
        />
        <Select
          label={t.exclude}
          data={regions.excluded}
          value={state.exclude || 'home'}
          onChange={(exclude) => {
            change({ exclude: !exclude || exclude === 'home' ? '' : exclude });
          }}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t.none}
        />
        <MultiSelect
          label={t.kinds}
          placeholder={state.kinds.length === 0 ? t.all : ''}
          data={partnerKinds.map((k) => ({ value: k, label: words.kind(k) }))}
          value={state.kinds}
          onChange={(kinds) => {
            change({ kinds: partnerKinds.filter((k) => kinds.includes(k)) });
          }}
          clearable
        />
        <Strategy
          strategy={state.strategy}
          onChange={(strategy) => {
            change({ strategy });
          }}
        />
      </Stack>
    </Paper>
  );
}
