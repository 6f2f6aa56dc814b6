// The page /graphiql: GraphiQL on this server's endpoint, with the example
// documents as tabs. GraphiQL keeps what a person writes in the browser's
// storage, so the examples fill the tabs of the first visit only.
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import { storage } from './storage.js';
import 'graphiql/style.css';
import './page.css';

const endpoint = new URL('../graphql', document.baseURI);

// fetcher sends an operation. Refusals come as JSON with another status than
// 200; GraphiQL shows them as it shows any answer.
async function fetcher({ query, variables, operationName }, { headers } = {}) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      Accept: 'application/graphql-response+json, application/json;q=0.9',
      'Content-Type': 'application/json',
      ...headers,
    },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return response.json();
}

const response = await fetch('tabs.json');
const tabs = response.ok ? await response.json() : [];
// GraphiQL shows the query of the first of these tabs, but not its variables.
const firstVisit = localStorage.getItem('graphiql:tabState') === null;
const variables = firstVisit ? tabs[0]?.variables : undefined;

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    storage={storage}
    defaultQuery=""
    defaultTabs={tabs.length > 0 ? tabs : undefined}
    defaultEditorToolsVisibility="variables"
    variables={variables}
  />,
);
