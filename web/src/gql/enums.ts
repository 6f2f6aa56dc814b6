/** How sure a source is. 可信度 */
export type Certainty =
  /** High. 高 */
  | 'HIGH'
  /** Low, e.g. a list that was not re-checked. 低 */
  | 'LOW'
  /** Medium. 中 */
  | 'MEDIUM';

/** What may be known of an entity. 完整度的项目 */
export type CoveragePart =
  /** An identifier that others gave; of organizations and platforms. 外部编号 */
  | 'EXTERNAL_ID'
  /** A technology field that it is in. 领域 */
  | 'FIELD'
  /** An English name. 英文名 */
  | 'NAME_EN'
  /** A region or cluster that it lies in. 区域 */
  | 'REGION'
  /** A status; of platforms, clusters, projects and programmes. 建设状态 */
  | 'STATUS'
  /** A tie to another body: host, builder, reliance, link or cooperation. 联系 */
  | 'TIE';

/** What the fields of an entity that has a demand are taken from: the first of these that gives any. 领域来源 */
export type DemandBasis =
  /** Its disciplines. 其学科 */
  | 'DISCIPLINES'
  /** What it hosts, builds or runs. 其所建平台、下属机构和园区 */
  | 'HOLDINGS'
  /** The projects of its region, since nothing else is known: a rough guide. 所在区域的产业 */
  | 'HOME'
  /** Its name. 名称 */
  | 'NAME'
  /** The graph states them. 图谱载明 */
  | 'STATED';

/** Sense of a relation as seen from the near entity. 方向 */
export type Direction =
  /** From the far entity to the near one. 由对端指向近端 */
  | 'IN'
  /** From the near entity to the far one. 由近端指向对端 */
  | 'OUT';

/** What entities can be sorted by. 排序字段 */
export type EntityOrderField =
  /** By id. 编号 */
  | 'ID'
  /** By name, Chinese in pinyin order. 名称(拼音序) */
  | 'NAME';

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

/** What facets count by. 分面维度 */
export type FacetDimension =
  /** Certainty of the surest source. 可信度 */
  | 'CERTAINTY'
  /** Prefecture-level city that the entity lies in, at any depth. 市级区域 */
  | 'CITY'
  /** County or district that the entity lies in, at any depth. 县级区域 */
  | 'COUNTY'
  /** Source document. 来源文件 */
  | 'DOCUMENT'
  /** Technology field that the entity names. 技术领域 */
  | 'FIELD'
  /** Kind. 实体类型 */
  | 'KIND'
  /** Province or municipality that the entity lies in, at any depth. 省级区域 */
  | 'PROVINCE'
  /** Region that the entity names. 区域 */
  | 'REGION'
  /** Type of a relation from or to the entity. 关系类型 */
  | 'RELATION'
  /** Status. 建设状态 */
  | 'STATUS'
  /** Strength word of a discipline of the entity, e.g. A+. 学科强度 */
  | 'STRENGTH'
  /** Second-level technology field that the entity is in. 二级领域 */
  | 'SUB_FIELD'
  /** Top-level technology field that the entity is in. 一级领域 */
  | 'TOP_FIELD';

/** How fine the columns of a matrix are. 列的层级 */
export type GapColumns =
  /** Cities; a municipality without them as it is. 市级 */
  | 'CITY'
  /** Regions directly below the partner region. 省级 */
  | 'PROVINCE';

/** How bad a gap is, by the number of suppliers at home and in the partner region. 缺口程度 */
export type GapSeverity =
  /** More than few at home: no gap. 本地已有 */
  | 'COVERED'
  /** Few at home. 本地少 */
  | 'FEW'
  /** Nobody at home, more than few in the partner region. 本地没有，周边有 */
  | 'NEARBY'
  /** Nobody at home and nobody in the partner region. 两地都没有 */
  | 'NONE'
  /** Nobody at home, few in the partner region. 本地没有，周边也少 */
  | 'SCARCE'
  /** The graph does not tell what would supply it: not known, not a shortage. 无从判断 */
  | 'UNKNOWN';

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

