import type { Kind } from '../../gql/enums';
import type { Explained } from './terms';

/** What each kind is. */
export const kindTerms: Record<Kind, Explained> = {
  UNIVERSITY: ['大学与学院。', 'A university or college.'],
  RESEARCH_INSTITUTE: [
    '有独立法人、从事研究的单位；名单里称作平台的，只要自己是法人，也归此类。',
    'A research body with a legal person of its own, also where a list calls it a platform.',
  ],
  ENTERPRISE: ['公司和其他企业。', 'A company.'],
  HOSPITAL: ['医院；能承担临床研究的合作方。', 'A hospital; a partner for clinical research.'],
  AGENCY: ['政府部门和园区管委会等管理机构。', 'A government body, also the administration of a park.'],
  ASSOCIATION: ['协会、学会、产业联盟。', 'An association, society or alliance.'],
  PLATFORM: [
    '实验室、创新中心、孵化器、公共服务平台、技术转移机构、共享设施。',
    'A laboratory, innovation centre, incubator, public service, transfer agency or shared facility.',
  ],
  INDUSTRY_CLUSTER: [
    '产业集群、基地、园区、走廊；指地方本身，管理它的机构另算政府机构。',
    'A cluster, base, park or corridor: the place; who administers it is an agency.',
  ],
  KEY_PROJECT: ['规划专栏中列出的重点项目。', 'A key project that a plan lists.'],
  TECHNOLOGY_FIELD: [
    '两级的技术领域分类；选中一级领域即包括其下全部二级领域。',
    'A field of a taxonomy of two levels; a top field holds all below it.',
  ],
  DISCIPLINE: ['国家学科目录中的学科。', 'A discipline of the national catalogue.'],
  REGION: [
    '国家行政区划（省、市、县）以及长三角等有名称的区域。',
    'A province, city or county of the national code, or a named region such as the Yangtze delta.',
  ],
  PROGRAMME: ['规划提出的工程、计划、行动。', 'A programme, scheme or action that a plan sets out.'],
  INDICATOR: ['规划的指标，有基期值和目标值。', 'An indicator of a plan, with a base and a target.'],
  POLICY: ['政策文件和规划本身。', 'A policy or a plan.'],
};
