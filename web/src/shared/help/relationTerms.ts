import type { Relation } from '../../gql/enums';
import type { Explained } from './terms';

/** What each relation says, read from the first entity to the second. */
export const relationTerms: Record<Relation, Explained> = {
  LOCATED_IN: ['位于某区域，或某集群、园区之内。', 'Lies in a region, a cluster or a park.'],
  PART_OF: [
    '是同类中某一个的组成部分：县属于市，学院属于大学，子领域属于领域。',
    'Is a part of another of its family: county of city, school of university, field of field.',
  ],
  IN_FIELD: ['属于某个技术领域；说的是方向，不说水平。', 'Works in a field: its direction, not its rank.'],
  STRONG_IN: [
    '某学科是该校或该所的优势，附评价，如双一流、A+、国家重点实验室。',
    'Is strong in a discipline, with a grade: 双一流, A+, national key laboratory.',
  ],
  APPLIES_TO: ['学科支撑某技术领域，权重在 0 与 1 之间。', 'A discipline serves a field, with a weight up to 1.'],
  HOSTED_BY: ['由某单位建设、牵头，或以其为依托单位。', 'Is built, led or hosted by an organization.'],
  BUILT_BY: ['由某单位参与共建或承建。', 'An organization shares in building it or carries it out.'],
  RELIES_ON: [
    '依托：规划写明集群、领域、平台或项目的发展要倚靠的单位或平台。例如“依托临沂大学”。',
    'A plan names the body or platform on which a cluster, field, platform or project is to rest.',
  ],
  LINKS: [
    '联动、聚合：集群与其他集群、区域、单位的呼应。',
    'A cluster acts together with clusters, regions or bodies.',
  ],
  COOPERATES_WITH: [
    '联合：双方合作，可有年份；只写在规划里的标为“规划”。',
    'The two cooperate, perhaps since a year; one that is only intended is marked as planned.',
  ],
  SUPPORTS: ['政策或工程支持它。', 'A policy or programme supports it.'],
  PROMOTES: ['政策或工程推进它的建设。', 'A policy or programme pushes it to be built.'],
  TARGETS: ['规划或工程为指标设定的目标值。', 'A plan or programme sets the target of an indicator.'],
  ISSUED_BY: ['发布该政策的机构。', 'The agency that issued the policy.'],
  IMPLEMENTS: ['单位或集群落实某项政策。', 'An organization or cluster carries out a policy.'],
};
