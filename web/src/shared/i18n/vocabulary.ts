import type { Certainty, Direction, Kind, Known, MatchedOn, Relation, Status } from '../../gql/enums';
import { useLanguage } from './language';
import type { Language } from './texts';

/** Chinese and English of one word. */
type Word = readonly [zh: string, en: string];

// The types demand a word for every value that the schema has.

const kinds: Record<Kind, Word> = {
  UNIVERSITY: ['高校', 'University'],
  RESEARCH_INSTITUTE: ['科研院所', 'Research institute'],
  ENTERPRISE: ['企业', 'Enterprise'],
  HOSPITAL: ['医院', 'Hospital'],
  AGENCY: ['政府机构', 'Agency'],
  ASSOCIATION: ['协会联盟', 'Association'],
  PLATFORM: ['创新平台', 'Platform'],
  INDUSTRY_CLUSTER: ['产业集群', 'Industry cluster'],
  KEY_PROJECT: ['重点项目', 'Key project'],
  TECHNOLOGY_FIELD: ['技术领域', 'Technology field'],
  DISCIPLINE: ['学科', 'Discipline'],
  REGION: ['区域', 'Region'],
  PROGRAMME: ['工程/计划/行动', 'Programme'],
  INDICATOR: ['指标', 'Indicator'],
  POLICY: ['政策/规划', 'Policy'],
};

const relations: Record<Relation, Word> = {
  LOCATED_IN: ['位于', 'Located in'],
  PART_OF: ['隶属', 'Part of'],
  IN_FIELD: ['所属领域', 'In field'],
  STRONG_IN: ['优势学科', 'Strong in'],
  APPLIES_TO: ['支撑领域', 'Applies to'],
  HOSTED_BY: ['建设/依托/牵头单位', 'Hosted by'],
  BUILT_BY: ['共建/承建', 'Built by'],
  RELIES_ON: ['依托', 'Relies on'],
  LINKS: ['联动/聚合', 'Links'],
  COOPERATES_WITH: ['联合', 'Cooperates with'],
  SUPPORTS: ['支持', 'Supports'],
  PROMOTES: ['推进建设', 'Promotes'],
  TARGETS: ['目标', 'Targets'],
  ISSUED_BY: ['发布', 'Issued by'],
  IMPLEMENTS: ['落实', 'Implements'],
};

/** The same relations read against their sense: what the far entity is to the near one. */
const incoming: Record<Relation, Word> = {
  LOCATED_IN: ['位于此处', 'Located here'],
  PART_OF: ['下属', 'Has part'],
  IN_FIELD: ['属于本领域', 'In this field'],
  STRONG_IN: ['以此为优势学科', 'Strong here'],
  APPLIES_TO: ['由学科支撑', 'Supported by discipline'],
  HOSTED_BY: ['建设/依托/牵头的', 'Hosts'],
  BUILT_BY: ['参与共建/承建的', 'Builds'],
  RELIES_ON: ['被依托于', 'Relied on by'],
  LINKS: ['被联动/聚合', 'Linked from'],
  COOPERATES_WITH: ['联合', 'Cooperates with'],
  SUPPORTS: ['获支持于', 'Supported by'],
  PROMOTES: ['由其推进建设', 'Promoted by'],
  TARGETS: ['由其设为目标', 'Target of'],
  ISSUED_BY: ['发布的', 'Issued'],
  IMPLEMENTS: ['由其落实', 'Implemented by'],
};

const statuses: Record<Status, Word> = {
  PLANNED: ['规划', 'Planned'],
  PROMOTED: ['推进', 'Promoted'],
  UNDER_CONSTRUCTION: ['在建', 'Under construction'],
  BUILT: ['建成', 'Built'],
  UPGRADED: ['升级', 'Upgraded'],
};

const knowns: Record<Known, Word> = {
  STATED: ['原文载明', 'Stated'],
  IMPLIED: ['推得', 'Implied'],
  CURATED: ['人工整理', 'Curated'],
};

const certainties: Record<Certainty, Word> = {
  HIGH: ['可信度高', 'High certainty'],
  MEDIUM: ['可信度中', 'Medium certainty'],
  LOW: ['可信度低', 'Low certainty'],
};

const strengths: Partial<Record<string, Word>> = {
  field_core: ['主要方向', 'a main direction'],
  national_key_lab: ['全国重点实验室', 'national key laboratory'],
};

const matches: Record<MatchedOn, Word> = {
  NAME: ['名称', 'name'],
  ENGLISH_NAME: ['英文名', 'English name'],
  ALIAS: ['别名', 'alias'],
  PRINTED_NAME: ['原文写法', 'as printed'],
  FORMER_NAME: ['曾用名', 'former name'],
  PREFIX: ['前缀', 'beginning'],
  PINYIN: ['拼音', 'pinyin'],
  PART: ['部分', 'part'],
  ABBREVIATION: ['缩略', 'abbreviation'],
  TOKENS: ['分词', 'words'],
};

export const allKinds = Object.keys(kinds) as Kind[];
export const allRelations = Object.keys(relations) as Relation[];
export const allStatuses = Object.keys(statuses) as Status[];

/** The words for the values of the schema, in the language that is shown. */
export const useVocabulary = () => vocabularyIn(useLanguage().language);

export function vocabularyIn(language: Language) {
  const side = language === 'zh' ? 0 : 1;
  return {
    kind: (k: Kind) => kinds[k][side],
    relation: (r: Relation, direction: Direction = 'OUT') => (direction === 'OUT' ? relations : incoming)[r][side],
    status: (s: Status) => statuses[s][side],
    known: (k: Known) => knowns[k][side],
    certainty: (c: Certainty) => certainties[c][side],
    matchedOn: (m: MatchedOn) => matches[m][side],
    /** A strength word; those that are not words of either language have one here. */
    strength: (word: string | null) => (word === null ? null : (strengths[word]?.[side] ?? word)),
  };
}

export type Vocabulary = ReturnType<typeof useVocabulary>;
