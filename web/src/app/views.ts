import { lazy, type ComponentType } from 'react';
import { texts } from '../shared/i18n/texts';
import { searchRoute } from '../shared/paths';

const navigation = texts(
  {
    home: '首页',
    match: '对接台',
    graph: '图谱',
    list: '列表',
    map: '地图',
    gaps: '缺口',
    plan: '规划',
    help: '帮助',
  },
  {
    home: 'Home',
    match: 'Match desk',
    graph: 'Graph',
    list: 'Lists',
    map: 'Map',
    gaps: 'Gaps',
    plan: 'Plan',
    help: 'Help',
  },
);

export type View = {
  /** Pattern of the address, as wouter has it. */
  path: string;
  /** The view stands in the navigation under this word. */
  word?: keyof (typeof navigation)['zh'];
  component: ComponentType;
};

/** All views. To add one: a folder in views/, a line here, a word above. */
export const views: View[] = [
  { path: '/', word: 'home', component: lazy(() => import('../views/home/HomeView')) },
  { path: '/graph', word: 'graph', component: lazy(() => import('../views/graph/GraphView')) },
  { path: '/entity/:id', component: lazy(() => import('../views/entity/EntityView')) },
  { path: searchRoute, component: lazy(() => import('../views/search/SearchView')) },
  { path: '/match', word: 'match', component: lazy(() => import('../views/match/MatchView')) },
  { path: '/match/demands', component: lazy(() => import('../views/demands/DemandsView')) },
  { path: '/match/sheet', component: lazy(() => import('../views/sheet/SheetView')) },
  { path: '/match/shortlist', component: lazy(() => import('../views/shortlist/ShortlistView')) },
  { path: '/list', word: 'list', component: lazy(() => import('../views/list/ListView')) },
  { path: '/map', word: 'map', component: lazy(() => import('../views/map/MapView')) },
  { path: '/gaps', word: 'gaps', component: lazy(() => import('../views/gaps/GapsView')) },
  { path: '/plan', word: 'plan', component: lazy(() => import('../views/plan/PlanView')) },
  { path: '/help', word: 'help', component: lazy(() => import('../views/help/HelpView')) },
];

export { navigation };