/** What would have to be otherwise. 变化类型 */
export type MatchChangeKind =
  /** A branch in the home region. 设立分支机构 */
  | 'GAIN_BRANCH'
  /** A+ in its best discipline for that field. 学科升至 A+ */
  | 'GAIN_GRADE'
  /** One more platform in the field of most weight. 新承建平台 */
  | 'GAIN_PLATFORM'
  /** One more project of that field. 新参与项目 */
  | 'GAIN_PROJECT'
  /** One more reported tie with the home region. 新增合作 */
  | 'GAIN_TIE'
  /** The evidence does not hold. 依据不成立 */
  | 'LOSE'
  /** No single change would do. 单项变化不足 */
  | 'NO_SINGLE';

/** A part of a score. 评分项 */
export type MatchComponentName =
  /** How far the partner covers the needed fields. 领域契合 */
  | 'FIELD_FIT'
  /** Nearness, and a branch in the home region. 地域可达 */
  | 'REACH'
  /** Its best single ground: the grade of a discipline, or a platform in the field. 能力强度 */
  | 'STRENGTH'
  /** Ties with the asking body, its peers and the home region. 既有合作 */
  | 'TIES'
  /** Projects and plans of the fields that it takes part in or is named by. 相关业绩 */
  | 'TRACK_RECORD';

/** The kind of path along which evidence was found; the field may also be one just above or below the needed one. 依据类型 */
export type MatchGround =
  /** Field, a discipline that serves it, who is strong in that. 优势学科 */
  | 'DISCIPLINE'
  /** Any other body of the home region, its partner. 本地合作 */
  | 'HOME_TIE'
  /** Field, whom a plan names for it. 规划点名 */
  | 'NAMED'
  /** Field, who is in it itself. 本身从事 */
  | 'OWN_FIELD'
  /** Who asks, its partner, also over a third body. 需求方合作 */
  | 'OWN_TIE'
  /** A body of the home region in the field, its partner. 同行合作 */
  | 'PEER_TIE'
  /** Field, a platform in it, who hosts or builds that. 承建平台 */
  | 'PLATFORM'
  /** Field, a project, cluster or programme in it, who takes part in that. 参与项目 */
  | 'PROJECT';

/** What a reason is about. 理由类型 */
export type MatchReasonCode =
  /** It has a branch in the home region. 本地有分支机构 */
  | 'BRANCH'
  /** Against: strong in the field of most weight as a whole, but nothing on record names the matter itself. 具体方向待核实 */
  | 'BROAD_ONLY'
  /** A discipline that serves the field. 优势学科 */
  | 'DISCIPLINE'
  /** Against: far away, without a branch. 距离较远 */
  | 'FAR'
  /** It has a tie with another body of the home region. 本地合作 */
  | 'HOME_TIE'
  /** A plan names it for the field. 规划点名 */
  | 'NAMED'
  /** It is near. 距离较近 */
  | 'NEAR'
  /** Against: hardly anything on record for a needed field. 未覆盖部分需求 */
  | 'NOT_COVERING'
  /** Against: no tie with the home region. 尚无合作 */
  | 'NO_TIE'
  /** It is in the field itself. 本身从事 */
  | 'OWN_FIELD'
  /** It has a tie with who asks. 需求方合作 */
  | 'OWN_TIE'
  /** It has a tie with a body of the home region in the field. 同行合作 */
  | 'PEER_TIE'
  /** Against: all ties are only planned. 合作仅在规划中 */
  | 'PLANNED_TIES'
  /** A platform in the field. 承建平台 */
  | 'PLATFORM'
  /** It takes part in a project, cluster or programme of the field. 参与项目 */
  | 'PROJECT'
  /** Against: no reported tie is with who asks, or with a body of the home region in a needed field. 合作均在其他领域 */
  | 'TIES_ELSEWHERE'
  /** Against: all that is said of its fields, or the strongest of it, rests on lists that were not re-checked. 依据未复核 */
  | 'UNCHECKED'
  /** Against: no strong discipline and no platform in the field of most weight. 核心领域偏弱 */
  | 'WEAK_IN_CORE';

