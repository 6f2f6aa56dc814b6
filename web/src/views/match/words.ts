import type { MatchComponentName, MatchGround, MatchStrategy } from '../../gql/enums';
import { useLanguage } from '../../shared/i18n/language';

type Word = readonly [zh: string, en: string];

const components: Record<MatchComponentName, Word> = {
  FIELD_FIT: ['领域契合', 'Field fit'],
  STRENGTH: ['能力强度', 'Strength'],
  TIES: ['既有合作', 'Ties'],
  TRACK_RECORD: ['相关业绩', 'Track record'],
  REACH: ['地域可达', 'Reach'],
};

const meanings: Record<MatchComponentName, Word> = {
  FIELD_FIT: ['对所需领域的覆盖程度', 'how far it covers the needed fields'],
  STRENGTH: ['最强的单项依据：学科等级或领域内平台', 'its best single ground: a grade, or a platform in the field'],
  TIES: ['与需求方、同行和本地的合作', 'ties with who asks, its peers and the home region'],
  TRACK_RECORD: ['参与或被点名的领域项目与规划', 'projects and plans of the fields that it is in or named by'],
  REACH: ['距离远近，本地是否有分支机构', 'nearness, and a branch in the home region'],
};

const grounds: Record<MatchGround, Word> = {
  DISCIPLINE: ['优势学科', 'Discipline'],
  PLATFORM: ['承建平台', 'Platform'],
  OWN_FIELD: ['本身从事', 'Own field'],
  PROJECT: ['参与项目', 'Project'],
  NAMED: ['规划点名', 'Named by a plan'],
  OWN_TIE: ['需求方合作', 'Tie with who asks'],
  PEER_TIE: ['同行合作', 'Tie with a peer'],
  HOME_TIE: ['本地合作', 'Tie with the home region'],
};

const strategies: Record<MatchStrategy, Word> = {
  BALANCED: ['均衡', 'Balanced'],
  SIMILAR: ['相似', 'Similar'],
  COMPLEMENTARY: ['互补', 'Complementary'],
};

const aims: Record<MatchStrategy, Word> = {
  BALANCED: ['各学科一视同仁', 'all disciplines count alike'],
  SIMILAR: ['本地也强的学科更重，便于对话', 'disciplines in which home is strong too count more'],
  COMPLEMENTARY: ['本地所缺的学科更重，补短板', 'disciplines that home lacks count more'],
};

/** Words for the values that matching has, in the language that is shown. */
export function useMatchWords() {
  const { language } = useLanguage();
  const side = language === 'zh' ? 0 : 1;
  return {
    component: (c: MatchComponentName) => components[c][side],
    meaning: (c: MatchComponentName) => meanings[c][side],
    ground: (g: MatchGround) => grounds[g][side],
    strategy: (s: MatchStrategy) => strategies[s][side],
    aim: (s: MatchStrategy) => aims[s][side],
    sentence: (s: { zh: string; en: string }) => s[language],
  };
}

export const score = (value: number) => value.toFixed(3);
export const share = (value: number) => `${Math.round(value * 100)}%`;
