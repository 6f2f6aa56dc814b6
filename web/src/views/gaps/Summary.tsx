import { Text } from '@mantine/core';
import type { GapSeverity } from '../../gql/enums';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import type { NeedKind } from './words';

type Figures = Record<GapSeverity, number>;

const text = texts(
  {
    TECHNOLOGY_FIELD: '领域',
    KEY_PROJECT: '项目',
    INDUSTRY_CLUSTER: '集群',
    none: (what: string, total: number, n: Figures) =>
      `${total} 个${what}中，${n.NONE + n.SCARCE + n.NEARBY} 个本地没有合作方：其中 ${n.NONE} 个长三角也没有，${n.SCARCE} 个长三角很少，${n.NEARBY} 个长三角有。`,
    unknown: (n: number) => `另有 ${n} 个无从判断。`,
  },
  {
    TECHNOLOGY_FIELD: 'fields',
    KEY_PROJECT: 'projects',
    INDUSTRY_CLUSTER: 'clusters',
    none: (what: string, total: number, n: Figures) =>
      `${n.NONE + n.SCARCE + n.NEARBY} of ${total} ${what} have no partner at home: ${n.NONE} none in the Yangtze delta either, ${n.SCARCE} few there, ${n.NEARBY} some there. `,
    unknown: (n: number) => `${n} cannot be told.`,
  },
);

type Props = { kind: NeedKind; counts: readonly { severity: GapSeverity; count: number }[] };

/** How many have no partner, and where. */
export function Summary({ kind, counts }: Props) {
  const t = useTexts(text);
  const n: Figures = { NONE: 0, SCARCE: 0, NEARBY: 0, FEW: 0, COVERED: 0, UNKNOWN: 0 };
  for (const { severity, count } of counts) n[severity] = count;
  const total = Object.values(n).reduce((sum, x) => sum + x, 0);
  return (
    <Text role="status">
      {t.none(t[kind], total, n)}
      {n.UNKNOWN > 0 && t.unknown(n.UNKNOWN)}
    </Text>
  );
}