/** Which disciplines of a partner count more. 匹配策略 */
export type MatchStrategy =
  /** All alike. 均衡 */
  | 'BALANCED'
  /** Those that the home region lacks. 互补 */
  | 'COMPLEMENTARY'
  /** Those in which the home region is strong too. 相似 */
  | 'SIMILAR';

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

/** Why no entity is chosen for a name. 未选定的原因 */
export type NameDoubt =
  /** Several entities fit alike: a region or a kind may decide. 多个相符 */
  | 'AMBIGUOUS'
  /** The best match is not sure enough; its note says why. 不够确定 */
  | 'DOUBTFUL'
  /** There is no name in it. 空白 */
  | 'EMPTY'
  /** Nothing is like it. 未找到 */
  | 'NOT_FOUND'
  /** It belongs to the match, but is something of its own. 仅为其分支 */
  | 'ONLY_PART'
  /** It is, or may as well be, a body outside the graph. 库外单位 */
  | 'OUTSIDE'
  /** The text holds more than one name. 含多个名称 */
  | 'SEVERAL'
  /** Longer than any name. 过长 */
  | 'TOO_LONG';

/** How a name matched an entity. 匹配方式 */
export type NameMatchHow =
  /** Initials of the English name, as ECUST. 英文缩写 */
  | 'ACRONYM'
  /** A name on record beside the canonical one. 别名 */
  | 'ALIAS'
  /** A branch or campus of the entity that is not on record; part is true, and it is not chosen. 分支机构 */
  | 'BRANCH'
  /** A department of the entity, as 浙江大学化工学院; part is true. 内设部门 */
  | 'DEPARTMENT'
  /** The English name. 英文名 */
  | 'ENGLISH_NAME'
  /** A name that the entity had. 曾用名 */
  | 'FORMER_NAME'
  /** The entity as host, as in 依托浙江大学建设的…. 依托关系 */
  | 'HOST'
  /** The canonical name. 全称 */
  | 'NAME'
  /** What a source prints. 原文写法 */
  | 'PRINTED_NAME'
  /** A short form by rule, as 浙工大 for 浙江工业大学. 简称 */
  | 'SHORT_FORM'
  /** One character differs, as 淅江大学 for 浙江大学. 错一字 */
  | 'TYPO';

/** Why there is no path. 无路径的原因 */
export type NoPathReason =
  /** The filter bars every route. 被筛选条件排除 */
  | 'FILTERED_OUT'
  /** No route is short enough. 跳数内无路径 */
  | 'NO_ROUTE_WITHIN_HOPS'
  /** Nothing has one of the ids. 编号不存在 */
  | 'UNKNOWN_ID';

/** A part of the filter of paths. 路径筛选条件 */
export type PathFilterPart =
  /** filter.direction. 方向 */
  | 'DIRECTION'
  /** filter.kinds. 途经类型 */
  | 'KINDS'
  /** filter.minWeight. 最低权重 */
  | 'MIN_WEIGHT'
  /** filter.region. 途经区域 */
  | 'REGION'
  /** filter.relations. 关系类型 */
  | 'RELATIONS'
  /** filter.status or filter.excludeStatus. 建设状态 */
  | 'STATUS'
  /** throughHierarchy: false. 不经上级区域、领域、政策 */
  | 'THROUGH_HIERARCHY';

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

/** Sense of a sort order. 升降序 */
export type SortDirection =
  /** Ascending. 升序 */
  | 'ASC'
  /** Descending. 降序 */
  | 'DESC';

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

/** By which way a supplier reaches a need. 供给途径 */
export type SupplyRoute =
  /** The body is strong in a discipline that applies to the field. 优势学科支撑该领域 */
  | 'DISCIPLINE'
  /** The body is in the field. 单位属于该领域 */
  | 'FIELD'
  /** A source names the body as one to rely on, to build or to cooperate with. 来源点名的单位 */
  | 'NAMED'
  /** A platform in the field, or who hosts or builds it. 该领域的平台及其建设单位 */
  | 'PLATFORM'
  /** Who hosts or carries out another project in the field. 该领域其他项目的承担单位 */
  | 'PROJECT';
