import type { GapSeverity, SupplyRoute } from '../../gql/enums';
import { texts } from '../../shared/i18n/texts';

/** The worst first, as the API orders gaps. */
export const allSeverities = ['NONE', 'SCARCE', 'NEARBY', 'FEW', 'COVERED', 'UNKNOWN'] as const satisfies GapSeverity[];

export const needKinds = ['TECHNOLOGY_FIELD', 'KEY_PROJECT', 'INDUSTRY_CLUSTER'] as const;
export type NeedKind = (typeof needKinds)[number];

export const severityText = texts<Record<GapSeverity, string>>(
  {
    NONE: '两地都没有',
    SCARCE: '本地没有，周边也少',
    NEARBY: '本地没有，周边有',
    FEW: '本地少',
    COVERED: '本地已有',
    UNKNOWN: '无从判断',
  },
  {
    NONE: 'Nobody in either',
    SCARCE: 'None here, few near by',
    NEARBY: 'None here, some near by',
    FEW: 'Few here',
    COVERED: 'Covered here',
    UNKNOWN: 'Cannot be told',
  },
);

export const routeText = texts<Record<SupplyRoute, string>>(
  {
    FIELD: '以该领域为方向',
    DISCIPLINE: '优势学科支撑',
    PLATFORM: '建有该领域平台',
    PROJECT: '承担该领域项目',
    NAMED: '来源点名',
  },
  {
    FIELD: 'works in the field',
    DISCIPLINE: 'strong discipline',
    PLATFORM: 'has a platform',
    PROJECT: 'carries out a project',
    NAMED: 'named by a source',
  },
);
