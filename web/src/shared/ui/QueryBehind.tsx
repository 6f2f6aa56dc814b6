import { Button } from '@mantine/core';
import { useState } from 'react';
import { documentId, type Question } from '../api/ask';
import { address } from '../api/client';
import { useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';

const text = texts(
  { open: '背后的查询', hint: '在 GraphiQL 中打开本页所用的查询' },
  { open: 'The query behind this', hint: 'Open the query of this page in GraphiQL' },
);

/** Opens GraphiQL with the document and the variables that a view was made from. */
export function QueryBehind<D, V>({ question, variables }: { question: Question<D, V>; variables: V }) {
  const t = useTexts(text);
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    try {
      // The texts of all documents are fetched only by who wants to read one.
      const { default: documents } = await import('../../gql/persisted-documents.json');
      const query = (documents as Record<string, string>)[documentId(question)] ?? '';
      // Behind the #, so that it stands in no log.
      const tab = new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) });
      window.open(`${address('graphiql/')}#${tab}`, '_blank', 'noopener');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="subtle" size="compact-sm" loading={busy} title={t.hint} onClick={() => void open()}>
      {t.open}
    </Button>
  );
}
