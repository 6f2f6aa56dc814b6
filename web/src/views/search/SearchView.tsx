import { Anchor, Badge, Container, Group, MultiSelect, Stack, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import { SearchDocument, type Kind, type SearchQuery, type SearchQueryVariables } from '../../gql/graphql';
import { usePages, type Page } from '../../shared/api/usePages';
import { ExportButtons } from '../../shared/export/ExportButtons';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { allKinds, useVocabulary } from '../../shared/i18n/vocabulary';
import { KindMark } from '../../shared/kinds/KindMark';
import { listPath } from '../../shared/filter/filter';
import { entityPath } from '../../shared/paths';
import { Highlighted } from '../../shared/search/Highlighted';
import { More } from '../../shared/ui/More';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import { useHitsBook } from './hitsBook';
import style from './SearchView.module.css';

const text = texts(
  {
    title: (q: string) => `“${q}”的搜索结果`,
    nothing: '请在上方输入要找的名称',
    examples: '可用全称、简称、拼音、首字母或英文，例如：浙大、中科院宁波材料所、zjdx、Tongji。',
    none: (q: string) => `没有名称与“${q}”相符`,
    hint: '换一个简称或少输入几个字；也可以取消类型筛选。',
    cut: '相符的名称太多，只对其中一部分排了序。多输入几个字会更准确。',
    section: (s: string) => `列出“${s}”写明的单位、平台和项目`,
    kinds: '只看这些类型',
    all: '全部类型',
  },
  {
    title: (q: string) => `Results for “${q}”`,
    nothing: 'Type a name into the box above',
    examples: 'Full or short names, pinyin, initials or English, e.g. 浙大, 中科院宁波材料所, zjdx, Tongji.',
    none: (q: string) => `No name fits “${q}”`,
    hint: 'Try a short name or fewer characters, or take the filter away.',
    cut: 'So many names fit that only some were ranked. A longer text is more exact.',
    section: (s: string) => `List what ${s} names`,
    kinds: 'Only these kinds',
    all: 'All kinds',
  },
);

type Edge = SearchQuery['search']['edges'][number];

const read = ({ search }: SearchQuery): Page<Edge> => ({
  rows: search.edges,
  total: search.totalCount,
  hasNext: search.pageInfo.hasNextPage,
  end: search.pageInfo.endCursor,
});

function Hit({ edge }: { edge: Edge }) {
  const words = useVocabulary();
  const nameOf = useNames();
  const { node } = edge;
  const name = nameOf(node);
  const about = [words.kind(node.kind), node.region && nameOf(node.region), ...node.fields.slice(0, 3).map(nameOf)];
  return (
    <li className={style.hit}>
      <KindMark kind={node.kind} size={28} />
      <div>
        <Link href={entityPath(node.id)} className={style.name}>
          {edge.matched === name ? <Highlighted text={name} spans={edge.highlights} /> : name}
        </Link>
        {edge.matched !== name && (
          <Text span size="sm" c="dimmed" ml="xs">
            <Highlighted text={edge.matched} spans={edge.highlights} /> ({words.matchedOn(edge.matchedOn)})
          </Text>
        )}
        {node.status && (
          <Badge ml="xs" size="sm" variant="light">
            {words.status(node.status)}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {about.filter(Boolean).join(' · ')}
        </Text>
      </div>
    </li>
  );
}

function Hits({ variables }: { variables: SearchQueryVariables }) {
  const t = useTexts(text);
  const title = t.title(variables.text);
  const collect = useHitsBook(variables, title);
  const pages = usePages(SearchDocument, variables, read);
  return (
    <Answer asked={pages.asked}>
      {({ search }) =>
        search.edges.length === 0 ? (
          <Empty title={t.none(variables.text)}>{t.hint}</Empty>
        ) : (
          <>
            {search.truncated && (
              <Text size="sm" c="dimmed">
                {t.cut}
              </Text>
            )}
            <Group>
              <ExportButtons what={title} collect={collect} />
            </Group>
            <ul className={style.hits}>
              {pages.rows.map((edge) => (
                <Hit key={edge.node.id} edge={edge} />
              ))}
            </ul>
            <More pages={pages} />
          </>
        )
      }
    </Answer>
  );
}

/** The numbered box of a plan that somebody asks for, e.g. 专栏5 or 专栏 5.2. */
const sectionIn = (q: string) => /^专栏\s*(\d+(?:\.\d+)?)$/.exec(q)?.[1];

export default function SearchView() {
  const t = useTexts(text);
  const words = useVocabulary();
  const [parameters, setParameters] = useSearchParams();
  const q = parameters.get('q')?.trim() ?? '';
  const kinds = (parameters.get('kinds')?.split(',') ?? []).filter((k): k is Kind => allKinds.includes(k as Kind));
  const section = sectionIn(q);
  const variables: SearchQueryVariables = {
    text: q,
    filter: kinds.length > 0 ? { kinds } : null,
    first: 20,
    after: null,
  };
  const choose = (chosen: string[]) => {
    setParameters((p) => {
      if (chosen.length > 0) p.set('kinds', chosen.join(','));
      else p.delete('kinds');
      return p;
    });
  };
  if (!q)
    return (
      <Empty page title={t.nothing}>
        {t.examples}
      </Empty>
    );
  return (
    <Container size="md" py="lg">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={1} size="h3">
            {t.title(q)}
          </Title>
          <QueryBehind question={SearchDocument} variables={variables} />
        </Group>
        <MultiSelect
          label={t.kinds}
          placeholder={kinds.length === 0 ? t.all : ''}
          data={allKinds.map((k) => ({ value: k, label: words.kind(k) }))}
          value={kinds}
          onChange={choose}
          clearable
          searchable
        />
        {section && (
          <Anchor component={Link} href={listPath({ section: `专栏${section}` })}>
            {t.section(`专栏${section}`)}
          </Anchor>
        )}
        <Hits variables={variables} />
      </Stack>
    </Container>
  );
}
