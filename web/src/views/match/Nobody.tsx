import { Alert, Button, Group, Text } from '@mantine/core';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { anywhere, delta, type MatchState } from './state';
import type { Change } from './useMatch';
import { useMatchWords } from './words';

const text = texts(
  {
    title: '没有合适的合作方',
    delta: '改为整个长三角',
    anywhere: '改为不限地区',
    allKinds: '不限类型',
    noExclude: '只排除本地',
  },
  {
    title: 'Nobody fits',
    delta: 'All of 长三角',
    anywhere: 'Anywhere',
    allKinds: 'All kinds',
    noExclude: 'Leave out home only',
  },
);

// Orange on pale orange is too pale.
const titled = { title: { color: 'var(--mantine-color-text)' } };

/** Why nobody fits, as the server says it, and what may help. */
export function Nobody({
  why,
  state,
  change,
}: {
  why: { zh: string; en: string } | null;
  state: MatchState;
  change: Change;
}) {
  const t = useTexts(text);
  const words = useMatchWords();
  const said = why ? words.sentence(why) : '';
  const offer = (label: string, some: Partial<MatchState>) => (
    <Button
      size="xs"
      variant="light"
      onClick={() => {
        change(some);
      }}
    >
      {label}
    </Button>
  );
  return (
    <Alert title={t.title} variant="light" color="orange" styles={titled} role="status">
      <Text size="sm">{said}</Text>
      <Group gap="xs" mt="sm">
        {state.region !== delta && state.region !== anywhere && offer(t.delta, { region: delta })}
        {state.region !== anywhere && offer(t.anywhere, { region: anywhere })}
        {state.kinds.length > 0 && offer(t.allKinds, { kinds: [] })}
        {state.exclude !== '' && offer(t.noExclude, { exclude: '' })}
      </Group>
    </Alert>
  );
}
