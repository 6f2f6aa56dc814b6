/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Sense of a relation as seen from the near entity. 方向 */
export type Direction =
  /** From the far entity to the near one. 由对端指向近端 */
  | 'IN'
  /** From the near entity to the far one. 由近端指向对端 */
  | 'OUT';

/** Restricts entities; all given parts must hold. A list of no values matches nothing. 实体筛选条件 */
export type EntityFilter = {
  /** With a source in this document. 来源文件 */
  document?: string | number | null | undefined;
  /** In any of these fields or below them. 领域(含下级) */
  fields?: Array<string | number> | null | undefined;
  /** One of these. 编号 */
  ids?: Array<string | number> | null | undefined;
  /** Of one of these kinds. 实体类型 */
  kinds?: Array<Kind> | null | undefined;
  /** What matches this is left out. 排除 */
  not?: EntityFilter | null | undefined;
  /** With these properties. 属性 */
  properties?: Array<PropertyFilter> | null | undefined;
  /** In this region or anything below it. 区域(含下级) */
  region?: string | number | null | undefined;
  /** With these relations. 关联 */
  related?: Array<RelatedFilter> | null | undefined;
  /** With a source in this section, e.g. 专栏10 or 六.7. 章节 */
  section?: string | null | undefined;
  /** With one of these statuses. 建设状态 */
  status?: Array<Status> | null | undefined;
  /** Found by this text, as search finds it. 文字 */
  text?: string | null | undefined;
};

/** What an entity is. 实体类型 */
export type Kind =
  /** Government agency. 政府机构 */
  | 'AGENCY'
  /** Association or alliance. 协会联盟 */
  | 'ASSOCIATION'
  /** Discipline. 学科 */
  | 'DISCIPLINE'
  /** Enterprise. 企业 */
  | 'ENTERPRISE'
  /** Hospital. 医院 */
  | 'HOSPITAL'
  /** Indicator. 指标 */
  | 'INDICATOR'
  /** Industry cluster. 产业集群 */
  | 'INDUSTRY_CLUSTER'
  /** Key project. 重点项目 */
  | 'KEY_PROJECT'
  /** Innovation platform. 创新平台 */
  | 'PLATFORM'
  /** Policy or plan. 政策/规划 */
  | 'POLICY'
  /** Programme, scheme or action. 工程/计划/行动 */
  | 'PROGRAMME'
  /** Region. 区域 */
  | 'REGION'
  /** Research institute. 科研院所 */
  | 'RESEARCH_INSTITUTE'
  /** Technology field. 技术领域 */
  | 'TECHNOLOGY_FIELD'
  /** University. 高校 */
  | 'UNIVERSITY';

/** How a search hit was found. 命中方式 */
export type MatchedOn =
  /** The text abbreviates a name, as 浙大 for 浙江大学. 缩略 */
  | 'ABBREVIATION'
  /** Whole alias. 别名 */
  | 'ALIAS'
  /** Whole English name. 英文名 */
  | 'ENGLISH_NAME'
  /** Whole former name. 曾用名 */
  | 'FORMER_NAME'
  /** Whole canonical name. 名称 */
  | 'NAME'
  /** The text stands inside a name. 部分 */
  | 'PART'
  /** A name reads like the text. 拼音 */
  | 'PINYIN'
  /** A name begins with the text. 前缀 */
  | 'PREFIX'
  /** Whole name as a source prints it. 原文写法 */
  | 'PRINTED_NAME'
  /** Everything asked for is there, in some order. 分词 */
  | 'TOKENS';

/** Matches entities whose property has one of the values. 属性条件 */
export type PropertyFilter = {
  /** Column name of the property, e.g. group, category, level, tags. 属性名 */
  name: string;
  /** One of these values; any value when left out. 取值 */
  values?: Array<string> | null | undefined;
};

/** Matches entities with at least one such relation. 关联条件 */
export type RelatedFilter = {
  /** Sense as seen from the filtered entity; either when left out. 方向 */
  direction?: Direction | null | undefined;
  /** Type of the relation. 关系类型 */
  relation: Relation;
  /** To one of these; any when left out. 对端编号 */
  to?: Array<string | number> | null | undefined;
  /** To an entity that matches. 对端条件 */
  where?: EntityFilter | null | undefined;
};

/** How two entities are related, read from → to. 关系类型 */
export type Relation =
  /** Discipline that applies to a field. 支撑领域 */
  | 'APPLIES_TO'
  /** Is built or carried out by. 共建/承建 */
  | 'BUILT_BY'
  /** Cooperates with, in both senses. 联合 */
  | 'COOPERATES_WITH'
  /** Is hosted or led by. 建设/依托/牵头单位 */
  | 'HOSTED_BY'
  /** Carries out. 落实 */
  | 'IMPLEMENTS'
  /** Is in a technology field. 所属领域 */
  | 'IN_FIELD'
  /** Was issued by. 发布 */
  | 'ISSUED_BY'
  /** Links or gathers. 联动/聚合 */
  | 'LINKS'
  /** Lies in a region or cluster. 位于 */
  | 'LOCATED_IN'
  /** Is a part of. 隶属 */
  | 'PART_OF'
  /** Pushes to be built. 推进建设 */
  | 'PROMOTES'
  /** Relies on. 依托 */
  | 'RELIES_ON'
  /** Is strong in a discipline. 优势学科 */
  | 'STRONG_IN'
  /** Supports. 支持 */
  | 'SUPPORTS'
  /** Sets a target. 目标 */
  | 'TARGETS';

/** How far something is; planned and real are kept apart. 建设状态 */
export type Status =
  /** Built. 建成 */
  | 'BUILT'
  /** Planned. 规划 */
  | 'PLANNED'
  /** Being pushed. 推进 */
  | 'PROMOTED'
  /** Under construction. 在建 */
  | 'UNDER_CONSTRUCTION'
  /** Being upgraded. 升级 */
  | 'UPGRADED';

export type SuggestQueryVariables = Exact<{
  prefix: string;
  first: number;
}>;


export type SuggestQuery = { suggest: Array<{ matchedName: string, matchedOn: MatchedOn, hint: string, highlights: Array<{ start: number, end: number }>, entity:
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
      | { id: string, kind: Kind, name: string, nameEn: string | null, region: { id: string, name: string, nameEn: string | null } | null }
     }> };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { statistics: { entities: number, relations: number, documents: number, byKind: Array<{ kind: Kind, count: number }> }, generation: { number: number, loadedAt: string | null } };

export type SearchQueryVariables = Exact<{
  text: string;
  filter?: EntityFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, truncated: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ matched: string, matchedOn: MatchedOn, highlights: Array<{ start: number, end: number }>, node:
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
        | { id: string, kind: Kind, name: string, nameEn: string | null, status: Status | null, region: { id: string, name: string, nameEn: string | null } | null, fields: Array<{ id: string, name: string, nameEn: string | null }> }
       }> } };


export const SuggestDocument = {"__meta__":{"documentId":"sha256:4ee70d4fc2038b4c90cbc2b7863f47d31569bae1c5c37e489e8b9bade0e324ec"}} as unknown as DocumentNode<SuggestQuery, SuggestQueryVariables>;
export const HomeDocument = {"__meta__":{"documentId":"sha256:7a2f94fde74c8dcc8b2a0032d198ca2e097f899f9b7c43cf5fb9a9c3b5158a47"}} as unknown as DocumentNode<HomeQuery, HomeQueryVariables>;
export const SearchDocument = {"__meta__":{"documentId":"sha256:549ed31db7f24c65c832d8f3af86a438ad4668869c3f7c4b9ec44826ad51053a"}} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;