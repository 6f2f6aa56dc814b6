import { Button, Group, Text, Textarea } from '@mantine/core';
import { Link } from 'wouter';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { matchAgainPath, sheetPath } from '../../shared/paths';
import { longestNote, type Entry } from './entries';
import { text } from './texts';
import { useShortlist } from './useShortlist';

/** One partner for one demand, with a note. */
export function EntryRow({ entry }: { entry: Entry }) {
  const t = useTexts(text);
  const { language } = useLanguage();
  const name = useNames()(entry.partner);
  const { remove, note } = useShortlist();
  const day = new Date(entry.date).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB');
  return (
    <li>
      <Group gap="sm" align="baseline">
        <Text span fw={600}>
          <EntityLink entity={entry.partner} />
        </Text>
        <Text span size="sm">
          {t.for(entry.demand)}
        </Text>
        <Text span size="xs" c="dimmed">
          {t.since(day)}
        </Text>
      </Group>
      <Textarea
        mt="xs"
        aria-label={t.noteOn(name)}
        placeholder={t.write}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={longestNote}
        value={entry.note}
        onChange={(e) => {
          note(entry, e.currentTarget.value);
        }}
      />
      <Group gap="xs" mt="xs">
        <Button size="compact-xs" variant="default" component={Link} href={matchAgainPath(entry.question)}>
          {t.again}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          component={Link}
          href={sheetPath(entry.question, entry.partner.id)}
          aria-label={t.sheetOf(name)}
        >
          {t.sheet}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          aria-label={t.removeOne(name)}
          onClick={() => {
            remove(entry);
          }}
        >
          {t.remove}
        </Button>
      </Group>
    </li>
  );
}
