import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ListQuery } from '../../gql/graphql';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { SafeLink } from '../../shared/ui/SafeLink';

export type Row = ListQuery['entities']['nodes'][number];

export const columnText = texts(
  {
    name: '名称',
    kind: '类型',
    region: '区域',
    fields: '领域',
    status: '状态',
    statusDate: '状态日期',
    source: '来源',
    nameEn: '英文名',
    aliases: '别名、简称',
    id: '编号',
  },
  {
    name: 'Name',
    kind: 'Kind',
    region: 'Region',
    fields: 'Fields',
    status: 'Status',
    statusDate: 'Status date',
    source: 'Source',
    nameEn: 'English name',
    aliases: 'Other names',
    id: 'Id',
  },
);

/** Columns beside the name, in their order. */
export const columns = [
  'kind',
  'region',
  'fields',
  'status',
  'statusDate',
  'source',
  'nameEn',
  'aliases',
  'id',
] as const;
export type Column = (typeof columns)[number];
const usual: Column[] = ['kind', 'region', 'fields', 'status', 'source'];

export const readColumns = (written: string | null): Column[] =>
  written === null ? usual : columns.filter((c) => written.split(',').includes(c));

/** Columns for the address; the usual ones need no word there, no column at all is "-". */
export const writeColumns = (chosen: Column[]): string => (chosen.join() === usual.join() ? '' : chosen.join() || '-');

function Source({ row }: { row: Row }) {
  const words = useVocabulary();
  const [source] = row.sources;
  if (!source) return null;
  const further = row.sources.length - 1;
  return (
    <span title={`${words.known(source.known)} · ${words.certainty(source.certainty)}`}>
      {source.document && <SafeLink url={source.document.url}>{source.document.title}</SafeLink>}
      {source.locator && ` ${source.locator}`}
      {further > 0 && ` +${further}`}
    </span>
  );
}

/** What stands in a cell. */
export function useCell(): (column: Column, row: Row) => ReactNode {
  const words = useVocabulary();
  const nameOf = useNames();
  return (column, row) => {
    switch (column) {
      case 'kind':
        return words.kind(row.kind);
      case 'region':
        return row.region && nameOf(row.region);
      case 'fields':
        return row.fields.map(nameOf).join('、');
      case 'status':
        return (
          row.status && (
            <Badge size="sm" variant="light" miw="max-content">
              {words.status(row.status)}
            </Badge>
          )
        );
      case 'statusDate':
        return row.statusDate;
      case 'source':
        return <Source row={row} />;
      case 'nameEn':
        return row.nameEn;
      case 'aliases':
        return row.aliases.join('、');
      case 'id':
        return row.id;
    }
  };
}
