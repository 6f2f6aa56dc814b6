import { Alert, Button, Container, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { MatchExportOneDocument } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import { fileName } from '../../shared/export/book';
import { download } from '../../shared/export/download';
import { ExportButtons, type Progress } from '../../shared/export/ExportButtons';
import { useTexts } from '../../shared/i18n/language';
import { Empty } from '../../shared/ui/States';
import { useMatchBook, type Exported } from '../match/book';
import { askingOf, readState } from '../match/state';
import { format, parse } from './entries';
import { EntryRow } from './EntryRow';
import style from './Shortlist.module.css';
import { text } from './texts';
import { useShortlist } from './useShortlist';

/** Larger than any file that we write. */
const largest = 5_000_000;

// Orange on pale orange is too pale.
const titled = { title: { color: 'var(--mantine-color-text)' } };

/** Partners to come back to, with notes; they are kept in this browser. */
export default function ShortlistView() {
  const t = useTexts(text);
  const { entries, damaged, unreadable } = useShortlist();
  return (
    <Container size="lg" py="lg">
      <Stack gap="md">
        <div>
          <Title order={1} size="h3">
            {t.title}
          </Title>
          <Text c="dimmed" size="sm">
            {t.what}
          </Text>
        </div>
        {(unreadable || damaged > 0) && (
          <Alert color="orange" role="status" title={t.broken} styles={titled}>
            {unreadable ? t.unreadable : t.damaged(damaged)}
          </Alert>
        )}
        <Files />
        {entries.length === 0 ? (
          <Empty title={t.empty}>{t.how}</Empty>
        ) : (
          <ul className={style.entries}>
            {entries.map((entry) => (
              <EntryRow key={`${entry.partner.id} ${entry.question}`} entry={entry} />
            ))}
          </ul>
        )}
      </Stack>
    </Container>
  );
}

/** Export and import. */
function Files() {
  const t = useTexts(text);
  const { entries, add } = useShortlist();
  const [told, setTold] = useState('');
  const collect = useCollect();
  const read = async (file: File | null) => {
    if (!file) return;
    try {
      if (file.size > largest) throw new Error('too large');
      const { entries: further, damaged } = parse(await file.text());
      const { added, known } = add(further);
      setTold(t.imported(added, known, damaged));
    } catch {
      setTold(t.notOurs(file.name));
    }
  };
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="default"
        disabled={entries.length === 0}
        onClick={() => {
          download(format(entries), fileName(t.title, 'json'), 'application/json');
        }}
      >
        {t.save}
      </Button>
      <FileButton
        accept="application/json,.json"
        onChange={(file) => void read(file)}
        inputProps={{ 'aria-label': t.load }}
      >
        {(props) => (
          <Button size="compact-sm" variant="default" {...props}>
            {t.load}
          </Button>
        )}
      </FileButton>
      {entries.length > 0 && <ExportButtons what={t.title} collect={collect} />}
      <Text size="sm" role="status">
        {told}
      </Text>
    </Group>
  );
}

/** The shortlist as tables, each partner as it is ranked now, with its sources. */
function useCollect() {
  const t = useTexts(text);
  const { entries } = useShortlist();
  const ask = useAskOnce();
  const book = useMatchBook();
  return async (progress: Progress) => {
    const rows: Exported[] = [];
    const gone: string[] = [];
    let generation: { number: number; loadedAt: string | null } = { number: 0, loadedAt: null };
    for (const [i, entry] of entries.entries()) {
      const state = readState(new URLSearchParams(entry.question));
      const got = await ask(MatchExportOneDocument, { ...askingOf(state), partner: entry.partner.id });
      generation = got.generation;
      const last = [entry.note, entry.date.slice(0, 10)];
      if (got.partnerMatch) rows.push({ demand: entry.demand, match: got.partnerMatch, last });
      else gone.push(`${entry.demand} — ${entry.partner.name}`);
      progress(i + 1, entries.length);
    }
    const made = book(rows, { name: t.title, generation, lastColumns: [t.note, t.added] });
    // Said in the file too: nothing is left out without a word.
    return gone.length === 0 ? made : { ...made, about: [...made.about, [t.gone, gone.join('；')] as const] };
  };
}
