import { Group, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { shortlistPath } from '../../shared/paths';
import { useShortlist } from '../shortlist/useShortlist';
import { DeskSwitch } from './DeskSwitch';
import style from './Match.module.css';

const text = texts(
  { title: '对接台', shortlist: (n: number) => `备选清单（${n}）` },
  { title: 'Match desk', shortlist: (n: number) => `Shortlist (${n})` },
);

/** What stands above the match desk, from whichever side one begins. */
export function DeskHead({ what }: { what: string }) {
  const t = useTexts(text);
  const { entries } = useShortlist();
  return (
    <Group justify="space-between" align="start">
      <div>
        <Title order={1} size="h3">
          {t.title}
        </Title>
        <Text c="dimmed" size="sm">
          {what}
        </Text>
      </div>
      <Group gap="md">
        <DeskSwitch />
        <Link href={shortlistPath} className={style.link}>
          {t.shortlist(entries.length)}
        </Link>
      </Group>
    </Group>
  );
}
