import type { Explained } from './terms';

/** Words of the surface beside kinds and relations: their name and what they mean. */
export const otherTerms = {
  STATUS: {
    name: ['状态', 'Status'],
    what: [
      '建设到哪一步：规划、推进、在建、建成、升级，连同已知的日期。“未知”指来源没有说，不是没有建。',
      'How far it is: planned, promoted, under construction, built, upgraded, with a date. “Unknown”: no source says; it may well be there.',
    ],
  },
  SOURCE: {
    name: ['来源', 'Source'],
    what: [
      '这句话出自哪份文件的哪一处，如“专栏5.2（3）”指专栏 5 第 2 组第 3 项。没有来源的关系不会收录。',
      'Which document says so, and where: 专栏5.2（3） is item 3 of group 2 in box 5. Nothing is taken in without one.',
    ],
  },
  KNOWN: {
    name: ['依据', 'How known'],
    what: [
      '原文载明：文件直接写出；推得：由名称或版式读出；人工整理：编制者的判断，用前应核对。',
      'Stated: the document says it; implied: read off a name or layout; curated: a compiler’s judgement, to be checked.',
    ],
  },
  CERTAINTY: {
    name: ['可信度', 'Certainty'],
    what: [
      '按最可靠的来源分高、中、低三档；低的多为没有复核过的名单。',
      'High, medium or low, by the surest source; low is mostly a list that nobody checked again.',
    ],
  },
  FACET: {
    name: ['分面', 'Facet'],
    what: [
      '按一个方面清点列表，如类型、区域。数字是“再选它会剩多少”，各分面可同时使用。',
      'Counts the list by one aspect, such as kind or region: how many are left if you choose it. Several work together.',
    ],
  },
  UNKNOWN: {
    name: ['未知', 'Unknown'],
    what: [
      '图谱没有登记这一项的条目，单独计数，不并入任何一类。',
      'What the graph has no value for; it is counted apart and never put under another value.',
    ],
  },
  GAP: {
    name: ['缺口', 'Gap'],
    what: [
      '规划有需求，而本地、长三角没有或很少有单位能供给。',
      'A need of the plan that nobody, or few, at home and in the Yangtze delta can supply.',
    ],
  },
  SEVERITY: {
    name: ['缺口程度', 'Severity'],
    what: [
      '两地都没有；本地没有，周边也少（不多于 10）；本地没有，周边有；本地少（不多于 3）；本地已有；无从判断（缺数据，不等于缺伙伴）。',
      'Nobody in either; none here and few near by (up to 10); none here but some near by; few here (up to 3); covered; cannot be told (data are missing, not partners).',
    ],
  },
  STRENGTH: {
    name: ['强度', 'Strength'],
    what: [
      '供给方与需求之间最好的一条路径上各权重之积，0 到 1；达到 0.5 才计入供给。',
      'The product of the weights on the best path from the need to the supplier, 0 to 1; 0.5 and more counts as supply.',
    ],
  },
  DEMAND: {
    name: ['需求', 'Demand'],
    what: ['该领域（含下级）中的重点项目和产业集群的个数。', 'The key projects and clusters in the field or below it.'],
  },
  DELTA: {
    name: ['长三角', 'Yangtze delta'],
    what: ['上海市、江苏省、浙江省、安徽省。', 'Shanghai, Jiangsu, Zhejiang and Anhui.'],
  },
  CONTRADICTED: {
    name: ['说法不一', 'Contradictory'],
    what: [
      '几处来源的数值不同；全部保留并注明出处，由您判断。',
      'Sources give different values; all are kept with their places, for you to judge.',
    ],
  },
} as const satisfies Record<string, { name: Explained; what: Explained }>;
