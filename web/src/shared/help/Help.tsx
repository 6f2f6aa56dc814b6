import { ActionIcon, Anchor, Popover, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useLanguage, useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import { useVocabulary } from '../i18n/vocabulary';
import { termOf, type TermName } from './terms';

const text = texts(
  { what: (term: string) => `什么是“${term}”？`, all: '全部术语' },
  { what: (term: string) => `What is “${term}”?`, all: 'All terms' },
);

/** A small question mark that explains a term: <Help term="RELIES_ON" />. */
export function Help({ term }: { term: TermName }) {
  const t = useTexts(text);
  const { name, what } = termOf(term, useLanguage().language, useVocabulary());
  return (
    <Popover width={300} withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" size={24} radius="xl" aria-label={t.what(name)}>
          <span aria-hidden>?</span>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.what(name)}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="sm">{what}</Text>
        <Anchor component={Link} href={`/help?term=${term}`} size="sm">
          {t.all}
        </Anchor>
      </Popover.Dropdown>
    </Popover>
  );
}
