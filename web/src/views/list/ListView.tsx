import { Button, Group, Menu, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { ListDocument, type EntityOrder, type ListQuery, type ListQueryVariables } from '../../gql/graphql';
import { usePages, type Page } from '../../shared/api/usePages';
import { ExportButtons } from '../../shared/export/ExportButtons';
import { Chips } from '../../shared/filter/Chips';
import { entityFilter, mapPath } from '../../shared/filter/filter';
import { useFilter } from '../../shared/filter/useFilter';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { More } from '../../shared/ui/More';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import { columns, columnText, readColumns, writeColumns, type Column, type Row } from './columns';
import { useListBook } from './exported';
import { Facets, readLevels } from './Facets';
import { ListTable } from './ListTable';
import style from './ListView.module.css';

const text = texts(
  {
    title: '列表',
    what: '全部实体。可同时按多个分面筛选；网址即当前结果，可直接发给同事。',
    name: '按名称筛选',
    hint: '名称、简称、拼音或英文',
    columns: '选择列',
    map: '在地图上看',
    none: '没有符合条件的条目',
    how: '请取消上方的某个筛选条件。',
  },
  {
    title: 'Lists',
    what: 'All entities. Use several facets at once; the address is the result, so send it as a link.',
    name: 'Filter by name',
    hint: 'Name, pinyin or English',
    columns: 'Columns',
    map: 'Show on the map',
    none: 'Nothing fits this filter',
    how: 'Take away one of its parts above.',
  },
);

const read = ({ entities }: ListQuery): Page<Row> => ({
  rows: entities.nodes,
  total: entities.totalCount,
  hasNext: entities.pageInfo.hasNextPage,
  end: entities.pageInfo.endCursor,
});

function readOrder(written: string | null): EntityOrder {
  const [field, direction] = (written ?? '').split('.');
  return { field: field === 'ID' ? 'ID' : 'NAME', direction: direction === 'DESC' ? 'DESC' : 'ASC' };
}

function ColumnChoice({ chosen, onChange }: { chosen: Column[]; onChange: (chosen: Column[]) => void }) {
  const t = useTexts(text);
  const words = useTexts(columnText);
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <Button size="xs" variant="default">
          {t.columns}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map((c) => {
          const on = chosen.includes(c);
          return (
            <Menu.CheckboxItem
              key={c}
              checked={on}
              onChange={() => {
                onChange(columns.filter((x) => (x === c ? !on : chosen.includes(x))));
              }}
            >
              {words[c]}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Filters by name while somebody types; the address changes when they pause. */
function NameFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTexts(text);
  const [typed, setTyped] = useState(value);
  const [own, setOwn] = useState(value);
  const later = useDebouncedCallback((q: string) => {
    setOwn(q);
    onChange(q);
  }, 300);
  if (value !== own) {
    // Changed from outside: a chip, the way back.
    setOwn(value);
    setTyped(value);
  }
  return (
    <TextInput
      label={t.name}
      placeholder={t.hint}
      value={typed}
      w="16rem"
      onChange={(e) => {
        setTyped(e.currentTarget.value);
        later(e.currentTarget.value.trim());
      }}
    />
  );
}

export default function ListView() {
  const t = useTexts(text);
  const { filter, change, parameters, set } = useFilter();
  const order = readOrder(parameters.get('sort'));
  const chosen = readColumns(parameters.get('cols'));
  const variables: ListQueryVariables = { filter: entityFilter(filter), orderBy: order, first: 25, after: null };
  const pages = usePages(ListDocument, variables, read);
  const collect = useListBook(variables);
  return (
    <div className={style.page}>
      <aside className={style.side}>
        <Facets filter={filter} by={readLevels(parameters)} change={change} set={set} />
      </aside>
      <div className={style.body}>
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={1} size="h3">
              {t.title}
            </Title>
            <Text size="sm" c="dimmed">
              {t.what}
            </Text>
          </div>
          <QueryBehind question={ListDocument} variables={variables} />
        </Group>
        <Group align="flex-end" justify="space-between">
          <NameFilter
            value={filter.text}
            onChange={(q) => {
              change({ text: q });
            }}
          />
          <Group gap="xs">
            <ExportButtons what={t.title} collect={collect} />
            <Button size="xs" variant="default" component={Link} href={mapPath(filter)}>
              {t.map}
            </Button>
            <ColumnChoice
              chosen={chosen}
              onChange={(c) => {
                set('cols', writeColumns(c));
              }}
            />
          </Group>
        </Group>
        <Chips filter={filter} change={change} />
        <Answer asked={pages.asked}>
          {() =>
            pages.rows.length === 0 ? (
              <Empty title={t.none}>{t.how}</Empty>
            ) : (
              <>
                <ListTable
                  rows={pages.rows}
                  chosen={chosen}
                  order={order}
                  onOrder={({ field, direction }) => {
                    set(
                      'sort',
                      field === 'NAME' && direction === 'ASC' ? '' : `${field ?? 'NAME'}.${direction ?? 'ASC'}`,
                    );
                  }}
                />
                <More pages={pages} />
              </>
            )
          }
        </Answer>
      </div>
    </div>
  );
}
