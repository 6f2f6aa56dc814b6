import { Button, CloseButton, Group, Text } from '@mantine/core';
import { ChosenDocument } from '../../gql/graphql';
import { useAsk } from '../api/ask';
import { useTexts } from '../i18n/language';
import { useNames } from '../i18n/names';
import { texts } from '../i18n/texts';
import { useVocabulary } from '../i18n/vocabulary';
import { none, type Filter } from './filter';
import style from './Chips.module.css';

const text = texts(
  {
    chosen: '当前筛选',
    remove: (what: string) => `取消筛选：${what}`,
    all: '清除全部',
    text: (q: string) => `名称含“${q}”`,
    ids: (n: number) => `指定的 ${n} 个条目`,
    section: (s: string) => `章节 ${s}`,
    noStatus: '状态未知',
    noRegion: '区域未知',
    noField: '领域未知',
  },
  {
    chosen: 'Filter',
    remove: (what: string) => `Take away: ${what}`,
    all: 'Clear all',
    text: (q: string) => `name has “${q}”`,
    ids: (n: number) => `${n} chosen entries`,
    section: (s: string) => `section ${s}`,
    noStatus: 'status unknown',
    noRegion: 'region unknown',
    noField: 'field unknown',
  },
);

/** The names of regions, fields and documents of a filter; the id until it is known. */
function useChosenNames(filter: Filter) {
  const nameOf = useNames();
  const ids = [filter.region, ...filter.fields, filter.document].filter((id) => id && id !== none);
  const { state } = useAsk(ChosenDocument, { ids }, ids.length === 0);
  return (id: string) => {
    const node = state.data?.nodes.find((n) => n?.id === id);
    if (!node) return id;
    if ('title' in node) return node.title;
    return 'name' in node ? nameOf(node) : id;
  };
}

type Chip = { word: string; without: Partial<Filter> };

function useChips(filter: Filter): Chip[] {
  const t = useTexts(text);
  const words = useVocabulary();
  const nameOf = useChosenNames(filter);
  const chips: Chip[] = [];
  if (filter.text) chips.push({ word: t.text(filter.text), without: { text: '' } });
  for (const k of filter.kinds)
    chips.push({ word: words.kind(k), without: { kinds: filter.kinds.filter((x) => x !== k) } });
  for (const s of filter.status)
    chips.push({
      word: s === none ? t.noStatus : words.status(s),
      without: { status: filter.status.filter((x) => x !== s) },
    });
  if (filter.region)
    chips.push({ word: filter.region === none ? t.noRegion : nameOf(filter.region), without: { region: '' } });
  for (const f of filter.fields)
    chips.push({
      word: f === none ? t.noField : nameOf(f),
      without: { fields: filter.fields.filter((x) => x !== f) },
    });
  if (filter.document) chips.push({ word: nameOf(filter.document), without: { document: '' } });
  if (filter.section) chips.push({ word: t.section(filter.section), without: { section: '' } });
  if (filter.ids.length > 0) chips.push({ word: t.ids(filter.ids.length), without: { ids: [] } });
  return chips;
}

/** What is chosen, each part with a way to take it away. */
export function Chips({ filter, change }: { filter: Filter; change: (parts: Partial<Filter>) => void }) {
  const t = useTexts(text);
  const chips = useChips(filter);
  if (chips.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t.chosen}>
      <Text size="sm" c="dimmed">
        {t.chosen}
      </Text>
      {chips.map(({ word, without }) => (
        <span key={word} className={style.chip}>
          {word}
          <CloseButton
            size="sm"
            aria-label={t.remove(word)}
            onClick={() => {
              change(without);
            }}
          />
        </span>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          change({ text: '', kinds: [], status: [], region: '', fields: [], document: '', section: '', ids: [] });
        }}
      >
        {t.all}
      </Button>
    </Group>
  );
}
