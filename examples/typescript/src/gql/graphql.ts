/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How sure a source is. 可信度 */
export type Certainty =
  /** High. 高 */
  | 'HIGH'
  /** Low, e.g. a list that was not re-checked. 低 */
  | 'LOW'
  /** Medium. 中 */
  | 'MEDIUM';

/** Sense of a relation as seen from the near entity. 方向 */
export type Direction =
  /** From the far entity to the near one. 由对端指向近端 */
  | 'IN'
  /** From the near entity to the far one. 由近端指向对端 */
  | 'OUT';

/** Value of extensions.code of an error; the list is closed. 错误代码 */
export type ErrorCode =
  /** The document has too many aliases. 别名过多 */
  | 'ALIAS_LIMIT'
  /** An argument or request that makes no sense. 参数有误 */
  | 'BAD_INPUT'
  /** A load is changing the graph: try again when it is done. 正在载入 */
  | 'BUSY'
  /** The document asks for too much. 复杂度过高 */
  | 'COMPLEXITY_LIMIT'
  /** The document is nested too deep. 嵌套过深 */
  | 'DEPTH_LIMIT'
  /** Only trusted documents run here: send a documentId. 仅限受信文档 */
  | 'DOCUMENTS_ONLY'
  /** The credentials hold, but do not allow this. 无权限 */
  | 'FORBIDDEN'
  /** The document is not GraphQL. 语法错误 */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document or its variables do not fit the schema. 校验失败 */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** Our fault; the request id is in extensions.requestId. 内部错误 */
  | 'INTERNAL'
  /** Not a cursor, or one of another list. 游标无效 */
  | 'INVALID_CURSOR'
  /** Tables that break a rule; not given by queries. 数据有误 */
  | 'INVALID_DATA'
  /** An argument asks for more than the server takes on. 超出限制 */
  | 'LIMIT_EXCEEDED'
  /** This mode cannot do it. 不支持 */
  | 'NOT_SUPPORTED'
  /** Too many requests are being answered: try again after the seconds in Retry-After. 服务繁忙 */
  | 'OVERLOADED'
  /** No query is registered by this hash: send the query along once. 未登记查询 */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** This client asks too often: try again after the seconds in Retry-After. 请求过频 */
  | 'RATE_LIMITED'
  /** The answer is larger than the server sends: ask for less. 响应过大 */
  | 'RESPONSE_LIMIT'
  /** The data changed since the cursor was given: start again from the first page. 游标过期 */
  | 'STALE_CURSOR'
  /** The time bound was hit. 超时 */
  | 'TIMEOUT'
  /** The document has too many tokens. 词元过多 */
  | 'TOKEN_LIMIT'
  /** Credentials are missing or were refused. 未认证 */
  | 'UNAUTHENTICATED'
  /** The store does not answer: try again later. 服务不可用 */
  | 'UNAVAILABLE'
  /** No trusted document has this documentId: is it in the manifest of the server? 未知文档 */
  | 'UNKNOWN_DOCUMENT'
  /** Nothing has this id. 编号不存在 */
  | 'UNKNOWN_ID';

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

/** How a statement is known. 依据 */
export type Known =
  /** A compiler's judgement. 人工整理 */
  | 'CURATED'
  /** Read off a name or a layout. 推得 */
  | 'IMPLIED'
  /** The source says it. 原文载明 */
  | 'STATED';

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
}>;


export type SuggestQuery = { suggest: Array<{ hint: string, matchedName: string, entity:
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
      | { id: string, name: string, kind: Kind }
     }> };

export type EntityWithTiesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type EntityWithTiesQuery = { node:
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { id: string }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
    | { name: string, nameEn: string | null, kind: Kind, status: Status | null, id: string, region: { id: string, name: string } | null, relations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ relation: Relation, direction: Direction, strength: string | null, year: number | null, status: Status | null, node:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
          , sources: Array<{ locator: string | null, known: Known, certainty: Certainty, document: { id: string, title: string, url: string | null } | null }> }> } }
   | null };

export type WordsQueryVariables = Exact<{ [key: string]: never; }>;


export type WordsQuery = { serviceConfig: { errorCodes: Array<ErrorCode>, kinds: Array<{ kind: Kind, chinese: string }>, relations: Array<{ relation: Relation, chinese: string }> } };

export type PlatformsOfARegionQueryVariables = Exact<{
  region: string | number;
  after?: string | null | undefined;
}>;


export type PlatformsOfARegionQuery = { entities: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
    > } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const SuggestDocument = new TypedDocumentString(`
    query Suggest($prefix: String!) {
  suggest(prefix: $prefix, first: 8) {
    hint
    matchedName
    entity {
      id
      name
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const EntityWithTiesDocument = new TypedDocumentString(`
    query EntityWithTies($id: ID!, $after: String) {
  node(id: $id) {
    id
    ... on Entity {
      name
      nameEn
      kind
      status
      region {
        id
        name
      }
      relations(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          relation
          direction
          strength
          year
          status
          node {
            id
            name
          }
          sources {
            locator
            known
            certainty
            document {
              id
              title
              url
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityWithTiesQuery, EntityWithTiesQueryVariables>;
export const WordsDocument = new TypedDocumentString(`
    query Words {
  serviceConfig {
    errorCodes
    kinds {
      kind
      chinese
    }
    relations {
      relation
      chinese
    }
  }
}
    `) as unknown as TypedDocumentString<WordsQuery, WordsQueryVariables>;
export const PlatformsOfARegionDocument = new TypedDocumentString(`
    query PlatformsOfARegion($region: ID!, $after: String) {
  entities(filter: {kinds: [PLATFORM], region: $region}, first: 25, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PlatformsOfARegionQuery, PlatformsOfARegionQueryVariables>;