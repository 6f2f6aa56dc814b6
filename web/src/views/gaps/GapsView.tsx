import { Button, Container, Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { GapGridDocument, type GapGridQuery, type GapGridQueryVariables, type GapSeverity } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { home, partnerRegion } from '../../shared/home';
import { Help } from '../../shared/help/Help';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import { Cell } from './Cell';
import { GapList } from './GapList';
import { Grid, Legend } from './Grid';
import { MatrixFiles } from './MatrixFiles';
import { chosenRows, filledColumns, groupsOf, orders, rowChoices, rowsOf } from './grid';
import { Summary } from './Summary';
import { allSeverities, needKinds } from './words';
import style from './GapsView.module.css';

const text = texts(
  {
    title: '供需缺口',
    what: '规划需要什么、本地和长三角谁能供给。点开任意一格可看需求、供给方、理由和来源。',
    view: '显示方式',
    matrix: '矩阵',
    list: '缺口清单',
    columns: '列',
    PROVINCE: '省级',
    CITY: '市级',
    rows: '领域',
    all: '全部领域',
    nohome: '本地没有供给的',
    nobody: '各列都没有供给的',
    wanted: '本地有需求的',
    order: '行的顺序',
    worst: '空白最多在前',
    field: '按领域分类',
    none: '没有这样的领域',
    how: '请在上方改选“全部领域”。',
    shown: (n: number, of: number) => `显示 ${n} 个领域，共 ${of} 个。`,
    hidden: (n: number) => `${n} 个区域既无需求也无供给，没有列出。`,
    showAll: '全部列出',
    cut: '有的条目关系太多，没有全部读到，数字可能偏低。',
  },
  {
    title: 'Gaps',
    what: 'What the plan needs, and who at home and in the Yangtze delta can supply it. Open a cell for needs, suppliers, reasons and sources.',
    view: 'Shown as',
    matrix: 'Matrix',
    list: 'List of gaps',
    columns: 'Columns',
    PROVINCE: 'Provinces',
    CITY: 'Cities',
    rows: 'Fields',
    all: 'All fields',
    nohome: 'Nobody at home',
    nobody: 'Nobody in any column',
    wanted: 'Wanted at home',
    order: 'Order of rows',
    worst: 'Emptiest first',
    field: 'Field by field',
    none: 'There is no such field',
    how: 'Choose “All fields” above.',
    shown: (n: number, of: number) => `${n} of ${of} fields. `,
    hidden: (n: number) => `${n} regions have neither demand nor supply and are left out.`,
    showAll: 'Show them',
    cut: 'Something has more relations than were read; the figures may be too low.',
  },
);

type Setter = (name: string, value: string) => void;

type MatrixProps = {
  data: GapGridQuery;
  variables: GapGridQueryVariables;
  parameters: URLSearchParams;
  set: Setter;
};

const orderOf = (parameters: URLSearchParams) => orders.find((o) => o === parameters.get('order')) ?? 'worst';

function MatrixOf({ data, variables, parameters, set }: MatrixProps) {
  const t = useTexts(text);
  const matrix = data.gapMatrix;
  const order = orderOf(parameters);
  const choice = rowChoices.find((c) => c === parameters.get('rows')) ?? 'all';
  const rows = chosenRows(rowsOf(data, order), choice);
  const filled = filledColumns(matrix);
  const shown = parameters.get('empty') ? matrix.columns.map((_, i) => i) : filled;
  const hidden = matrix.columns.length - shown.length;
  return (
    <>
      <Summary kind="TECHNOLOGY_FIELD" counts={data.gaps.bySeverity} />
      <Group gap="xs">
        <Text size="sm" c="dimmed" role="status">
          {rows.length < matrix.totalRows && t.shown(rows.length, matrix.totalRows)}
          {hidden > 0 && t.hidden(hidden)} {matrix.truncated && t.cut}
        </Text>
        {hidden > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              set('empty', '1');
            }}
          >
            {t.showAll}
          </Button>
        )}
      </Group>
      <Group justify="space-between" gap="xs">
        <Legend />
        {rows.length > 0 && (
          <MatrixFiles matrix={matrix} rows={rows} order={order} shown={shown} variables={variables} />
        )}
      </Group>
      {rows.length === 0 ? (
        <Empty title={t.none}>{t.how}</Empty>
      ) : (
        <Grid
          matrix={matrix}
          groups={groupsOf(rows, order)}
          shown={shown}
          onOpen={(field, region) => {
            set('cell', `${field},${region}`);
          }}
        />
      )}
    </>
  );
}

