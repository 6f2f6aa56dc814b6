// The page /graphiql: GraphiQL on this server's endpoint, with the example
// documents as tabs. GraphiQL keeps what a person writes in the browser's
// storage, so the examples fill the tabs of the first visit only.
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import { getOperationAST, parse, print } from 'graphql';
import { subscribed } from './events.js';
import { storage } from './storage.js';
import 'graphiql/style.css';
import './page.css';

const endpoint = new URL('../graphql', document.baseURI);

// fetcher sends an operation. Refusals come as JSON with another status than
// 200; GraphiQL shows them as it shows any answer.
async function fetcher({ query, variables, operationName }, { headers, documentAST } = {}) {
  const send = (accept, signal) =>
    fetch(endpoint, {
      method: 'POST',
      headers: { Accept: accept, 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables, operationName }),
      signal,
    });
  if (documentAST && getOperationAST(documentAST, operationName)?.operation === 'subscription') {
    return subscribed((signal) => send('text/event-stream', signal));
  }
  return (await send('application/graphql-response+json, application/json;q=0.9')).json();
}

// given is the document that a link brings along, behind the # of the address, where no
// log sees it: query and variables.
function given() {
  const link = new URLSearchParams(location.hash.slice(1));
  const query = link.get('query');
  if (!query) return undefined;
  history.replaceState(null, '', location.pathname); // a reload keeps what was changed since
  return { query: readable(query), variables: link.get('variables') ?? '' };
}

function readable(query) {
  try {
    return print(parse(query));
  } catch {
    return query; // the editor marks what is wrong
  }
}

const response = await fetch('tabs.json');
const tabs = response.ok ? await response.json() : [];
const linked = given();
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
    query={linked?.query}
    variables={linked?.variables ?? variables}
  />,
);
