import { MantineProvider } from '@mantine/core';
import { Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { ApiProvider } from '../shared/api/ApiProvider';
import { LanguageProvider, useTexts } from '../shared/i18n/language';
import { texts } from '../shared/i18n/texts';
import { Empty, Loading } from '../shared/ui/States';
import { theme, variables } from '../shared/ui/theme';
import { Boundary } from './Boundary';
import { Shell } from './Shell';
import { views } from './views';

// The prefix that a proxy may have put before all addresses.
const prefix = new URL('.', document.baseURI).pathname.replace(/\/$/, '');

const text = texts(
  { nowhere: '没有这个页面', how: '请从上方导航或搜索框重新开始。' },
  { nowhere: 'There is no such page', how: 'Start again from the navigation or the search box above.' },
);

function Nowhere() {
  const t = useTexts(text);
  return (
    <Empty page title={t.nowhere}>
      {t.how}
    </Empty>
  );
}

export function App({ nonce }: { nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <LanguageProvider>
        <ApiProvider>
          <Router base={prefix}>
            <Shell>
              <Boundary>
                <Suspense fallback={<Loading />}>
                  <Switch>
                    {views.map((view) => (
                      <Route key={view.path} path={view.path} component={view.component} />
                    ))}
                    <Route component={Nowhere} />
                  </Switch>
                </Suspense>
              </Boundary>
            </Shell>
          </Router>
        </ApiProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