function MatrixPart({ parameters, set }: { parameters: URLSearchParams; set: Setter }) {
  const t = useTexts(text);
  const columns = parameters.get('columns') === 'CITY' ? 'CITY' : 'PROVINCE';
  const variables: GapGridQueryVariables = {
    filter: { home, partner: partnerRegion, kinds: ['TECHNOLOGY_FIELD'], severity: [...allSeverities] },
    columns,
    first: 100,
    sources: false,
  };
  const asked = useAsk(GapGridDocument, variables);
  const [field, region] = parameters.get('cell')?.split(',') ?? [];
  return (
    <>
      <Group align="flex-end">
        <SegmentedControl
          aria-label={t.columns}
          size="xs"
          data={[
            { value: 'PROVINCE', label: t.PROVINCE },
            { value: 'CITY', label: t.CITY },
          ]}
          value={columns}
          onChange={(c) => {
            set('columns', c === 'CITY' ? c : '');
          }}
        />
        <Select
          size="xs"
          aria-label={t.rows}
          data={rowChoices.map((c) => ({ value: c, label: t[c] }))}
          value={parameters.get('rows') ?? 'all'}
          allowDeselect={false}
          onChange={(c) => {
            set('rows', c === 'all' ? '' : (c ?? ''));
          }}
        />
        <SegmentedControl
          aria-label={t.order}
          size="xs"
          data={orders.map((o) => ({ value: o, label: t[o] }))}
          value={orderOf(parameters)}
          onChange={(o) => {
            set('order', o === 'worst' ? '' : o);
          }}
        />
        <Help term="GAP" />
        <Help term="DEMAND" />
        <QueryBehind question={GapGridDocument} variables={variables} />
      </Group>
      <Answer asked={asked}>
        {(data) => <MatrixOf data={data} variables={variables} parameters={parameters} set={set} />}
      </Answer>
      {field && region && (
        <Cell
          field={field}
          region={region}
          onClose={() => {
            set('cell', '');
          }}
        />
      )}
    </>
  );
}

const isSeverity = (s: string): s is GapSeverity => allSeverities.includes(s as GapSeverity);

export default function GapsView() {
  const t = useTexts(text);
  const [parameters, setParameters] = useSearchParams();
  const set: Setter = (name, value) => {
    setParameters((p) => {
      if (value) p.set(name, value);
      else p.delete(name);
      return p;
    });
  };
  const view = parameters.get('view') === 'list' ? 'list' : 'matrix';
  const severity = (parameters.get('severity') ?? 'NONE,SCARCE').split(',').filter(isSeverity);
  return (
    <Container fluid py="md" className={style.page ?? ''}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={1} size="h3">
              {t.title}
            </Title>
            <Text size="sm" c="dimmed">
              {t.what}
            </Text>
          </div>
          <SegmentedControl
            aria-label={t.view}
            data={[
              { value: 'matrix', label: t.matrix },
              { value: 'list', label: t.list },
            ]}
            value={view}
            onChange={(v) => {
              set('view', v === 'list' ? v : '');
            }}
          />
        </Group>
        {view === 'list' ? (
          <GapList
            kind={needKinds.find((k) => k === parameters.get('need')) ?? 'TECHNOLOGY_FIELD'}
            severity={severity}
            set={set}
          />
        ) : (
          <MatrixPart parameters={parameters} set={set} />
        )}
      </Stack>
    </Container>
  );
}
