import { Chip, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { DemandsChoicesQuery } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { useRegionChoices } from '../../shared/regions/useRegionChoices';
import { SearchBox } from '../../shared/search/SearchBox';
import { Strategy } from '../match/Strategy';
import { demandKinds, type DemandsState } from './state';
import type { Change } from './useDemands';

const text = texts(
  {
    title: '条件',
    kinds: '需求类型',
    region: '需求所在区域',
    fieldsToo: '技术领域不属于任何区域，总会列出。',
    none: '没有这个区域',
    field: '限定技术领域',
    document: '来源文件',
    any: '不限',
    noDocument: '没有这份文件',
    section: '章节',
    sectionHint: '如 专栏5，按回车',
  },
  {
    title: 'Conditions',
    kinds: 'Kinds of demands',
    region: 'Region of demands',
    fieldsToo: 'Fields lie in no region: none is left out.',
    none: 'No such region',
    field: 'Only in a technology field',
    document: 'Document',
    any: 'Any',
    noDocument: 'No such document',
    section: 'Section',
    sectionHint: 'e.g. 专栏5, then Enter',
  },
);

type Props = { state: DemandsState; change: Change; choices: DemandsChoicesQuery | undefined };

type Node = NonNullable<DemandsChoicesQuery['node']>;
type Region = Exclude<Node, Record<PropertyKey, never>>;
const isRegion = (node: Node): node is Region => 'children' in node;

function useRegions(choices: DemandsChoicesQuery | undefined, chosen: string) {
  const { whole, groups } = useRegionChoices();
  const top = choices?.node && isRegion(choices.node) ? choices.node : undefined;
  const known = new Set(['', ...groups(top, []).flatMap((g) => g.items.map((i) => i.value))]);
  return groups(top, [
    ...(top ? [{ value: '', label: whole(top) }] : []),
    // A link may name any region; then at least its id is shown.
    ...(known.has(chosen) ? [] : [{ value: chosen, label: chosen }]),
  ]);
}

/** The section of a plan, taken when somebody is done with typing. */
function Section({ section, onChange }: { section: string; onChange: (section: string) => void }) {
  const t = useTexts(text);
  const [typed, setTyped] = useState(section);
  const done = () => {
    if (typed.trim() !== section) onChange(typed.trim());
  };
  return (
    <TextInput
      label={t.section}
      placeholder={t.sectionHint}
      value={typed}
      onChange={(e) => {
        setTyped(e.currentTarget.value);
      }}
      onBlur={done}
      onKeyDown={(e) => {
        if (e.key === 'Enter' && !e.nativeEvent.isComposing) done();
      }}
    />
  );
}

/** Which demands are compared, and which disciplines count more. */
export function Conditions({ state, change, choices }: Props) {
  const t = useTexts(text);
  const words = useVocabulary();
  const documents = (choices?.entities.facets[0]?.buckets ?? []).flatMap((b) =>
    b.document ? [{ value: b.document.id, label: b.document.title }] : [],
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="demands-conditions">
      <Stack gap="sm">
        <Title order={2} size="h5" id="demands-conditions">
          {t.title}
        </Title>
        <div>
          <Text size="sm" fw={500} mb={4} id="demands-kinds">
            {t.kinds}
          </Text>
          <Group gap={6} role="group" aria-labelledby="demands-kinds">
            {demandKinds.map((k) => (
              <Chip
                key={k}
                size="xs"
                checked={state.kinds.includes(k)}
                onChange={(on) => {
                  change({ kinds: demandKinds.filter((x) => (x === k ? on : state.kinds.includes(x))) });
                }}
              >
                {words.kind(k)}
              </Chip>
            ))}
          </Group>
        </div>
        <Select
          label={t.region}
          description={t.fieldsToo}
          data={useRegions(choices, state.region)}
          value={state.region}
          onChange={(region) => {
            change({ region: region ?? '' });
          }}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t.none}
        />
        <SearchBox
          label={t.field}
          kinds={['TECHNOLOGY_FIELD']}
          onPick={({ id }) => {
            if (!state.fields.includes(id)) change({ fields: [...state.fields, id] });
          }}
        />
        <Select
          label={t.document}
          placeholder={t.any}
          data={documents}
          value={state.document || null}
          onChange={(document) => {
            change({ document: document ?? '' });
          }}
          searchable
          clearable
          nothingFoundMessage={t.noDocument}
        />
        {/* Another address brings another section. */}
        <Section
          key={state.section}
          section={state.section}
          onChange={(section) => {
            change({ section });
          }}
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
